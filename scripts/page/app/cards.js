// A row as a card, in a dialog: its words in their sentence, its source, how it was found.

/** Open the card of a row. */
function openCard(table, key) {
  const dialog = document.getElementById("card");
  const one = row(table, key);
  const close = h("button", { type: "button", class: "close", onclick: () => dialog.close() }, "Close");
  const shown = [...CARD_BODIES[table](one), Object.hasOwn(MARK_KINDS, table) && alsoMarked(table, one)].flat(Infinity).filter(Boolean);
  dialog.replaceChildren(...[
    h("header", {}, h("div", {}, h("p", { class: "kind" }, CARD_KINDS[table]), h("h2", { id: "card-heading", tabindex: "-1" }, CARD_TITLES[table](one))), close),
    ...shown,
    digestNote(shown),
    allColumns(table, one),
    cardFoot(table, key),
  ].filter(Boolean));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  document.getElementById("card-heading").focus();
}

/** The address of a card, its row in the table, its id. */
function cardFoot(table, key) {
  const link = new URL(addressOf(table, key, NO_FILTERS), location.href).href;
  return h("footer", {}, copyButton(link, "Copy link"), " ",
    h("a", { href: withFilters("tables", new URLSearchParams([["table", table], ["row", key]])) }, "Show in its table"),
    h("small", {}, "Id ", h("code", {}, key), " ", copyButton(key, "Copy id")));
}

/** Once: closing a card leads back to where it was opened. */
function watchCard() {
  const dialog = document.getElementById("card");
  dialog.addEventListener("close", () => {
    if (shownAddress.kind === "row") leaveCard();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

const CARD_KINDS = Object.freeze({
  sources: "Source", events: "Event", reports: "Report of an event", statements: "Statement",
  utterances: "Words", figures: "Figure", comparisons: "Fact across sources", actors: "Actor", places: "Place",
});

const CARD_TITLES = {
  sources: (one) => sourceName(one.source_id),
  events: (one) => eventName(one.event_id),
  reports: (one) => `${sourceName(one.source_id)} on: ${eventName(one.event_id) || codeTitle("modes", one.mode) || codeTitle("event_types", one.type)}`,
  statements: (one) => `${one.kind === "direct" ? "Quotation" : "Reported words"} of ${speakerName(one)}`,
  utterances: (one) => `Words of ${actorName(one.speaker_id) || "nobody named"}`,
  figures: (one) => one.text,
  comparisons: (one) => content.facts[one.comparison_id].claim || factTitle(one.comparison_id),
  actors: (one) => one.name || one.actor_id,
  places: (one) => one.name || one.place_id,
};

const CARD_BODIES = {
  sources: sourceCard,
  events: eventCard,
  reports: (one) => [said("reports", one), facts([["Event", eventLink(one.event_id)], ["Told as", modalityBadge(one.modality)],
    ["When", reportWhen(one)], ["Where", placeLink(one.place_id, one.place_text)], ["Who took part", participantsOf("report_id", one.report_id)], ["Found by", ruleOf("reports", one)]]),
  comparedWith("report_id", one.report_id, "What other sources tell of it"),
  othersSaid("Other sources on this event", "reports", where("reports", "event_id", one.event_id).filter((each) => each.report_id !== one.report_id))],
  statements: statementCard,
  utterances: (one) => [facts([["Speaker", actorLink(one.speaker_id)], ["Printed by", sourcesCounted(one)]]),
    manySaid("statements", where("statements", "utterance_id", one.utterance_id)), comparedWith("utterance_id", one.utterance_id, "As compared", "comparisons")],
  figures: (one) => [said("figures", one), facts([["Says", figureWords(one)], ["Told as", modalityBadge(one.modality)], ["Of", actorLink(one.of_actor_id)], ["By", actorLink(one.by_actor_id)],
    ["Event", eventLink(one.event_id)], ["Said in", one.statement_id && rowLink("statements", one.statement_id, `words of ${speakerName(row("statements", one.statement_id))}`)],
    ["Part of", one.subset_of_figure_id && rowLink("figures", one.subset_of_figure_id, row("figures", one.subset_of_figure_id)?.text || one.subset_of_figure_id)], ["Found by", ruleOf("figures", one)]]),
  comparedWith("figure_id", one.figure_id, "Who else says it")],
  comparisons: sidesOf,
  actors: actorCard,
  places: (one) => [facts([["Country", actorLink(one.country_id)], ["Known to the", codeTitle("place_precisions", one.place_precision).toLowerCase()]]),
    manyLinks("Events there", where("events", "place_id", one.place_id).map((event) => eventLink(event.event_id)), "event")],
};

/** The sides of a comparison, beside each other. */
function sidesOf(comparison) {
  const id = comparison.comparison_id;
  const tied = ties(id);
  return [
    h("p", {}, verdictBadge(comparison.verdict), " ", codeMeaning("verdicts", comparison.verdict), " ", h("span", { class: "soft" }, sourcesCounted(comparison), ".")),
    reasonsOf(comparison).map((words) => h("p", { class: "reason" }, words)),
    comparison.ruling && h("p", { class: "ruling" }, h("strong", {}, "Ruling: "), comparison.ruling),
    tied.map((one) => h("p", { class: "soft" }, `${tieWords(one)}.`)),
    facts([["Fact", content.facts[id].claim && factTitle(id) !== content.facts[id].claim && factTitle(id)], ["Event", eventLink(comparison.event_id)], ["Words", comparison.utterance_id && rowLink("utterances", comparison.utterance_id, shortened(row("utterances", comparison.utterance_id)?.text || ""))], ["According to", actorLink(comparison.claimed_by_actor_id)]]),
    h("div", { class: "sides" }, ...sidesSaid(id).map((told) => sideCard(told, comparison))),
  ];
}

/** What one source says of a fact: its words, its sentence, on whom it rests. */
function sideCard({ side, words, voice }, comparison) {
  const read = readFrom(side);
  const rests = restsOn(side.comparison_id, side.source_id);
  return h("section", { class: `side ${comparison.verdict} ${side.modality}` },
    h("h3", {}, rowLink("sources", side.source_id, sourceName(side.source_id)), h("small", {}, sourceDay(side.source_id))),
    comparison.about !== "utterance" && h("p", { class: "side-words" }, h("strong", {}, words)),
    h("p", { class: "soft" }, between(" · ", modalityBadge(side.modality), rests || (voice && `according to ${voice}`))),
    read?.row && said(read.table, read.row, false));
}

/** The comparisons that a row is a side of, or that are about it. */
function comparedWith(column, key, heading, table = "sides") {
  const ids = [...new Set(where(table, column, key).map((one) => one.comparison_id))];
  return ids.length > 0 && h("section", { class: "compared" }, h("h3", {}, heading), h("ul", { class: "links" }, ...ids.map((id) => {
    const fact = row("comparisons", id);
    return h("li", {}, rowLink("comparisons", id, content.facts[id].claim || factTitle(id)), " ", verdictBadge(fact.verdict), " ",
      h("span", { class: "soft" }, sidesSaid(id).filter(({ side }) => !side[column] || side[column] !== key).map(({ side, words }) => `${sourceName(side.source_id)}: ${shortened(words)}`).join("; ")));
  })));
}
