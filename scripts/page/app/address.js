// Addresses are what stands behind # : a section, a row or a mark, then ? and the filters.
//   #who   #who?verdict=conflict&source=xinhua   #fig-0a1b2c3d4e5f   #mark-f-0a1b2c3d4e5f
// A table has its view there, too:   #tables?table=figures&sort=-value&row=f-0a1b2c3d4e5f
const PREFIXES = Object.freeze({
  fig: ["figures", "f-"], said: ["statements", "s-"], report: ["reports", "r-"],
  event: ["events", "e-"], fact: ["comparisons", "c-"], words: ["utterances", "u-"],
  source: ["sources", ""], actor: ["actors", ""], place: ["places", ""],
});
const SECTIONS = Object.freeze([...document.querySelectorAll("main > section")].map((one) => one.id));

/** What an address names.
 *
 * kind: "section", "about", "row", "mark", or "" for nothing that this page has; id: what stands before ?;
 * table, key: of a row. filters: those that can be set. view: how a table is shown. ignored:
 * sentences on what is in the address and means nothing.
 */
function readAddress(hash = location.hash) {
  const [name, ...rest] = hash.replace(/^#/, "").split("?");
  const given = new URLSearchParams(rest.join("?"));
  const id = decoded(name);
  return Object.freeze({ id, ...targetOf(id || SECTIONS[0]), ...sorted(given) });
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function targetOf(id) {
  if (SECTIONS.includes(id)) return { kind: "section", id };
  if (id === "about") return { kind: "about", id };
  const [prefix, ...rest] = id.split("-");
  if (prefix === "mark") {
    const found = byKey(rest.join("-"));
    if (found) return { kind: "mark", ...found };
  }
  if (Object.hasOwn(PREFIXES, prefix)) {
    const [table, letter] = PREFIXES[prefix];
    for (const key of [letter + rest.join("-"), rest.join("-")]) {
      if (row(table, key)) return { kind: "row", table, key };
    }
  }
  const found = byKey(id);
  return found ? { kind: "row", ...found } : { kind: "" };
}

function byKey(key) {
  const table = Object.keys(KEYS).find((one) => row(one, key));
  return table && { table, key };
}

/** What is given behind ?, as filters and view; the same ones always in the same order. */
function sorted(given) {
  const [filters, view, ignored] = [new URLSearchParams(), new URLSearchParams(), []];
  for (const [names, into, problem] of [[FILTERS, filters, filterProblem], [VIEWS, view, viewProblem]]) {
    for (const name of names) {
      const [value, ...others] = given.getAll(name).map((one) => one.trim()).filter(Boolean);
      if (value === undefined) continue;
      const wrong = value.includes("\ufffd") ? `“${name}” cannot be read` : problem(name, value, given);
      if (wrong) ignored.push(wrong);
      else into.set(name, value);
      if (others.length) ignored.push(`only the first “${name}” counts`);
    }
  }
  for (const name of new Set(given.keys())) {
    if (!FILTERS.includes(name) && !VIEWS.includes(name)) ignored.push(`there is no filter “${name}”`);
  }
  return { filters, view, ignored };
}

/** What is being shown; `main.js` sets it whenever the address changes. */
let shownAddress = Object.freeze({ kind: "section", id: SECTIONS[0], filters: new URLSearchParams(),
  view: new URLSearchParams(), ignored: [] });

const NO_FILTERS = new URLSearchParams();

/** The address of a row: "#fig-0a1b2c3d4e5f", with the filters that are set. */
function addressOf(table, key, filters = shownAddress.filters) {
  const [prefix, [, letter]] = Object.entries(PREFIXES).find(([, [name]]) => name === table);
  return withFilters(`${prefix}-${encodeURIComponent(key.slice(letter.length))}`, filters);
}

/** The address of the mark of a row in its article. */
function addressOfMark(table, key) {
  return withFilters(`mark-${encodeURIComponent(key)}`);
}

/** "#name?filters": the filters that are set stay set. */
function withFilters(name, filters = shownAddress.filters) {
  const query = filters.toString();
  return `#${name}${query ? `?${query}` : ""}`;
}

/** A link to a row. */
function rowLink(table, key, ...children) {
  return h("a", { href: addressOf(table, key), "data-row": key }, ...children);
}
