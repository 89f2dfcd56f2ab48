// Parts of cards: sentences, links to other rows, and the columns of the table as they stand.

/** Pairs of name and value as a list; empty values are left out. */
function facts(pairs) {
  const known = pairs.filter(([, value]) => value && !(Array.isArray(value) && !value.length));
  return known.length > 0 && h("dl", { class: "about" }, ...known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

/** A row's sentence, with the way to its mark; under the name of its source where `named`. */
function said(table, one, named = true) {
  return h("figure", { class: "said", "data-source": one.source_id, "data-basis": row("sources", one.source_id)?.basis }, markedSentence(table, one),
    h("figcaption", {}, named && [rowLink("sources", one.source_id, sourceName(one.source_id)), sourceDay(one.source_id) && `, ${sourceDay(one.source_id)}`, " · "],
      rowLink(table, one[KEYS[table]], CARD_KINDS[table].toLowerCase()), " · ",
      h("a", { href: addressOfMark(table, one[KEYS[table]]), class: "to-mark" }, "show in the article")));
}

/** Several rows' sentences, the first ones at once. */
function manySaid(table, rows) {
  const place = h("div", {});
  drawList(place, rows, (one) => said(table, one), { first: 8, word: CARD_KINDS[table].toLowerCase(), more: place });
  return place;
}

function othersSaid(heading, table, rows) {
  return rows.length > 0 && h("section", {}, h("h3", {}, heading), manySaid(table, rows));
}

/** A list of links under a heading, the first ones at once. */
function manyLinks(heading, links, word) {
  if (!links.length) return false;
  const list = h("ul", { class: "links" });
  const section = h("section", {}, h("h3", {}, heading), list);
  drawList(list, links, (link) => h("li", {}, link), { first: 12, word, more: section });
  return section;
}

function eventName(id) {
  return content.events[id]?.title || "";
}

function eventLink(id) {
  return id && row("events", id) && h("span", {}, rowLink("events", id, eventName(id)), content.events[id].when && h("span", { class: "soft" }, `, ${content.events[id].when}`));
}

function actorLink(id) {
  return id && (row("actors", id) ? rowLink("actors", id, actorName(id)) : id);
}

function placeLink(id, text) {
  const words = text && text !== placeName(id) ? ` (${text})` : "";
  return id && row("places", id) ? h("span", {}, rowLink("places", id, placeName(id)), words) : text;
}

function speakerName(statement) {
  return actorName(statement?.speaker_id) || statement?.speaker || "nobody named";
}

/** The rule that found a row, and what it looks for. */
function ruleOf(table, one) {
  const meaning = content.rules[table]?.[one.found_by];
  return one.found_by && h("span", {}, h("code", {}, one.found_by), meaning && `: ${meaning}`);
}

/** The day of a report as the article words it, how closely that is known, and from where. */
function reportWhen(one) {
  if (!one.start_date && !one.end_date) return one.date_text;
  const days = [...new Set([one.start_date, one.end_date])].map((day) => day || "…").join(" to ");
  const known = [knownTo(one.date_precision), codeMeaning("date_bases", one.date_basis)].filter(Boolean);
  return h("span", {}, days, one.date_text && `, ${asWritten(one.source_id, one.date_text)}`, h("span", { class: "soft" }, known.map((words) => ` · ${words}`)));
}

/** Those who took part, each once, with all that it does: "Chad (acts, is acted on), Peru (hosts)". */
function participantsOf(column, key) {
  const words = { source: "acts", target: "is acted on", mediator: "mediates", host: "hosts" };
  const parts = new Map();
  for (const { role, actor_id: actor } of where("participants", column, key)) {
    if (!parts.has(actor)) parts.set(actor, new Set());
    parts.get(actor).add(words[role] || codeTitle("roles", role).toLowerCase());
  }
  return [...parts].map(([actor, does], at) => [at ? ", " : "", actorLink(actor), h("span", { class: "soft" }, ` (${AND.format(does)})`)]);
}

/** How closely a time is known: "known to the month"; of a range, its first and last day. */
function knownTo(precision) {
  if (precision === "range") return "first and last day known";
  return precision && `known to the ${codeTitle("date_precisions", precision).toLowerCase()}`;
}

/** Words as an article has them: in quotation marks, unless it is told anew in other words. */
function asWritten(source, words) {
  return row("sources", source)?.basis === "digest" ? words : `“${words}”`;
}

/** Once on a card: that sentences of a digest are not those of the article. */
function digestNote(shown) {
  const told = shown.flatMap((one) => [one, ...one.querySelectorAll(".said")]).filter((one) => one.matches(".said"));
  const digests = told.filter((one) => one.dataset.basis === "digest");
  if (!digests.length) return false;
  const whose = digests.length === told.length ? "" : ` (${AND.format(new Set(digests.map((one) => sourceName(one.dataset.source))))})`;
  return h("p", { class: "soft digest" }, `Our retelling of the article${whose}; only what stands in quotation marks is quoted.`);
}

/** What a figure counts, and the bounds that its words allow. */
function figureWords(one) {
  const number = one.range_to ? `${one.value} to ${one.range_to}` : one.value;
  const bound = codeTitle("bounds", one.bound).toLowerCase();
  const counts = [codeTitle("measures", one.measure).toLowerCase(), one.counted].filter(Boolean).join(" · ");
  const open = one.low !== one.value || one.high !== one.value;
  return `${number}${bound && bound !== "exact" ? ` (${bound})` : ""}${counts ? ` · ${counts}` : ""}${open ? ` · allows ${one.low || "anything"} to ${one.high || "anything"}` : ""}`;
}

function sourceCard(one) {
  const rows = (table) => where(table, "source_id", one.source_id);
  const alike = new Set(rows("sides").map((side) => side.comparison_id));
  const rests = [...new Set([...alike].map((id) => restsOn(id, one.source_id)).filter(Boolean))];
  const kind = one.basis && `${codeTitle("source_bases", one.basis)}: ${codeMeaning("source_bases", one.basis)}`;
  return [facts([["Title", one.title], ["Publisher", one.publisher], ["By", one.byline],
    ["Published", sourceDay(one.source_id) && h("span", {}, sourceDay(one.source_id), h("span", { class: "soft" }, one.published_basis && ` · ${codeMeaning("published_bases", one.published_basis)}`))],
    ["Address", one.url && webLink(one.url)], ["Text", kind], ["Derived from", one.derived_from], ["Rights", one.rights], ["Rests on others", rests.length > 0 && `It ${rests.join("; it ")}.`],
    ["Holds", ["figures", "statements", "reports"].map((table) => counted(rows(table).length, table.slice(0, -1))).join(", ")]]),
  h("p", {}, h("a", { href: withFilters("who", new URLSearchParams([["source", one.source_id]])) }, `What it says beside other sources (${counted(alike.size, "fact")})`)),
  manyLinks("Events that it tells of", [...new Set(rows("reports").map((report) => report.event_id))].map(eventLink), "event"),
  manyLinks("Who is quoted", rows("statements").map((each) => h("span", {}, rowLink("statements", each.statement_id, speakerName(each)), ": ", shortened(each.quote))), "statement")];
}

function eventCard(one) {
  const linked = (column) => where("events", column, one.event_id).map((each) => eventLink(each.event_id));
  return [facts([["When", content.events[one.event_id].when ? h("span", {}, content.events[one.event_id].when, one.date_precision && h("span", { class: "soft" }, ` · ${knownTo(one.date_precision)}`)) : "no day told"],
    ["Where", placeLink(one.place_id)], ["Told as", modalityBadge(one.modality)], ["Who took part", participantsOf("event_id", one.event_id)],
    ["Told by", sourcesCounted(one)], ["Part of", eventLink(one.part_of_event_id)], ["Parts", inLines(linked("part_of_event_id"))],
    ["Carries out", eventLink(one.fulfils_event_id)], ["Carried out by", inLines(linked("fulfils_event_id"))]]),
  comparedWith("event_id", one.event_id, "What was compared", "comparisons"),
  othersSaid("How it is told", "reports", where("reports", "event_id", one.event_id)),
  othersSaid("Numbers", "figures", where("figures", "event_id", one.event_id))];
}

function inLines(parts) {
  return parts.map((part) => h("div", {}, part));
}

function statementCard(one) {
  return [said("statements", one), facts([["Speaker", h("span", {}, actorLink(one.speaker_id) || one.speaker || "nobody named", one.speaker && one.speaker !== actorName(one.speaker_id) && one.speaker_id && h("span", { class: "soft" }, ` (${asWritten(one.source_id, one.speaker)})`))],
    ["Speaks for", actorLink(one.affiliation_id)], ["Said", one.said_date], ["By", codeTitle("mediums", one.medium).toLowerCase()], ["Verb", one.cue],
    ["Found by", ruleOf("statements", one)]]),
  othersSaid("The same words elsewhere", "statements", where("statements", "utterance_id", one.utterance_id).filter((each) => each.statement_id !== one.statement_id)),
  comparedWith("utterance_id", one.utterance_id, "As compared", "comparisons"),
  othersSaid("Numbers in it", "figures", where("figures", "statement_id", one.statement_id))];
}

function actorCard(one) {
  const codes = [["ISO", one.iso3], ["Correlates of War", one.cow], ["Gleditsch and Ward", one.gw], ["Wikidata", one.wikidata]].filter(([, code]) => code);
  const events = [...new Set(where("participants", "actor_id", one.actor_id).map((part) => part.event_id))];
  const statements = [...new Set([...where("statements", "speaker_id", one.actor_id), ...where("statements", "affiliation_id", one.actor_id)])];
  return [facts([["Kind", codeTitle("actor_kinds", one.kind)], ["Of", one.country_id !== one.actor_id && actorLink(one.country_id)], ["Codes", codes.map(([name, code]) => `${name} ${code}`).join(", ")]]),
    h("p", {}, h("a", { href: withFilters("who", new URLSearchParams([["actor", one.actor_id]])) }, "All that is told of it")),
    manyLinks("Events", events.map(eventLink), "event"),
    manyLinks("Words", statements.map((each) => h("span", {}, rowLink("statements", each.statement_id, sourceName(each.source_id)), ": ", shortened(each.quote))), "statement")];
}

/** All filled columns of a row as the table has them, under their titles. */
function allColumns(table, one) {
  const filled = Object.entries(one).filter(([, value]) => value !== "");
  return h("details", { class: "columns" }, h("summary", {}, `All ${counted(filled.length, "filled column")} of this row`),
    h("dl", { class: "about" }, ...filled.map(([column, value]) => {
      const field = content.fields[table][column];
      const title = field.codes && codeTitle(field.codes, value);
      return h("div", {}, h("dt", { title: field.description }, field.title || column),
        h("dd", {}, field.refers && row(field.refers, value) ? rowLink(field.refers, value, value) : value, title && title !== value && h("span", { class: "soft" }, ` (${title})`)));
    })));
}
