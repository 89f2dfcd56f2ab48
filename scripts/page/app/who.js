// Who says what: facts down, sources across, story by story.

/** Sources that fit beside each other; with more of them each story has the columns of its own. */
const COLUMNS = 8;

/** Draw the stories whose facts pass the filters. */
function drawWho(filters) {
  const place = body("who");
  const shown = content.stories
    .map((story) => ({ ...story, facts: story.facts.map((id) => row("comparisons", id)).filter((one) => passes("comparisons", one, filters)) }))
    .filter((story) => story.facts.length);
  place.replaceChildren();
  if (!shown.length) place.append(nothingLeft("No fact passes the filters."));
  drawList(place, shown, storyTable, { first: 20, word: "story" });
}

function storyTable(story) {
  const sources = tables.sources.length <= COLUMNS ? tables.sources.map((one) => one.source_id) : story.sources;
  return h("div", { class: "story" },
    h("h3", {}, story.title || "Words that several sources print"),
    h("ul", { class: "phases" }, ...story.phases.map((phase) => h("li", {}, modalityBadge(phase.modality), " ", rowLink("events", phase.event, phase.when || "day not told")))),
    h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": `Who says what: ${story.title}` },
      h("table", {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Fact"), h("th", { scope: "col" }, "Verdict"), ...sources.map((id) => h("th", { scope: "col" }, sourceName(id), h("small", {}, sourceDay(id)))))),
        h("tbody", {}, ...story.facts.map((fact) => factRow(fact, sources))))));
}

function factRow(fact, sources) {
  const sides = where("sides", "comparison_id", fact.comparison_id);
  return h("tr", { class: fact.verdict, "data-fact": fact.comparison_id },
    h("th", { scope: "row" }, rowLink("comparisons", fact.comparison_id, factTitle(fact.comparison_id)), h("small", {}, sourcesCounted(fact))),
    h("td", {}, verdictBadge(fact.verdict)),
    ...sources.map((id) => h("td", {}, ...sides.filter((side) => side.source_id === id).map((side) => h("p", {}, side.value_text, " ", modalityBadge(side.modality))))));
}
