// The timeline: events by type or by actor along time, with zoom, for mouse and keyboard.

const DAY = 86_400_000;
/** Narrower than this the names of lanes stand in their lanes, in pixels. */
const NARROW = 560;
/** Room for the names of lanes beside them, in pixels. */
const NAMES = 180;

/** Draw the frame of a timeline into an element, once; returns `update(filters)`. */
function timeline(parent) {
  const state = { by: "type", filters: new URLSearchParams(), view: null, span: [], home: [], waiting: 0 };
  const place = h("div", { class: "chart" });
  const paper = h("div", { class: "chart-paper", "aria-hidden": "true" });
  const shown = h("p", { class: "chart-shown", role: "status" });
  const summary = h("p", { id: "when-summary" });
  const caption = h("span", {});
  const tip = chartTip(place);
  const buttons = [
    ["Zoom in", "+", () => zoom(0.5)], ["Zoom out", "−", () => zoom(2)],
    ["Earlier", "◂", () => move(-0.25)], ["Later", "▸", () => move(0.25)],
  ].map(([name, sign, act]) => h("button", { type: "button", onclick: act, title: name, "aria-label": name }, sign));
  const all = h("button", { type: "button", onclick: () => setSpan(whole()) }, "All events");
  const reset = h("button", { type: "button", onclick: () => setSpan(state.home) }, "Reset");
  const save = h("button", { type: "button", onclick: () => saveChart(state.view, `timeline-by-${state.by}.svg`) }, "Save as SVG");
  const controls = [...buttons, all, reset, save];
  const by = h("fieldset", { class: "by" }, h("legend", {}, "Lanes"),
    ...[["type", "by type"], ["actor", "by actor"]].map(([value, words]) => h("label", {},
      h("input", { type: "radio", name: "lanes", value, checked: value === state.by, onchange: () => { state.by = value; draw(); } }), ` ${words}`)));
  parent.append(h("div", { class: "chart-controls", role: "group", "aria-label": "Timeline" }, by,
    h("div", { class: "zoom" }, ...controls)), shown,
  h("figure", { class: "chart-figure", "aria-label": "Timeline of events", "aria-describedby": "when-summary" },
    place, paper, h("figcaption", {}, summary, h("p", { class: "chart-help" },
      caption, matchMedia("(pointer: coarse)").matches ? " Tap a mark to open it; drag sideways to move; + and − above zoom."
        : " Drag sideways to move, hold Ctrl, Alt or ⌘ and turn the wheel to zoom; by keyboard: Tab to the marks, arrow keys from one to the next, Enter opens, + and − zoom, 0 resets."))), tip.box);
  place.addEventListener("keydown", (event) => {
    const act = { "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), 0: () => setSpan(state.home) }[event.key];
    if (act && !event.ctrlKey && !event.metaKey) { event.preventDefault(); act(); }
  });
  const again = whenNear(place, draw);
  addEventListener("beforeprint", () => { if (kept().size) drawPaper(); });

  function kept() {
    return new Set(passing("events", state.filters).map((one) => one.event_id));
  }

  /** The spec of the lanes that are chosen, for a mode and a width in pixels. */
  function spec(mode, width, inside) {
    return laidOut(chartSpec(`timeline-by-${state.by}`, mode), kept(), inside ? width : width - NAMES, inside);
  }

  async function draw() {
    const width = place.clientWidth;
    if (!width) return;
    caption.textContent = chartSpecs()[`timeline-by-${state.by}`].caption;
    const inside = width < NARROW;
    const made = spec(screenMode(), width, inside);
    const marks = made.datasets.events.length;
    controls.forEach((one) => { one.disabled = !marks; });
    if (!marks) {
      place.replaceChildren(h("p", { class: "empty" }, "No event with a date passes the filters."));
      shown.textContent = "";
      state.view = null;
      return;
    }
    place.style.minHeight = `${made.height + 60}px`;
    Object.assign(made, { width, autosize: { type: "fit-x", contains: "padding" } });
    if (inside) made.config.legend = { ...made.config.legend, columns: 2 };
    const view = await embedChart(place, made, (_, event, item, value) => tell(value && item?.datum, event?.target));
    if (!view) return;
    const before = state.span;
    Object.assign(state, { view, home: view.signal("span"), span: view.signal("span") });
    view.addEventListener("click", (_, item) => open(item?.datum));
    view.addSignalListener("zoom", (_, { at }) => { state.span = at ? at.map(Number) : state.home; settled(); });
    if (before.length && before.some((one, at) => one !== state.home[at])) setSpan(before);
    else settled();
  }

  /** After every drawing: marks for the keyboard, and words for what is in view. */
  function settled() {
    shown.textContent = `In view: ${dayWords(state.span[0])} to ${dayWords(state.span[1])}`;
    cancelAnimationFrame(state.waiting);
    state.waiting = requestAnimationFrame(() => {
      const marks = chartMarks(place, (a, b) => a.start - b.start || a.row - b.row);
      const [first, last] = state.span;
      walkable(marks, {
        first: marks.findIndex(({ __data__: { datum } }) => datum.end > first && datum.start < last),
        open, show: (datum, mark) => { if (datum) reveal(datum); tell(datum, mark); },
      });
      const focused = marks.find((one) => one === document.activeElement);
      if (focused) tell(focused.__data__.datum, focused);
    });
  }

  function tell(datum, mark) {
    if (!datum || !mark?.getBoundingClientRect) tip.hide();
    else tip.show(eventLines(datum), mark.getBoundingClientRect());
  }

  function open(datum) {
    if (datum?.id && row("events", datum.id)) go(addressOf("events", datum.id));
  }

  /** Move the view so that a mark is in it. */
  function reveal({ start, end }) {
    const [first, last] = state.span;
    const middle = (start + end) / 2;
    if (end <= first || start >= last) setSpan([middle - (last - first) / 2, middle + (last - first) / 2]);
  }

  function whole() {
    const events = state.view?.data("events") || [];
    const [first, last] = [Math.min(...events.map((one) => one.start)), Math.max(...events.map((one) => one.end))];
    const room = Math.max((last - first) * 0.03, 3 * DAY);
    return [first - room, last + room];
  }

  function setSpan(span) {
    state.view?.signal("zoom_at", span).runAsync();
  }

  function zoom(factor) {
    const [first, last] = state.span;
    const half = Math.min(Math.max((last - first) * factor, 7 * DAY), 400_000 * DAY) / 2;
    setSpan([(first + last) / 2 - half, (first + last) / 2 + half]);
  }

  function move(share) {
    const [first, last] = state.span;
    setSpan([first + (last - first) * share, last + (last - first) * share]);
  }

  /** On paper the chart is light and as wide as the sheet, whatever the screen shows. */
  function drawPaper() {
    const made = spec("print", chartSpec(`timeline-by-${state.by}`, "print").width + NAMES, false);
    if (made.datasets.events.length) embedChart(paper, { ...made, config: { ...made.config, background: "#fff" } }, false);
    else paper.replaceChildren();
  }

  return (filters) => {
    state.filters = new URLSearchParams(filters);
    summary.textContent = timelineInWords(passing("events", state.filters));
    again();
  };
}

/** What the box beside a mark says of its event. */
function eventLines({ id, title, kind, dates, role, sources }) {
  const one = row("events", id);
  return [h("strong", {}, content.events[id]?.title || title), h("span", {}, `${kind}: ${dates}`), role && h("span", {}, role),
    h("span", {}, `Told by ${sources}`), one && Number(one.source_count) > 1 && h("span", {}, sourcesCounted(one))].filter(Boolean);
}

/** A timeline in one or two sentences. */
function timelineInWords(events) {
  const dated = events.filter((one) => one.start_date || one.end_date);
  if (!dated.length) return "No event with a date is left.";
  const kinds = Object.keys(content.codes.modalities || {}).map((code) => [dated.filter((one) => one.modality === code).length, content.told[code]]).filter(([count]) => count);
  const types = new Map();
  for (const one of dated) types.set(one.type, (types.get(one.type) || 0) + 1);
  const counts = [...types].sort((a, b) => b[1] - a[1]);
  // A type that is one of many alike tells nothing.
  const most = counts.filter(([, count]) => count >= 3 && count > (counts.at(-1)?.[1] || 0) && count > dated.length / counts.length).slice(0, 3)
    .map(([type, count]) => `${codeTitle("event_types", type) || "of no type"} (${count})`);
  const days = dated.flatMap((one) => [one.start_date, one.end_date]).filter(Boolean).sort();
  return `${counted(dated.length, "event")} with a date, between ${dayWords(days[0])} and ${dayWords(days.at(-1))}: `
    + `${kinds.map(([count, words]) => `${count} ${words}`).join(", ")}.${most.length ? ` Told of most: ${AND.format(most)}.` : ""}`;
}
