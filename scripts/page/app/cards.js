// A row as a card, in a dialog: its words in their sentence, its source, how it was found.

/** Open the card of a row. */
function openCard(table, key) {
  const dialog = document.getElementById("card");
  const one = row(table, key);
  const close = h("button", { type: "button", class: "close", onclick: () => dialog.close() }, "Close");
  dialog.replaceChildren(
    h("header", {}, h("h2", { id: "card-heading", tabindex: "-1" }, CARD_TITLES[table](one)), close),
    ...[...CARD_BODIES[table](one), Object.hasOwn(MARK_KINDS, table) && alsoMarked(table, one)].filter(Boolean),
    h("footer", {}, h("code", {}, key), " ", h("a", { href: withFilters("tables", new URLSearchParams([["table", table], ["row", key]])) }, "in its table")),
  );
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  document.getElementById("card-heading").focus();
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

const CARD_TITLES = {
  sources: (one) => sourceName(one.source_id),
  events: (one) => content.events[one.event_id].title,
  reports: (one) => `${sourceName(one.source_id)} on: ${content.events[one.event_id]?.title || one.mode || one.type}`,
  statements: (one) => `${one.kind === "direct" ? "Quotation" : "Reported words"}: ${actorName(one.speaker_id) || one.speaker || "nobody named"}`,
  utterances: (one) => `Words of ${actorName(one.speaker_id) || "nobody named"}`,
  figures: (one) => one.text,
  comparisons: (one) => factTitle(one.comparison_id),
  actors: (one) => one.name,
  places: (one) => one.name,
};

const CARD_BODIES = {
  sources: (one) => [facts([["Title", one.title], ["Published", sourceDay(one.source_id)], ["Address", one.url && webLink(one.url)], ["Rights", one.rights]])],
  events: (one) => [facts([["When", content.events[one.event_id].when || "not told"], ["Told as", modalityBadge(one.modality)], ["Sources", sourcesCounted(one)]]),
    ...where("reports", "event_id", one.event_id).map((report) => said("reports", report))],
  reports: (one) => [said("reports", one), facts([["Event", rowLink("events", one.event_id, content.events[one.event_id]?.title || one.event_id)]])],
  statements: (one) => [said("statements", one)],
  utterances: (one) => where("statements", "utterance_id", one.utterance_id).map((each) => said("statements", each)),
  figures: (one) => [said("figures", one), ...comparedWith("figure_id", one.figure_id)],
  comparisons: (one) => sidesOf(one),
  actors: (one) => [facts([["Kind", codeTitle("actor_kinds", one.kind)]])],
  places: (one) => [facts([["Country", actorName(one.country_id)]])],
};

/** Pairs of name and value as a list; empty values are left out. */
function facts(pairs) {
  return h("dl", { class: "about" }, ...pairs.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

/** A row's sentence under the name of its source, with the way to its mark. */
function said(table, one) {
  return h("figure", { class: "said" }, markedSentence(table, one),
    h("figcaption", {}, rowLink("sources", one.source_id, sourceName(one.source_id)), sourceDay(one.source_id) && `, ${sourceDay(one.source_id)}`, " ",
      h("a", { href: addressOfMark(table, one[KEYS[table]]), class: "to-mark" }, "show in the article")));
}

/** The sides of a comparison, beside each other. */
function sidesOf(comparison) {
  const sides = where("sides", "comparison_id", comparison.comparison_id);
  return [
    h("p", {}, verdictBadge(comparison.verdict), " ", sourcesCounted(comparison), ". ", comparison.note),
    comparison.ruling && h("p", {}, h("strong", {}, "Ruling: "), comparison.ruling),
    h("div", { class: "sides" }, ...sides.map((side) => {
      const read = readFrom(side);
      const rests = restsOn(side.comparison_id, side.source_id);
      return h("section", { class: "side" },
        h("h3", {}, rowLink("sources", side.source_id, sourceName(side.source_id))),
        h("p", {}, h("strong", {}, side.value_text), " ", modalityBadge(side.modality), rests && h("small", {}, ` ${rests}`)),
        read?.row && said(read.table, read.row));
    })),
  ];
}

/** The comparisons that a row is a side of. */
function comparedWith(column, key) {
  return where("sides", column, key).map((side) => h("section", {},
    h("h3", {}, rowLink("comparisons", side.comparison_id, factTitle(side.comparison_id))),
    ...sidesOf(row("comparisons", side.comparison_id)).filter(Boolean)));
}
