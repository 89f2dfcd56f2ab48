// The bar of search and filters. What is set stands in the address, so it can be shared.

/** Draw the bar once; `changed` is called with the filters whenever they change. */
function drawFilters(changed) {
  const bar = document.getElementById("filters");
  const search = h("input", { type: "search", id: "filter-q", name: "q", autocomplete: "off",
    placeholder: "words, names, ids" });
  const fields = [
    field("q", "Search", search),
    field("source", "Source", choice("source", sourceOptions())),
    field("actor", "Actor", choice("actor", actorOptions())),
    field("event", "Event", choice("event", eventOptions())),
    field("measure", "Measure", choice("measure", codeOptions("measures", "figures", "measure"))),
    field("verdict", "Verdict", choice("verdict", codeOptions("verdicts", "comparisons", "verdict"))),
    field("from", "From", h("input", { type: "date", id: "filter-from", name: "from" })),
    field("to", "Until", h("input", { type: "date", id: "filter-to", name: "to" })),
  ];
  const form = h("form", { class: "filters", onsubmit: (event) => event.preventDefault() },
    ...fields, h("button", { type: "button", id: "filter-clear", onclick: () => setFilters(new URLSearchParams()) }, "Clear"));
  const details = h("details", { id: "filter-details" }, h("summary", {}, "Search and filters"), form);
  details.open = !matchMedia("(max-width: 48rem)").matches;
  bar.append(details, h("p", { id: "filter-state", role: "status" }));
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => setFilters(chosen(form)), 150);
  });
  addEventListener("hashchange", () => changed(readAddress().filters));
}

function field(name, label, control) {
  return h("p", { class: `field ${name}` }, h("label", { for: `filter-${name}` }, label), control);
}

function choice(name, options) {
  return h("select", { id: `filter-${name}`, name }, h("option", { value: "" }, "all"), ...options);
}

function option([value, words]) {
  return h("option", { value }, words);
}

function sourceOptions() {
  return tables.sources.map((one) => [one.source_id, `${sourceName(one.source_id)}${
    content.sources[one.source_id].day ? `, ${sourceDay(one.source_id)}` : ""}`]).sort(byWords).map(option);
}

function byWords(a, b) {
  return a[1].localeCompare(b[1], "en");
}

function actorOptions() {
  return tables.actors.map((one) => [one.actor_id, one.name || one.actor_id]).sort(byWords).map(option);
}

/** Types of events that occur, each with the modes of it that do. */
function eventOptions() {
  const modes = new Map();
  for (const { type, mode } of tables.events) {
    if (!modes.has(type)) modes.set(type, new Set());
    if (mode) modes.get(type).add(mode);
  }
  const types = [...modes.keys()].filter(Boolean).map((type) => [type, codeTitle("event_types", type)]);
  return types.sort(byWords).map(([type, words]) =>
    h("optgroup", { label: words },
      option([type, `${words}, all`]),
      ...[...modes.get(type)].map((mode) => [`${type}/${mode}`, codeTitle("modes", mode)]).sort(byWords).map(option)));
}

/** The codes of a list that occur in a column, in the order of the list. */
function codeOptions(list, table, column) {
  const there = new Set(tables[table].map((one) => one[column]));
  return Object.keys(content.codes[list] || {}).filter((code) => there.has(code))
    .map((code) => option([code, codeTitle(list, code)]));
}

function chosen(form) {
  const filters = readAddress().filters;
  for (const name of FILTERS) {
    const value = form.elements[name].value.trim();
    if (value) filters.set(name, value);
    else filters.delete(name);
  }
  return filters;
}

/** Put filters into the address; everything that is drawn follows. */
function setFilters(filters) {
  const { kind, id } = readAddress();
  const place = kind === "section" ? id : "who";
  history.replaceState(null, "", withFilters(place, filters));
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Show the filters of an address in the bar, and how much is left. */
function showFilters(filters) {
  const form = document.querySelector("#filters form");
  for (const name of FILTERS) {
    const control = form.elements[name];
    if (document.activeElement !== control) control.value = filters.get(name) || "";
  }
  const set = FILTERS.some((name) => filters.get(name));
  const left = (table, words) => counted(passing(table, filters).length, words);
  document.getElementById("filter-clear").disabled = !set;
  document.getElementById("filter-state").textContent = set
    ? `Left: ${left("comparisons", "fact")}, ${left("events", "event")}, ${left("statements", "statement")}, ${left("figures", "figure")}.`
    : "";
}
