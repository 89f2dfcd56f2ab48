// What a row can be filtered by. Every table answers the same questions, so one set of filters acts
// on all parts of the page. A row that has nothing to say to a filter is left out while it is set.

/** {sources, actors, types, measures, verdicts: Set, days: [from, to] or null, words: string} */
function facetsOf(table, one) {
  if (!facetCache.has(one)) facetCache.set(one, Object.freeze(FACETS[table](one)));
  return facetCache.get(one);
}

const facetCache = new WeakMap();

function facets({ sources = [], actors = [], types = [], measures = [], verdicts = [], days = null, words = [] }) {
  const known = (values) => new Set([...values].filter(Boolean));
  return {
    sources: known(sources), actors: known(actors), types: known(types), measures: known(measures),
    verdicts: known(verdicts), days, words: plain(words.filter(Boolean).join(" ")),
  };
}

/** Words as they are searched: small letters, without accents. */
function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function interval(one) {
  const { start_date: start, end_date: end } = one;
  return start || end ? [start || "0000", end || "9999"] : null;
}

function kindsOf(event) {
  return event ? [event.type, event.mode && `${event.type}/${event.mode}`] : [];
}

function names(...actors) {
  return actors.filter(Boolean).map(actorName);
}

const FACETS = {
  sources: (one) => facets({
    sources: [one.source_id], words: Object.values(one),
    days: one.published ? [one.published, one.published] : null,
  }),
  events: (one) => {
    const reports = where("reports", "event_id", one.event_id);
    const actors = where("participants", "event_id", one.event_id).map((part) => part.actor_id);
    return facets({
      sources: reports.map((report) => report.source_id), actors, types: kindsOf(one),
      measures: where("figures", "event_id", one.event_id).map((figure) => figure.measure),
      verdicts: where("comparisons", "event_id", one.event_id).map((fact) => fact.verdict),
      days: interval(one),
      words: [one.event_id, content.events[one.event_id].title, content.events[one.event_id].when,
        one.label, ...names(...actors), ...reports.map((report) => report.trigger_text)],
    });
  },
  reports: (one) => {
    const actors = where("participants", "report_id", one.report_id).map((part) => part.actor_id);
    return facets({
      sources: [one.source_id], actors, types: kindsOf(one), days: interval(one),
      verdicts: verdictsOf("report_id", one.report_id),
      words: [...Object.values(one), ...names(...actors)],
    });
  },
  participants: (one) => {
    const report = row("reports", one.report_id);
    return facets({
      sources: [report?.source_id], actors: [one.actor_id], types: kindsOf(report),
      days: report ? interval(report) : null,
      words: [...Object.values(one), ...names(one.actor_id)],
    });
  },
  statements: (one) => facets({
    sources: [one.source_id], actors: [one.speaker_id, one.affiliation_id],
    measures: where("figures", "statement_id", one.statement_id).map((figure) => figure.measure),
    verdicts: where("comparisons", "utterance_id", one.utterance_id).map((fact) => fact.verdict),
    days: one.said_date ? [one.said_date, one.said_date] : null,
    words: [...Object.values(one), ...names(one.speaker_id, one.affiliation_id)],
  }),
  utterances: (one) => {
    const said = where("statements", "utterance_id", one.utterance_id).map((each) => facetsOf("statements", each));
    const all = (key) => said.flatMap((each) => [...each[key]]);
    return facets({
      sources: all("sources"), actors: [one.speaker_id, ...all("actors")], measures: all("measures"),
      verdicts: all("verdicts"), days: said.find((each) => each.days)?.days || null,
      words: [one.utterance_id, one.text, ...names(one.speaker_id), ...said.map((each) => each.words)],
    });
  },
  figures: (one) => {
    const event = row("events", one.event_id);
    return facets({
      sources: [one.source_id], actors: [one.of_actor_id, one.by_actor_id], types: kindsOf(event),
      measures: [one.measure], verdicts: verdictsOf("figure_id", one.figure_id),
      days: event ? interval(event) : null,
      words: [...Object.values(one), ...names(one.of_actor_id, one.by_actor_id)],
    });
  },
  comparisons: (one) => {
    const event = row("events", one.event_id);
    const sides = where("sides", "comparison_id", one.comparison_id);
    const parts = event ? where("participants", "event_id", event.event_id).map((part) => part.actor_id) : [];
    const speaker = row("utterances", one.utterance_id)?.speaker_id;
    const own = [one.of_actor_id, one.by_actor_id, one.claimed_by_actor_id, speaker];
    return facets({
      sources: sides.map((side) => side.source_id),
      actors: own.some(Boolean) ? own : parts, types: kindsOf(event), measures: [one.measure],
      verdicts: [one.verdict], days: event ? interval(event) : null,
      words: [one.comparison_id, content.facts[one.comparison_id].title, one.note, one.ruling,
        event && content.events[event.event_id].title, ...names(...own, ...parts),
        ...sides.map((side) => side.value_text), ...sides.map((side) => sourceName(side.source_id))],
    });
  },
  sides: (one) => {
    const fact = facetsOf("comparisons", row("comparisons", one.comparison_id));
    return facets({
      sources: [one.source_id], actors: fact.actors, types: fact.types, measures: fact.measures,
      verdicts: fact.verdicts, days: fact.days, words: [...Object.values(one), fact.words],
    });
  },
  actors: (one) => facets({ actors: [one.actor_id], words: Object.values(one) }),
  places: (one) => facets({ words: Object.values(one) }),
};

function verdictsOf(column, key) {
  return where("sides", column, key).map((side) => row("comparisons", side.comparison_id)?.verdict);
}

/** Whether a row passes the filters that are set: URLSearchParams of an address. */
function passes(table, one, filters) {
  const found = facetsOf(table, one);
  for (const [name, key] of [["source", "sources"], ["actor", "actors"], ["event", "types"],
    ["measure", "measures"], ["verdict", "verdicts"]]) {
    const wanted = filters.get(name);
    if (wanted && !found[key].has(wanted)) return false;
  }
  const [from, to] = [filters.get("from") || "", filters.get("to") || "9999-12-31"];
  if (from || filters.get("to")) {
    if (!found.days || found.days[1] < from || found.days[0] > to) return false;
  }
  const words = plain(filters.get("q") || "").split(/\s+/).filter(Boolean);
  return words.every((word) => found.words.includes(word));
}

/** The rows of a table that pass. */
function passing(table, filters, rows = tables[table]) {
  return [...filters.keys()].some((key) => FILTERS.includes(key))
    ? rows.filter((one) => passes(table, one, filters)) : rows;
}

const FILTERS = Object.freeze(["q", "source", "actor", "event", "measure", "verdict", "from", "to"]);
