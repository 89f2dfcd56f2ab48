// The filters: their names, and what each of them can be set to.
const FILTERS = Object.freeze(["q", "source", "actor", "event", "measure", "verdict", "from", "to"]);
const FILTER_TITLES = Object.freeze({
  q: "Words", source: "Source", actor: "Actor", event: "Event", measure: "Measure",
  verdict: "Verdict", from: "From", to: "Until",
});

/** Why a filter cannot be set to a value; "" where it can. */
function filterProblem(name, value) {
  if (name === "q") {
    return wordsWanted(value).length ? "" : `there is no word in “${value}”`;
  }
  if (name === "from" || name === "to") {
    return isDay(value) ? "" : `“${value}” is no day such as 2023-12-07`;
  }
  return isKnown(name, value) ? "" : `there is no ${FILTER_TITLES[name].toLowerCase()} “${value}” here`;
}

function isDay(value) {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value);
}

function isKnown(name, value) {
  if (name === "source") return Boolean(row("sources", value));
  if (name === "actor") return Boolean(row("actors", value));
  if (name === "measure") return isCode("measures", value);
  if (name === "verdict") return isCode("verdicts", value);
  const [type, mode, ...more] = value.split("/");
  return isCode("event_types", type) && (mode === undefined || isCode("modes", mode)) && !more.length;
}

function isCode(list, code) {
  return Object.hasOwn(content.codes[list] || {}, code);
}

/** What a filter is set to, in words: "in conflict", "Retreat: release". */
function filterValue(name, value) {
  if (name === "source") return [sourceName(value), sourceDay(value)].filter(Boolean).join(", ");
  if (name === "actor") return actorName(value);
  if (name === "measure") return codeTitle("measures", value);
  if (name === "verdict") return codeTitle("verdicts", value);
  if (name !== "event") return value;
  const [type, mode] = value.split("/");
  return mode ? codeTitle("modes", mode) : codeTitle("event_types", type);
}
