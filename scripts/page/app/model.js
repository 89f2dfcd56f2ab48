// The package: rows as objects, and what points to what. Cells are text, "" where nothing is known.
const content = JSON.parse(document.getElementById("content").textContent);

/** Table → its rows. A table becomes objects when it is first asked for. */
const tables = {};
for (const [name, { columns, rows }] of Object.entries(content.tables)) {
  let made;
  Object.defineProperty(tables, name, {
    enumerable: true,
    get() {
      made ||= rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at]])));
      return made;
    },
  });
}
Object.freeze(tables);

/** Table → the column of its key, where that is one column. */
const KEYS = Object.freeze(Object.fromEntries(Object.entries(content.titles)
  .filter(([, { key }]) => key).map(([table, { key }]) => [table, key])));

const grouped = new Map();

function groupsOf(table, column) {
  const name = `${table}.${column}`;
  if (!grouped.has(name)) {
    const groups = new Map();
    for (const one of tables[table]) {
      if (!groups.has(one[column])) groups.set(one[column], []);
      groups.get(one[column]).push(one);
    }
    grouped.set(name, groups);
  }
  return grouped.get(name);
}

/** The rows of a table with a value in a column, in the order of the table. */
function where(table, column, value) {
  return (value && groupsOf(table, column).get(value)) || [];
}

/** The row of a table with this key; undefined where there is none. */
function row(table, key) {
  return where(table, KEYS[table], key)[0];
}

/** Title of a code; the code itself where its list has none. */
function codeTitle(list, code) {
  return content.codes[list]?.[code]?.title || code;
}

/** What a code means. */
function codeMeaning(list, code) {
  return content.codes[list]?.[code]?.description || "";
}

function actorName(id) {
  return (id && row("actors", id)?.name) || id || "";
}

function placeName(id) {
  return (id && row("places", id)?.name) || id || "";
}

function sourceName(id) {
  return content.sources[id]?.name || id;
}

function sourceDay(id) {
  return content.sources[id]?.day || "";
}

/** The source that a row was read from. */
function sourceOf(table, one) {
  if (table === "participants") return row("reports", one.report_id)?.source_id || "";
  return one.source_id || "";
}

/** The table and row that a side of a comparison was read from; undefined for neither. */
function readFrom(side) {
  if (side.figure_id) return { table: "figures", row: row("figures", side.figure_id) };
  if (side.statement_id) return { table: "statements", row: row("statements", side.statement_id) };
  if (side.report_id) return { table: "reports", row: row("reports", side.report_id) };
  return undefined;
}
