// What a row can be filtered by. Every table answers the same questions, so one set of filters acts
// on all parts of the page. A row that has nothing to say to a filter is left out while it is set.
//
//   source   who prints it; of an event, a fact, words: whoever tells of it
//   actor    who takes part, speaks, is counted, acts; a country stands for its people and offices too
//   event    type and mode of the event; of a statement: of the events that it tells of
//   measure  what is counted; of an event, a report, a statement: in the figures that belong to it
//   verdict  of a comparison; of a row: of the comparisons that it is a side of
//   days     of the event; of a statement: when it was said; of a source: when it was published

const facetCache = new WeakMap();

/** {sources, actors, types, measures, verdicts: [code, …], days: [[from, until], …]} */
function facetsOf(table, one) {
  if (!facetCache.has(one)) facetCache.set(one, facets(FACETS[table](one)));
  return facetCache.get(one);
}

function facets({ sources = [], actors = [], types = [], measures = [], verdicts = [], days = [] }) {
  const countries = actors.map((id) => id && row("actors", id)?.country_id);
  return { sources, actors: [...actors, ...countries], types, measures, verdicts, days };
}

const FACETS = Object.freeze({
  sources: (one) => ({
    sources: [one.source_id],
    days: interval(one.published_earliest || one.published, one.published_latest || one.published),
  }),
  events: (one) => {
    const reports = where("reports", "event_id", one.event_id);
    const figures = where("figures", "event_id", one.event_id);
    const compared = where("comparisons", "event_id", one.event_id);
    return {
      sources: column(reports, "source_id"), actors: actorsOfEvent(one), types: kinds(one),
      measures: column([...figures, ...compared], "measure"),
      verdicts: [...column(compared, "verdict"), ...verdictsOf("reports", reports), ...verdictsOf("figures", figures)],
      days: daysOf(one),
    };
  },
  reports: (one) => ({
    sources: [one.source_id], types: kinds(one), days: daysOf(one),
    actors: column(where("participants", "report_id", one.report_id), "actor_id"),
    measures: column(where("figures", "event_id", one.event_id).filter((figure) => figure.source_id === one.source_id), "measure"),
    verdicts: verdictsOf("reports", [one]),
  }),
  participants: (one) => {
    const report = facetsOf("reports", row("reports", one.report_id));
    return { ...report, actors: [one.actor_id] };
  },
  statements: (one) => {
    const figures = where("figures", "statement_id", one.statement_id);
    const events = figures.map((figure) => row("events", figure.event_id));
    return {
      sources: [one.source_id], actors: [one.speaker_id, one.affiliation_id],
      types: [...events, ...reportsWithin(one)].flatMap(kinds), measures: column(figures, "measure"),
      verdicts: verdictsOf("statements", [one]), days: interval(one.said_date, one.said_date),
    };
  },
  utterances: (one) => {
    const said = where("statements", "utterance_id", one.utterance_id).map((each) => facetsOf("statements", each));
    const all = (key) => said.flatMap((each) => each[key]);
    return {
      sources: all("sources"), actors: [one.speaker_id, ...all("actors")], types: all("types"),
      measures: all("measures"), days: all("days"),
      verdicts: [...all("verdicts"), ...column(where("comparisons", "utterance_id", one.utterance_id), "verdict")],
    };
  },
  figures: (one) => {
    const event = row("events", one.event_id);
    return {
      sources: [one.source_id], actors: [one.of_actor_id, one.by_actor_id, ...actorsOfEvent(event)],
      types: kinds(event), measures: [one.measure], verdicts: verdictsOf("figures", [one]), days: daysOf(event),
    };
  },
  comparisons: (one) => {
    const event = row("events", one.event_id);
    const sides = where("sides", "comparison_id", one.comparison_id);
    const reports = sides.map((side) => row("reports", side.report_id)).filter(Boolean);
    const said = sides.map((side) => row("statements", side.statement_id)).filter(Boolean);
    return {
      sources: column(sides, "source_id"),
      actors: [one.of_actor_id, one.by_actor_id, one.claimed_by_actor_id, ...actorsOfEvent(event),
        row("utterances", one.utterance_id)?.speaker_id],
      types: [event, ...reports].flatMap(kinds), measures: [one.measure], verdicts: [one.verdict],
      days: [event, ...reports].flatMap(daysOf).concat(said.flatMap((each) => interval(each.said_date, each.said_date))),
    };
  },
  sides: (one) => {
    const fact = facetsOf("comparisons", row("comparisons", one.comparison_id));
    return { ...fact, sources: [one.source_id] };
  },
  actors: (one) => ({ actors: [one.actor_id] }),
  places: () => ({}),
});

function column(rows, name) {
  return rows.map((one) => one[name]);
}

/** The days from one to another; an end that is not known is open. */
function interval(from, until) {
  return from || until ? [[from || "0000", until || "9999-12-31"]] : [];
}

function daysOf(one) {
  return one ? interval(one.start_date, one.end_date) : [];
}

function kinds(one) {
  return one ? [one.type, one.mode && `${one.type}/${one.mode}`] : [];
}

function actorsOfEvent(event) {
  return event ? column(where("participants", "event_id", event.event_id), "actor_id") : [];
}

/** The reports whose words stand within those of a statement. */
function reportsWithin(statement) {
  const [start, end] = [Number(statement.char_start), Number(statement.char_end)];
  return where("reports", "source_id", statement.source_id)
    .filter((one) => start <= Number(one.char_start) && Number(one.char_end) <= end);
}

/** Verdicts of the comparisons that rows of a table are sides of. */
function verdictsOf(table, rows) {
  const key = KEYS[table];
  return rows.flatMap((one) => where("sides", key, one[key]))
    .map((side) => row("comparisons", side.comparison_id)?.verdict);
}
