// The rows of a table as they are asked for: those that pass, in the order of a column; and as CSV.

/** Columns that are shown until others are asked for: what says most of a row. */
const USUAL_COLUMNS = Object.freeze({
  sources: ["source_id", "title", "publisher", "published", "published_basis", "basis", "word_count", "url"],
  events: ["event_id", "label", "type", "mode", "modality", "start_date", "end_date", "date_precision", "place_id", "part_of_event_id", "fulfils_event_id", "source_count", "independent_count"],
  reports: ["report_id", "source_id", "event_id", "trigger_text", "type", "mode", "modality", "start_date", "end_date", "date_text", "place_id"],
  participants: ["event_id", "report_id", "role", "actor_id", "text"],
  statements: ["statement_id", "source_id", "kind", "quote", "speaker_id", "affiliation_id", "cue", "said_date", "utterance_id"],
  utterances: ["utterance_id", "speaker_id", "text", "source_count", "independent_count"],
  figures: ["figure_id", "source_id", "event_id", "text", "value", "range_to", "low", "high", "unit", "measure", "of_actor_id", "by_actor_id", "modality"],
  comparisons: ["comparison_id", "about", "event_id", "measure", "of_actor_id", "by_actor_id", "source_count", "independent_count", "low", "high", "verdict", "note"],
  sides: ["comparison_id", "source_id", "value_text", "low", "high", "modality", "figure_id", "report_id", "statement_id", "family"],
  actors: ["actor_id", "name", "kind", "country_id", "iso3", "wikidata", "id_status"],
  places: ["place_id", "name", "country_id", "latitude", "longitude", "place_precision", "geonames", "wikidata"],
});

/** Why a table cannot be shown as an address says; "" where it can. `given`: all that it says. */
function viewProblem(name, value, given) {
  if (name === "table") return Object.hasOwn(content.tables, value) ? "" : `there is no table “${value}”`;
  const table = given.get("table");
  if (!Object.hasOwn(content.tables, table || "")) return table ? "" : `“${name}” needs a table`;
  const { columns } = content.tables[table];
  if (name === "sort") return columns.includes(value.replace(/^-/, "")) ? "" : `${table} has no column “${value}”`;
  if (name === "row") return KEYS[table] && row(table, value) ? "" : `${table} has no row “${value}”`;
  const unknown = value.split(",").filter((one) => value !== "all" && !columns.includes(one));
  return unknown.length ? `${table} has no column “${unknown.join(", ")}”` : "";
}

/** The columns that a view shows, in the order of the table. */
function columnsOf(table, chosen) {
  const { columns } = content.tables[table];
  if (chosen === "all") return columns;
  const names = chosen ? chosen.split(",") : USUAL_COLUMNS[table] || columns;
  return columns.filter((one) => names.includes(one));
}

/** Rows in the order of a column: "value" from the smallest, "-value" from the largest.
 *
 * Numbers by size, days by date, words as in a dictionary; empty cells last both ways; equal ones
 * in the order of the table.
 */
function sortedRows(table, rows, sort) {
  if (!sort) return rows;
  const name = sort.replace(/^-/, "");
  const sign = sort.startsWith("-") ? -1 : 1;
  const { type } = content.fields[table][name];
  const key = isNumber(type) ? Number : String;
  const compare = isNumber(type) ? (a, b) => a - b
    : type === "date" ? (a, b) => (a < b ? -1 : Number(a > b)) : inEnglish.compare;
  const filled = rows.filter((one) => one[name]).map((one) => [key(one[name]), one]);
  filled.sort((a, b) => sign * compare(a[0], b[0]));
  return [...filled.map(([, one]) => one), ...rows.filter((one) => !one[name])];
}

const longColumns = new Map();

/** Whether a column holds texts that need more room than a word. */
function isLong(table, name) {
  const key = `${table}.${name}`;
  if (!longColumns.has(key)) longColumns.set(key, tables[table].some((one) => one[name].length > 24));
  return longColumns.get(key);
}

function isNumber(type) {
  return type === "integer" || type === "number";
}

/** Rows as the CSV files of the package are written. */
function asCsv(table, rows) {
  const { columns } = content.tables[table];
  const lines = [columns, ...rows.map((one) => columns.map((name) => one[name]))];
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
}

function csvCell(cell) {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell;
}
