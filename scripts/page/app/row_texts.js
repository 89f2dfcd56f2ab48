// The words that a row is found by: what stands in it, and the names of what it points to.

const textCache = new WeakMap();

/** {text: searchable, ids: Set} of a row. */
function textOf(table, one) {
  if (!textCache.has(one)) textCache.set(one, Object.freeze(textMade(table, one)));
  return textCache.get(one);
}

function textMade(table, one) {
  const [texts, ids] = [[], new Set()];
  for (const [name, { type, refers, codes }] of Object.entries(content.fields[table])) {
    const cell = one[name];
    // Offsets, counts and sums are numbers that nobody looks for.
    if (!cell || type === "integer" || name.endsWith("sha256")) continue;
    if (refers || name === KEYS[table]) ids.add(cell);
    if (refers) texts.push(nameOf(refers, cell));
    else if (name !== KEYS[table]) texts.push(cell, codes ? codeTitle(codes, cell) : "");
  }
  return { text: searchable([...texts, ...(MORE_TEXTS[table]?.(one) || [])].filter(Boolean)), ids };
}

/** What a row that others point to is called; "" for one without a name. */
function nameOf(table, key) {
  if (table === "sources") return sourceName(key);
  if (table === "actors") return actorName(key);
  if (table === "places") return placeName(key);
  return table === "events" ? eventName(key) : "";
}

/** What stands in other tables and belongs to a row. */
const MORE_TEXTS = Object.freeze({
  sources: (one) => [content.texts[one.source_id]],
  events: (one) => [content.events[one.event_id].title, content.events[one.event_id].when,
    ...actorsOfEvent(one).map(actorName),
    ...column(where("reports", "event_id", one.event_id), "trigger_text")],
  reports: (one) => column(where("participants", "report_id", one.report_id), "actor_id").map(actorName),
  utterances: (one) => where("statements", "utterance_id", one.utterance_id)
    .flatMap((each) => [each.quote, sourceName(each.source_id)]),
  comparisons: (one) => [factTitle(one.comparison_id), ...where("sides", "comparison_id", one.comparison_id)
    .flatMap((side) => [side.value_text, sourceName(side.source_id)])],
  sides: (one) => [factTitle(one.comparison_id), nameOf("events", row("comparisons", one.comparison_id).event_id)],
});

/** Make the texts of all rows, a few at a time: somebody is about to search. */
function readAhead() {
  const waiting = Object.keys(content.tables).flatMap((table) => tables[table].map((one) => [table, one]));
  const next = () => {
    const until = performance.now() + 8;
    while (waiting.length && performance.now() < until) textOf(...waiting.pop());
    if (waiting.length) setTimeout(next);
  };
  setTimeout(next);
}
