// Who says what: facts down, sources across, story by story.

/** Sources that fit beside each other; with more of them each story has the columns of its own. */
const COLUMNS = 8;
const TIES = "abcdefghijklmnopqrstuvwxyz";

/** Draw the stories whose facts pass the filters. */
function drawWho(filters) {
  const place = body("who");
  const few = tables.sources.length <= COLUMNS;
  const alone = [];
  const shown = content.stories.map((story) => {
    const facts = story.facts.map((id) => row("comparisons", id)).filter((one) => passes("comparisons", one, filters));
    if (few) return { ...story, facts };
    alone.push(...facts.filter((one) => one.verdict === "single").map((fact) => ({ fact, story })));
    return { ...story, facts: facts.filter((one) => one.verdict !== "single") };
  }).filter((story) => story.facts.length);
  place.replaceChildren();
  if (!shown.length && !alone.length) {
    place.append(tables.comparisons.length ? nothingLeft("No fact passes the filters.") : h("p", { class: "empty" }, "No fact was found that can be held against another source."));
    return;
  }
  place.append(whoKey());
  if (few) drawTogether(place, shown);
  else drawList(place, shown, (story) => matrix([story], ownSources(story)), { first: 20, word: "story", more: place });
  if (alone.length) place.append(aloneList(alone, filters, !shown.length));
}

/** With few sources: one table, so that columns line up from story to story. */
function drawTogether(place, shown) {
  if (shown.length) place.append(matrix(shown, tables.sources.map((one) => one.source_id)));
}

function ownSources(story) {
  const there = new Set(story.facts.flatMap((fact) => where("sides", "comparison_id", fact.comparison_id).map((side) => side.source_id)));
  return tables.sources.map((one) => one.source_id).filter((id) => there.has(id));
}

/** What the signs mean, in one line. */
function whoKey() {
  return h("div", { class: "who-key" },
    digestsInWords(),
    h("p", {}, "Each row is one fact, each column one source, each cell what that source says. Open a row to read the sentences side by side."),
    h("p", {}, ...Object.keys(content.codes.verdicts).map((code) => [verdictBadge(code), " "]), ...Object.keys(content.codes.modalities).filter((code) => tables.sides.some((side) => side.modality === code)).map((code) => h("span", { class: `cell-key ${code}` }, modalityBadge(code)))));
}

/** That articles are told anew, and are not to be quoted, where that is so. */
function digestsInWords() {
  const digests = tables.sources.filter((one) => one.basis === "digest");
  if (!digests.length) return false;
  const which = digests.length === tables.sources.length ? "The articles" : `${digests.length.toLocaleString("en")} of ${counted(tables.sources.length, "article")}`;
  return h("p", { class: "digest" }, `${which} ${digests.length === 1 && tables.sources.length > 1 ? "is" : "are"} told in our own words (${codeTitle("source_bases", "digest").toLowerCase()}); only what stands in quotation marks is quoted.`);
}

/** One table of stories: roles are named, since narrow screens show its rows as blocks. */
function matrix(stories, sources) {
  const title = stories.length === 1 ? storyName(stories[0]) : "all stories";
  return h("table", { class: `matrix${sources.length > 5 ? " many" : ""}${narrow(sources.length) ? " stacked" : ""}`, "data-sources": sources.length, role: "table", "aria-label": `Who says what: ${title}` },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, h("th", { scope: "col", role: "columnheader", class: "fact" }, "Fact"),
      ...sources.map((id) => h("th", { scope: "col", role: "columnheader" }, rowLink("sources", id, sourceName(id)), h("small", {}, sourceDay(id)))))),
    ...stories.map((story) => storyRows(story, sources)));
}

/** Whether so many sources do not fit beside each other here, and their cells are stacked instead. */
function narrow(sources) {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return sources > COLUMNS || body("who").clientWidth < rem * (sources > 5 ? 13 + 6.5 * sources : 15 + 8 * sources);
}

/** Once: the layout follows the width of the window. */
function watchMatrices() {
  new ResizeObserver(() => {
    for (const table of body("who").querySelectorAll(".matrix")) {
      table.classList.toggle("stacked", narrow(Number(table.dataset.sources)));
    }
  }).observe(body("who"));
}

function storyName(story) {
  return story.title || "Words that several sources print";
}

