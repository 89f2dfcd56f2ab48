// When: events along time, those without a date apart, and all dated ones as a list.

let updateTimeline = null;

function drawWhen(filters) {
  const place = body("when");
  const there = tables.events.some((one) => one.start_date || one.end_date);
  const events = passing("events", filters);
  if (!updateTimeline) {
    const chart = h("div", { class: "timeline" });
    place.replaceChildren(chart, h("div", { id: "when-list" }), h("div", { id: "when-undated" }));
    updateTimeline = there ? timeline(chart)
      : () => chart.replaceChildren(h("p", { class: "empty" }, tables.events.length ? "No event of this package has a date, so there is no timeline." : "No event was found in the articles."));
  }
  updateTimeline(filters);
  drawEventList(events.filter((one) => one.start_date || one.end_date), there);
  drawUndated(events.filter((one) => !one.start_date && !one.end_date));
  if (!events.length && tables.events.length) document.getElementById("when-undated").append(nothingLeft("No event passes the filters."));
}

const EVENT_COLUMNS = Object.freeze([
  ["When", (one) => `${one.start_date || one.end_date} ${one.end_date}`, (one) => content.events[one.event_id].when],
  ["Known to the", (one) => Object.keys(content.codes.date_precisions || {}).indexOf(one.date_precision), (one) => one.date_precision === "range" ? "first and last day" : codeTitle("date_precisions", one.date_precision).toLowerCase()],
  ["What", (one) => content.events[one.event_id].title, (one) => rowLink("events", one.event_id, content.events[one.event_id].title)],
  ["Told as", (one) => one.modality, (one) => modalityBadge(one.modality)],
  ["Sources", (one) => -Number(one.source_count), (one) => sourceLinks(one.event_id)],
]);

/** The sources that tell of an event, as links to what each of them says. */
function sourceLinks(event) {
  const told = new Map(where("reports", "event_id", event).map((report) => [report.source_id, report]));
  return [...told].flatMap(([source, report], at) => [at ? ", " : "", rowLink("reports", report.report_id, sourceName(source))]);
}

/** The dated events as a table that sorts: what the timeline shows, in words. */
function drawEventList(events, there) {
  const place = document.getElementById("when-list");
  const open = place.querySelector("details")?.open || false;
  if (!there || !events.length) {
    place.replaceChildren();
    return;
  }
  const rows = h("tbody", {});
  const heads = EVENT_COLUMNS.map(([name], at) => h("th", { scope: "col" }, h("button", { type: "button", class: "sort", onclick: () => sort(at) }, name)));
  let sorted = null;
  function sort(at) {
    sorted = { at, down: sorted?.at === at && !sorted.down };
    heads.forEach((head, number) => {
      if (number === at) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const key = EVENT_COLUMNS[at][1];
    const order = [...events].sort((a, b) => compareKeys(key(a), key(b)) * (sorted.down ? -1 : 1));
    rows.replaceChildren();
    more.replaceChildren();
    drawList(rows, order, (one) => h("tr", {}, ...EVENT_COLUMNS.map(([, , cell]) => h("td", {}, cell(one)))), { word: "event", more });
  }
  const more = h("div", {});
  const details = h("details", { class: "fold", open, ontoggle: () => { if (details.open && !sorted) sort(0); } },
    h("summary", {}, `The same as a list: ${counted(events.length, "event")} with a date`),
    h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Events with a date" }, h("table", {}, h("thead", {}, h("tr", {}, ...heads)), rows)), more);
  place.replaceChildren(details);
}

function compareKeys(a, b) {
  return typeof a === "number" ? a - b : inEnglish.compare(a, b);
}

/** Events that no source puts at a time, by type. */
function drawUndated(events) {
  const place = document.getElementById("when-undated");
  place.replaceChildren();
  if (!events.length) return;
  const types = new Map(Object.keys(content.codes.event_types || {}).map((type) => [type, []]));
  for (const one of events) {
    if (!types.has(one.type)) types.set(one.type, []);
    types.get(one.type).push(one);
  }
  const groups = [...types].filter(([, own]) => own.length);
  place.append(h("h3", {}, `Without a date (${events.length})`),
    h("p", { class: "soft" }, "The sources tell of these without a day, month or year that could be known for certain; nothing is guessed."),
    h("div", { class: "undated" }, ...groups.map(([type, own]) => {
      const list = h("ul", {});
      const fold = h("details", { class: "fold", open: events.length <= 24, ontoggle: () => fill() },
        h("summary", {}, h("h4", {}, `${codeTitle("event_types", type) || "Of no type"} (${own.length})`)), list);
      const fill = () => {
        if (fold.open && !list.children.length) {
          drawList(list, own, (one) => h("li", {}, rowLink("events", one.event_id, content.events[one.event_id].title), " ", modalityBadge(one.modality),
            h("small", {}, sourceLinks(one.event_id))), { word: "event", more: fold });
        }
      };
      fill();
      return fold;
    })));
}
