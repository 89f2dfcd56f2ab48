// Addresses are what stands behind # : a section, a row or a mark, then ? and the filters.
//   #who   #who?verdict=conflict&source=xinhua   #fig-0a1b2c3d4e5f   #mark-f-0a1b2c3d4e5f
const PREFIXES = Object.freeze({
  fig: ["figures", "f-"], said: ["statements", "s-"], report: ["reports", "r-"],
  event: ["events", "e-"], fact: ["comparisons", "c-"], words: ["utterances", "u-"],
  source: ["sources", ""], actor: ["actors", ""], place: ["places", ""],
});

/** What an address names: {kind: "section"|"row"|"mark"|"", …} and its filters. */
function readAddress(hash = location.hash) {
  const [name, query = ""] = hash.replace(/^#/, "").split("?");
  const filters = new URLSearchParams(query);
  let id = name;
  try {
    id = decodeURIComponent(name);
  } catch { /* Not an address of ours. */ }
  return { ...target(id), id, filters };
}

function target(id) {
  if (document.querySelector(`main > section[id="${CSS.escape(id)}"]`)) return { kind: "section" };
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
  for (const table of Object.keys(KEYS)) if (row(table, key)) return { table, key };
  return undefined;
}

/** The address of a row: "#fig-0a1b2c3d4e5f", with the filters that are set. */
function addressOf(table, key) {
  const [prefix, [, letter]] = Object.entries(PREFIXES).find(([, [name]]) => name === table);
  return withFilters(`${prefix}-${encodeURIComponent(key.slice(letter.length))}`);
}

/** The address of the mark of a row in its article. */
function addressOfMark(table, key) {
  return withFilters(`mark-${encodeURIComponent(key)}`);
}

/** "#name?filters": the filters that are set stay set. */
function withFilters(name, filters = readAddress().filters) {
  const query = filters.toString();
  return `#${name}${query ? `?${query}` : ""}`;
}

/** A link to a row. */
function rowLink(table, key, ...children) {
  return h("a", { href: addressOf(table, key), "data-row": key }, ...children);
}