function storyRows(story, sources) {
  const letters = new Map();
  const rows = story.facts.map((fact) => factRow(fact, sources, letters));
  return h("tbody", { role: "rowgroup" },
    h("tr", { role: "row", class: "story-head" }, h("td", { role: "cell", colspan: sources.length + 1 },
      h("h3", {}, storyName(story)),
      story.phases.length > 0 && h("ol", { class: "phases" }, ...phasesOf(story).map((phase) =>
        h("li", { class: phase.modality }, rowLink("events", phase.event, modalityBadge(phase.modality), " ", phase.when || "no day told")))))),
    ...rows,
    letters.size > 0 && h("tr", { role: "row", class: "tied" }, h("td", { role: "cell", colspan: sources.length + 1 },
      ...[...letters.values()].map(({ letter, words }) => h("p", {}, h("span", { class: "tie" }, letter), ` ${words}; sources with this letter count once.`)))));
}

/** The steps of a story, those that look alike once. */
function phasesOf(story) {
  const seen = new Set();
  return story.phases.filter((phase) => {
    const looks = `${phase.modality} ${phase.when}`;
    return !seen.has(looks) && seen.add(looks);
  });
}

function factRow(fact, sources, letters) {
  const said = sidesSaid(fact.comparison_id);
  const tied = new Map();
  for (const { family, sources: together, words } of ties(fact.comparison_id)) {
    if (!letters.has(family)) letters.set(family, { letter: TIES[letters.size % TIES.length], words });
    for (const source of together) tied.set(source, { ...letters.get(family), with: together.filter((one) => one !== source) });
  }
  const { title, part } = content.facts[fact.comparison_id];
  return h("tr", { role: "row", class: `fact-row ${fact.verdict}`, "data-fact": fact.comparison_id, onclick: openRow },
    h("th", { scope: "row", role: "rowheader" },
      rowLink("comparisons", fact.comparison_id, title), part && h("small", { class: "part" }, part),
      h("p", { class: "row-verdict" }, verdictBadge(fact.verdict), h("small", {}, sourcesCounted(fact))),
      fact.ruling && h("p", { class: "ruling" }, h("strong", {}, "Ruling: "), fact.ruling)),
    ...sources.map((id) => cell(id, said.filter(({ side }) => side.source_id === id), tied.get(id))));
}

/** What one source says of a fact; nothing to see, and "not told" to hear, where it says nothing. */
function cell(source, said, tie) {
  if (!said.length) return h("td", { role: "cell", class: "none" }, unseen("not told"));
  return h("td", { role: "cell" }, h("span", { class: "cell-source" }, sourceName(source)),
    ...said.map(({ side, words, voice }) => h("div", { class: `cell ${side.modality}` }, h("span", { class: "cell-words", title: words.length > 160 ? words : null }, shortened(words)), " ",
      modalityBadge(side.modality), tie ? tieMark(tie) : voice && h("small", {}, `according to ${voice}`))));
}

/** The letter of sources that count once; to hear, and on touch of the mouse, what it means. */
function tieMark({ letter, words, with: others }) {
  const told = `counts once with ${AND.format(others.map(sourceName))}`;
  return h("span", { class: "tie", title: `${capital(told)}: ${words}` }, unseen(` (${told}) `), h("span", { "aria-hidden": "true" }, letter));
}

function shortened(words) {
  return words.length > 160 ? `${words.slice(0, 159).trimEnd()}…` : words;
}

/** A click anywhere on a row opens its card, unless words are being selected or a link was meant. */
function openRow(event) {
  if (event.target.closest("a, button") || String(getSelection())) return;
  event.currentTarget.querySelector("a[data-row]").click();
}

/** Facts that one source tells alone, folded: there may be hundreds. */
function aloneList(alone, filters, open) {
  const rows = h("tbody");
  const details = h("details", { class: "alone-facts" }, h("summary", {}, `Told by one source alone: ${counted(alone.length, "fact")}`),
    h("table", { class: "alone" }, h("thead", {}, h("tr", {}, ...["Fact", "What it says", "Source"].map((name) => h("th", { scope: "col" }, name)))), rows));
  details.addEventListener("toggle", () => drawList(rows, alone, aloneRow, { word: "fact", more: details }), { once: true });
  details.open = open || filters.get("verdict") === "single";
  return details;
}

function aloneRow({ fact, story }) {
  const said = sidesSaid(fact.comparison_id);
  return h("tr", { class: "fact-row single", "data-fact": fact.comparison_id, onclick: openRow },
    h("th", { scope: "row" }, rowLink("comparisons", fact.comparison_id, factTitle(fact.comparison_id)), h("small", {}, storyName(story))),
    h("td", {}, ...said.map(({ side, words }) => h("p", {}, shortened(words), " ", modalityBadge(side.modality)))),
    h("td", {}, sourceName(said[0]?.side.source_id)));
}
