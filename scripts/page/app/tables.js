// The tables of the package, one at a time: to sort, to choose columns of, to download.
const VIEWS = Object.freeze(["table", "sort", "columns", "row"]);
const TABLE_NAMES = Object.freeze(Object.keys(content.tables));

/** How the tables are shown: {table, sort, columns, row}; `followTableView` sets it. */
let shownView = Object.freeze({ table: TABLE_NAMES[0], sort: "", columns: "", row: "" });

/** The view as it stands in addresses. */
function tableView(view = shownView) {
  return new URLSearchParams(VIEWS.filter((name) => view[name]).map((name) => [name, view[name]]));
}

/** Take the view that an address names; one that names no table leaves the tables as they are. */
function followTableView({ view }) {
  if (!view.has("table")) return;
  shownView = Object.freeze(Object.fromEntries(VIEWS.map((name) => [name, view.get(name) || ""])));
}

function viewAddress(changes) {
  const view = { ...shownView, row: "", ...changes };
  return withFilters("tables", new URLSearchParams([...shownAddress.filters, ...tableView(view)]));
}

/** Draw the table of the view, with the rows that the filters leave. */
function drawTables(filters) {
  const { table, sort, columns: chosen, row: wanted } = shownView;
  const left = passing(table, filters);
  const rows = sortedRows(table, left, sort);
  const columns = columnsOf(table, chosen);
  const place = body("tables");
  place.replaceChildren(tableChoice(table), h("p", { class: "lead" }, content.titles[table].description),
    tableTools(table, rows, columns), columnChoice(table, columns));
  if (!rows.length) {
    place.append(tables[table].length ? nothingLeft("No row of this table passes the filters.") : h("p", { class: "empty" }, "This table has no rows."));
    return;
  }
  const at = wanted ? rows.findIndex((one) => one[KEYS[table]] === wanted) : -1;
  if (wanted && at < 0) place.append(nothingLeft(`The row ${wanted} does not pass the filters.`));
  const [before, more, tbody] = [h("p", {}), h("p", {}), h("tbody", {})];
  const grid = h("table", { class: "grid" }, h("caption", { class: "unseen" }, `${content.titles[table].title}: ${counted(rows.length, "row")}`),
    h("thead", {}, h("tr", {}, ...columns.map((name) => columnHeading(table, name)))), tbody);
  place.append(before, h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": `Table ${content.titles[table].title}` }, grid), more);
  drawList(tbody, rows, (one) => tableRow(table, one, columns), { from: Math.max(0, at - 10), before, more });
}

function tableChoice(table) {
  return h("nav", { class: "choices", "aria-label": "Tables" }, h("ul", {}, ...TABLE_NAMES.map((name) => h("li", {},
    h("a", { href: viewAddress({ table: name, sort: "", columns: "" }), "aria-current": name === table && "true" },
      content.titles[name].title, h("small", {}, ` ${tables[name].length.toLocaleString("en")}`))))));
}

function tableTools(table, rows, columns) {
  const all = tables[table];
  const part = rows.length < all.length;
  return h("div", { class: "tools" },
    h("p", { role: "status" }, part ? `${rows.length.toLocaleString("en")} of ${counted(all.length, "row")} pass the filters. ` : `${counted(all.length, "row")}. `,
      `${columns.length} of ${counted(content.tables[table].columns.length, "column")} shown.`),
    h("button", { type: "button", class: "whole", onclick: () => download(`${table}.csv`, asCsv(table, all)) }, "Download the whole table (CSV)"),
    part && rows.length && h("button", { type: "button", class: "part", onclick: () => download(`${table}-part.csv`, asCsv(table, rows)) },
      `Download the ${counted(rows.length, "row")} that pass (CSV)`));
}

/** Which columns are shown, and what each of them means. */
function columnChoice(table, shown) {
  const { columns } = content.tables[table];
  const put = (names) => {
    const usual = columnsOf(table, "");
    const same = (others) => String(names) === String(others);
    rename(viewAddress({ columns: same(usual) || !names.length ? "" : same(columns) ? "all" : names.join(",") }));
    reopenColumns();
  };
  const box = (name) => h("input", { type: "checkbox", name, checked: shown.includes(name),
    onchange: ({ target }) => { put(columns.filter((one) => (one === name ? target.checked : shown.includes(one)))); document.querySelector(`#columns [name="${name}"]`)?.focus({ preventScroll: true }); } });
  return h("details", { id: "columns" }, h("summary", {}, "Columns, and what they mean"),
    h("p", {}, h("button", { type: "button", onclick: () => put([...columns]) }, "All columns"), " ",
      h("button", { type: "button", onclick: () => put(columnsOf(table, "")) }, "The usual ones")),
    h("ul", {}, ...columns.map((name) => h("li", {},
      h("label", {}, box(name), " ", h("code", {}, name)), " ", content.fields[table][name].description))));
}

function reopenColumns() {
  drawDownTo("tables");
  document.getElementById("columns").open = true;
}

function columnHeading(table, name) {
  const { title, description, type } = content.fields[table][name];
  const { sort } = shownView;
  const [up, down] = [sort === name, sort === `-${name}`];
  const next = up ? `-${name}` : down ? "" : name;
  return h("th", { scope: "col", class: isNumber(type) && "number", "aria-sort": up ? "ascending" : down && "descending" },
    h("button", { type: "button", title: description, "data-column": name, onclick: () => {
      rename(viewAddress({ sort: next }));
      drawDownTo("tables");
      document.querySelector(`#tables [data-column="${name}"]`)?.focus({ preventScroll: true });
    } }, title, h("span", { class: "arrow", "aria-hidden": "true" }, up ? " ▲" : down ? " ▼" : " ↕")));
}

function tableRow(table, one, columns) {
  const key = one[KEYS[table]];
  return h("tr", { class: key && key === shownView.row && "wanted", tabindex: key && key === shownView.row && "-1" },
    ...columns.map((name) => tableCell(table, one, name)));
}

function tableCell(table, one, name) {
  const { type, refers, codes } = content.fields[table][name];
  const cell = one[name];
  const to = refers || (name === KEYS[table] && table);
  const shown = !cell ? "" : to && row(to, cell) ? rowLink(to, cell, cell) : codes ? codeShown(codes, cell) : cell;
  return h(name === KEYS[table] ? "th" : "td", { class: isNumber(type) ? "number" : to ? "id" : isLong(table, name) && "long", scope: name === KEYS[table] && "row" }, shown);
}

/** A code, with what it stands for where one points at it and for those who hear it. */
function codeShown(list, code) {
  const [title, meaning] = [codeTitle(list, code), codeMeaning(list, code)];
  return h("span", { class: "code", title: [title, meaning].filter(Boolean).join(": ") }, code,
    title.toLowerCase() !== code.toLowerCase() && unseen(` (${title})`));
}

/** Go to a row in its table. */
function showTableRow() {
  drawDownTo("tables");
  const found = document.querySelector("#tables tr.wanted");
  if (!found) return document.getElementById("tables").scrollIntoView();
  found.scrollIntoView({ block: "center" });
  return found.focus({ preventScroll: true });
}
