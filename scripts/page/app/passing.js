// Which rows pass the filters that are set.

const FACET_OF = Object.freeze({ source: "sources", actor: "actors", event: "types", measure: "measures", verdict: "verdicts" });

/** Rows that stand for themselves only to these filters, and to the others through rows that name
 * them: an actor is left where some row is left that names him. */
const THROUGH = Object.freeze({
  sources: { own: ["q", "source", "from", "to"],
    rows: [["reports", "source_id"], ["figures", "source_id"], ["statements", "source_id"], ["sides", "source_id"]] },
  actors: { own: ["q", "actor"],
    rows: [["participants", "actor_id"], ["statements", "speaker_id"], ["statements", "affiliation_id"],
      ["figures", "of_actor_id"], ["figures", "by_actor_id"], ["comparisons", "of_actor_id"],
      ["comparisons", "by_actor_id"], ["comparisons", "claimed_by_actor_id"]] },
  places: { own: ["q"], rows: [["reports", "place_id"], ["events", "place_id"]] },
});

/** Filters as read once; a URLSearchParams that was asked about must not be changed after. */
const wantedCache = new WeakMap();

function wantedOf(filters) {
  if (!wantedCache.has(filters)) {
    const set = FILTERS.filter((name) => filters.get(name));
    wantedCache.set(filters, Object.freeze({
      none: !set.length,
      codes: set.filter((name) => FACET_OF[name]).map((name) => [FACET_OF[name], filters.get(name)]),
      from: filters.get("from") || "", until: filters.get("to") || "9999-12-31",
      days: Boolean(filters.get("from") || filters.get("to")),
      words: wordsWanted(filters.get("q") || ""),
      parts: new Map(),
    }));
  }
  return wantedCache.get(filters);
}

/** The filters that a table answers itself, and those that it answers through other rows. */
function partsOf(table, filters) {
  const { parts } = wantedOf(filters);
  if (!parts.has(table)) {
    const given = [...filters].filter(([name, value]) => value && FILTERS.includes(name));
    const own = ([name]) => THROUGH[table].own.includes(name);
    parts.set(table, [new URLSearchParams(given.filter(own)), new URLSearchParams(given.filter((one) => !own(one)))]);
  }
  return parts.get(table);
}

/** Whether a row passes the filters that are set: URLSearchParams of an address. */
function passes(table, one, filters) {
  if (wantedOf(filters).none) return true;
  if (!THROUGH[table]) return answers(table, one, filters);
  const [own, others] = partsOf(table, filters);
  if (!answers(table, one, own)) return false;
  return wantedOf(others).none || THROUGH[table].rows.some(([name, key]) =>
    where(name, key, one[KEYS[table]]).some((each) => answers(name, each, others)));
}

function answers(table, one, filters) {
  const { none, codes, days, from, until, words } = wantedOf(filters);
  if (none) return true;
  const found = facetsOf(table, one);
  if (!codes.every(([key, value]) => found[key].includes(value))) return false;
  if (days && (from > until || !found.days.some(([first, last]) => first <= until && last >= from))) return false;
  if (!words.length) return true;
  const { text, ids } = textOf(table, one);
  return words.every((word) => ids.has(word.given) || holds(text, word));
}

/** The rows of a table that pass. */
function passing(table, filters, rows = tables[table]) {
  return wantedOf(filters).none ? rows : rows.filter((one) => passes(table, one, filters));
}
