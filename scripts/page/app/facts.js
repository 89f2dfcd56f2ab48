// Pieces that several parts show: a verdict, how a thing is told, what a side says.
const SIGNS = Object.freeze({ agree: "=", compatible: "≈", conflict: "≠", single: "1" });
const TOLD = Object.freeze({ occurred: "●", announced: "◇", possible: "?", denied: "✕" });

/** A verdict as sign and word. */
function verdictBadge(verdict) {
  return h("span", { class: `verdict ${verdict}`, title: codeMeaning("verdicts", verdict) },
    h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[verdict] || "·"), " ", codeTitle("verdicts", verdict));
}

/** How a thing is told: announced, occurred, …, as sign and word. */
function modalityBadge(modality) {
  return modality && h("span", { class: `told ${modality}`, title: codeMeaning("modalities", modality) },
    h("span", { class: "sign", "aria-hidden": "true" }, TOLD[modality] || "·"), " ", codeTitle("modalities", modality).toLowerCase());
}

/** "3 sources, 2 of them independent". */
function sourcesCounted(one) {
  const [all, independent] = [Number(one.source_count), Number(one.independent_count)];
  if (all === 1) return "1 source";
  return all === independent ? `${all} sources, all independent` : `${all} sources that count as ${independent}`;
}

/** What a source does that rests on others: "passes on the joint statement of …"; "" for none. */
function restsOn(comparison, source) {
  return content.facts[comparison]?.rests?.[source] || "";
}

/** Title of a fact, with the part of its story that it tells of. */
function factTitle(comparison) {
  const { title, part } = content.facts[comparison];
  return part ? `${title}: ${part}` : title;
}
