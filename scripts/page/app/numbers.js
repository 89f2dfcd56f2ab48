// The numbers that sources compare in, as a chart: folded, above the table of who says what.

let updateNumbers = null;

/** Draw the fold once; it holds the facts that pass the filters. */
function drawNumbers(filters) {
  if (chartSpecs()["figures-compared"].empty) return;
  updateNumbers ??= numbers();
  updateNumbers(filters);
}

function numbers() {
  const place = h("div", { class: "chart" });
  const paper = h("div", { class: "chart-paper", "aria-hidden": "true" });
  const summary = h("span", {});
  const tip = chartTip(place);
  const save = h("button", { type: "button", onclick: () => saveChart(view, "figures-compared.svg") }, "Save as SVG");
  const fold = h("details", { class: "fold", id: "numbers" }, h("summary", {}, "The numbers as a chart ", summary),
    h("figure", { class: "chart-figure", "aria-label": "What is told of the same number" },
      h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Numbers, side by side" }, place), paper,
      h("figcaption", {}, h("p", { class: "chart-help" }, chartSpecs()["figures-compared"].caption), save)), tip.box);
  body("who").before(fold);
  let filters = new URLSearchParams();
  let view = null;
  const again = whenNear(place, draw);
  addEventListener("beforeprint", () => {
    if (fold.open) embedChart(paper, kept("print"), false);
  });

  /** The spec with the facts that are left, moved up to where the others were. */
  function kept(mode) {
    const spec = structuredClone(chartSpec("figures-compared", mode));
    const left = new Set(passing("comparisons", filters).map((one) => one.comparison_id));
    return withFacts(spec, left);
  }

  async function draw() {
    const width = Math.max(place.parentElement.clientWidth, 600);
    const spec = kept(screenMode());
    save.disabled = !spec.datasets.facts.length;
    if (save.disabled) {
      place.replaceChildren(h("p", { class: "empty" }, "No number that several sources tell passes the filters."));
      return;
    }
    place.style.minHeight = `${spec.height + 40}px`;
    const made = await embedChart(place, { ...spec, width, autosize: { type: "fit-x", contains: "padding" } },
      (_, event, item, value) => tell(value && item?.datum, event?.target));
    if (!made) return;
    view = made;
    view.addEventListener("click", (_, item) => open(item?.datum));
    walkable(chartMarks(place, (a, b) => a.y - b.y || (a.x ?? 0) - (b.x ?? 0)), { open, show: tell });
  }

  function open(datum) {
    if (datum?.id && row("comparisons", datum.id)) go(addressOf("comparisons", datum.id));
  }

  function tell(datum, mark) {
    if (!datum?.id || !mark?.getBoundingClientRect) tip.hide();
    else tip.show(sideLines(datum), mark.getBoundingClientRect());
  }

  return (now) => {
    filters = new URLSearchParams(now);
    const left = new Set(passing("comparisons", filters).map((one) => one.comparison_id));
    summary.textContent = `(${counted(chartSpecs()["figures-compared"].datasets.facts.filter((one) => left.has(one.id)).length, "fact")})`;
    again();
  };
}

function sideLines({ fact, source, words, allows, kind, verdict, title, event, count }) {
  return source ? [h("strong", {}, `${source}: ${words}`), h("span", {}, `${kind}; allows ${allows}`), h("span", {}, fact), h("span", {}, verdict)]
    : [h("strong", {}, title), h("span", {}, event || ""), h("span", {}, `${verdict}, ${count}`)];
}

/** A spec with those of its facts that are left, without gaps. */
function withFacts(spec, left) {
  const { facts, sides, ticks } = spec.datasets;
  const [axis] = channels(spec, "y").filter((y) => y.scale);
  const end = axis.scale.domain[1];
  const rowHeight = spec.height / end;
  const moved = new Map();
  let top = 0;
  facts.forEach((one, at) => {
    if (!left.has(one.id)) return;
    const next = facts[at + 1]?.y ?? end + facts[0].y;
    moved.set(one.id, top - (one.y - facts[0].y));
    top += next - one.y;
  });
  const shift = (rows, ...columns) => rows.filter((one) => moved.has(one.id))
    .map((one) => ({ ...one, ...Object.fromEntries(columns.map((name) => [name, one[name] + moved.get(one.id)])) }));
  spec.datasets = { facts: shift(facts, "y", "below"), sides: shift(sides, "y"), ticks: shift(ticks, "top", "base", "below") };
  const values = spec.datasets.sides.map((one) => one.y);
  const labels = JSON.stringify(spec.datasets.sides.map((one) => (one.source.length > 30 ? `${one.source.slice(0, 29)}…` : one.source)));
  for (const y of channels(spec, "y")) {
    if (y.scale) y.scale.domain = [0, top];
    if (y.axis) Object.assign(y.axis, { values, labelExpr: `${labels}[indexof(${JSON.stringify(values)}, datum.value)]` });
  }
  spec.height = Math.round(top * rowHeight);
  return spec;
}
