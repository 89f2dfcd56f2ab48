// Pieces that several parts show: a verdict, how a thing is told, what a side says.

/** The sign of a code, which tells it without colour; its words stand beside it. */
function signOf(list, code) {
  return h("span", { class: "sign", "aria-hidden": "true" }, content.signs[list][code] || "·");
}

/** A verdict as sign and word. */
function verdictBadge(verdict) {
  return h("span", { class: `verdict ${verdict}`, title: codeMeaning("verdicts", verdict) },
    signOf("verdicts", verdict), " ", codeTitle("verdicts", verdict));
}

/** How a thing is told, as sign and plain words: told as done, announced, … */
function modalityBadge(modality) {
  return modality && h("span", { class: `told ${modality}`, title: codeMeaning("modalities", modality) },
    signOf("modalities", modality), " ", content.told[modality]);
}

/** "3 sources, 2 of them independent". */
function sourcesCounted(one) {
  return content.facts[one.comparison_id]?.counts || content.counts[`${one.source_count}/${one.independent_count}`];
}

/** What a source does that rests on others: "passes on the joint statement of …"; "" for none. */
function restsOn(comparison, source) {
  return content.facts[comparison]?.rests?.[source] || "";
}

/** Title of a fact, with the part of its story that it tells of. */
function factTitle(comparison) {
  const { title, part } = content.facts[comparison];
  return part ? `${title} (${part})` : title;
}

/** The sides of a fact, each with its words for readers: "by Chad, concerning Peru", "7 December
 * 2023 (“Thursday”)". */
function sidesSaid(comparison) {
  const said = content.facts[comparison]?.says || [];
  return where("sides", "comparison_id", comparison).map((side, at) => ({ side, words: said[at] ?? side.value_text, voice: content.facts[comparison].said_by?.[at] || "" }));
}

/** Sources of a fact that rest on one: [{sources, words}], in the order of the table. */
function ties(comparison) {
  const families = new Map();
  for (const { source_id: source, family } of where("sides", "comparison_id", comparison)) {
    if (!family) continue;
    if (!families.has(family)) families.set(family, new Set());
    families.get(family).add(source);
  }
  return [...families].filter(([, sources]) => sources.size > 1).map(([family, sources]) => ({
    family, sources: [...sources],
    words: [...sources].map((source) => restsOn(comparison, source)).find(Boolean) || "is one source in several prints",
  }));
}

/** Why tied sources count once. Whoever rests on one of them rests on another, not on itself. */
function tieWords({ sources, words }) {
  const [same, first] = /^(.* as )(.+)$/u.exec(words) || [];
  const held = sources.map(sourceName);
  if (!same || !held.includes(first)) return `${AND.format(held)} count once: each ${words}`;
  const others = held.filter((name) => name !== first);
  return `${AND.format(held)} count once: ${AND.format(others)} ${others.length === 1 ? words : words.replace(/^prints/u, "print")}`;
}

/** Parts with something between them; what is not there leaves nothing behind. */
function between(sign, ...parts) {
  return parts.filter(Boolean).flatMap((part, at) => (at ? [sign, part] : [part]));
}

/** A link out of the page, if it is one that a browser follows to a page; else its text. */
function webLink(url) {
  return /^https?:\/\//i.test(url) ? h("a", { href: url, rel: "noreferrer" }, url) : url;
}
