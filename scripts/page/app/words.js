// In their words: statements by speaker, and what several sources print of the same words.

/** Utterances that are drawn unasked, speaker by speaker. */
const OPEN_UTTERANCES = 40;
const KIND_OF_WORDS = Object.freeze({
  direct: ["“ ”", "quoted"], indirect: ["→", "reported, not quoted"],
});

/** Speaker → whether a reader opened or closed him. */
const foldedSpeakers = new Map();

function drawWords(filters) {
  const speakers = speakersOf(passing("utterances", filters));
  let drawn = 0;
  for (const speaker of speakers) {
    drawn += speaker.utterances.length;
    speaker.open = foldedSpeakers.get(speaker.key) ?? drawn <= OPEN_UTTERANCES;
  }
  const list = h("div", { class: "speakers" });
  body("words").replaceChildren(
    speakers.length ? speakerJump(speakers)
      : tables.utterances.length ? nothingLeft("No words pass the filters.") : h("p", { class: "empty" }, "The articles quote nobody."),
    differingWords() ? wordsLegend() : "", list);
  drawList(list, speakers, speakerBlock, { first: 30, word: "speaker" });
}

/** Utterances by who speaks: {key, name, id, said, utterances, sources, statements}.
 *
 * Speakers that several articles name come before those of one; those who are only described
 * ("officials") come behind, since they need not be the same people; words of nobody come last.
 */
function speakersOf(utterances) {
  const speakers = new Map();
  for (const utterance of utterances) {
    const statements = where("statements", "utterance_id", utterance.utterance_id);
    const speaker = speakerOf(utterance, statements);
    if (!speakers.has(speaker.key)) speakers.set(speaker.key, { ...speaker, utterances: [], statements: 0, sources: new Set() });
    const held = speakers.get(speaker.key);
    held.utterances.push(utterance);
    held.statements += statements.length;
    for (const one of statements) held.sources.add(one.source_id);
  }
  const found = [...speakers.values()];
  for (const one of found) one.utterances.sort((a, b) => Number(b.source_count) - Number(a.source_count));
  return found.sort((a, b) => a.rank - b.rank || b.sources.size - a.sources.size || b.statements - a.statements || inEnglish.compare(a.name, b.name));
}

function speakerOf(utterance, statements) {
  const id = utterance.speaker_id || statements.find((one) => one.speaker_id)?.speaker_id;
  if (id) return { key: id, id, name: actorName(id), rank: 0 };
  const words = statements.find((one) => one.speaker)?.speaker;
  if (words) return { key: `words:${words.toLowerCase()}`, name: words, rank: 1 };
  return { key: "nobody", name: "Nobody named", rank: 2 };
}

/** To a speaker further down. */
function speakerJump(speakers) {
  const select = h("select", { id: "speaker-choice" },
    ...speakers.map((one) => option([one.key, `${one.name} (${one.statements})`])));
  const go = () => {
    const find = () => body("words").querySelector(`[data-speaker="${CSS.escape(select.value)}"]`);
    if (!find()) body("words").querySelector("button.more")?.drawAll();
    const block = find();
    block.open = true;
    block.scrollIntoView();
    block.querySelector("summary").focus({ preventScroll: true });
  };
  return h("p", { class: "jump" }, h("label", { for: "speaker-choice" }, `${counted(speakers.length, "speaker")}: `), select, " ",
    h("button", { type: "button", onclick: go }, "Go there"));
}

function differingWords() {
  return Object.values(content.variants).some((wordings) => wordings.length > 1);
}

function wordsLegend() {
  return h("p", { class: "hint" }, "Where sources print the same words differently, each wording is held against the fullest one: ",
    h("ins", {}, "only here"), ", ", h("del", {}, "only in the fullest"), ", ", h("span", { class: "slight" }, "other letters or marks"), ".");
}

function speakerBlock(speaker) {
  const list = h("ul", { class: "utterances" });
  const draw = () => {
    if (!list.hasChildNodes()) drawList(list, speaker.utterances, utteranceItem, { first: 20, word: "utterance", more: block });
  };
  const block = h("details", { class: "speaker", "data-speaker": speaker.key, open: speaker.open, ontoggle: () => {
    if (block.open) draw();
    if (block.open !== speaker.open) foldedSpeakers.set(speaker.key, block.open);
    speaker.open = block.open;
  } },
  h("summary", {}, h("h3", {}, speaker.name), " ", h("span", { class: "counts" },
    [...affiliations(speaker), counted(speaker.statements, "statement"), counted(speaker.sources.size, "source")].join(", "))),
  speaker.id && h("p", { class: "hint" }, rowLink("actors", speaker.id, `About ${speaker.name}`)),
  speaker.rank === 1 && speaker.sources.size > 1 && h("p", { class: "hint" }, "Called so by each of these sources; they need not mean the same people."),
  list);
  if (speaker.open) draw();
  return block;
}

function affiliations(speaker) {
  const ids = speaker.utterances.flatMap((one) => where("statements", "utterance_id", one.utterance_id)).map((one) => one.affiliation_id);
  return [...new Set(ids)].filter((id) => id && id !== speaker.id).map(actorName).sort();
}

/** The wordings of an utterance, each with those who print it. */
function utteranceItem(utterance) {
  const id = utterance.utterance_id;
  const wordings = content.variants[id] || [{ prints: [where("statements", "utterance_id", id).map((one) => one.statement_id)], pieces: [] }];
  const fact = where("comparisons", "utterance_id", id).find((one) => one.about === "utterance");
  return h("li", { class: "utterance", "data-utterance": id },
    fact && h("p", { class: "compared" }, verdictBadge(fact.verdict), " ", sourcesCounted(utterance), ". ", rowLink("comparisons", fact.comparison_id, "Compared")),
    ...wordings.map((one, place) => wordingBlock(one, place, wordings.length, fact)));
}

function wordingBlock({ prints, pieces }, place, many, fact) {
  const rows = prints.map((ids) => ids.map((id) => row("statements", id)));
  const [first] = rows;
  const quoted = first.some((one) => one.kind === "direct");
  return h("div", { class: `wording ${quoted ? "direct" : "indirect"}` },
    many > 1 && place === 0 && h("p", { class: "fullest" }, "The fullest wording"),
    h("blockquote", { lang: row("sources", first[0].source_id)?.language || "en", dir: "auto" },
      pieces.length ? h(quoted ? "q" : "span", {}, ...pieces.flatMap((piece, n) => differingPiece(piece, n === pieces.length - 1))) : printedWords(first)),
    h("ul", { class: "prints" }, ...rows.map((held) => printItem(held, fact))));
}

/** The words of one print: one piece after another, over paragraphs as the article has them. */
function printedWords(rows) {
  return rows.flatMap((one, n) => {
    const before = rows[n - 1];
    const parted = before && slice(one.source_id, Number(before.char_end), Number(one.char_start)).includes("\n");
    return [before && (parted ? h("br") : " "), one.kind === "direct" ? h("q", {}, one.quote) : one.quote];
  });
}

/** A piece of a wording beside the fullest one: [kind, own words, words of the fullest]. */
function differingPiece([kind, own, other], last) {
  if (kind === "added") return [h("ins", {}, own.trimEnd()), own.slice(own.trimEnd().length)];
  if (kind === "missing") return [h("del", {}, other.trim()), last ? "" : " "];
  if (kind === "same" || own.trim() === other.trim()) return own;
  if (own.trim()) return h("span", { class: "slight", title: other.trim() ? `The fullest wording has ${other.trim()}` : "Not in the fullest wording" }, own);
  return [h("del", { class: "slight" }, other.trim()), own];
}

/** Who prints it, and how: the source, its day, the cue, the medium, when it was said. */
function printItem(rows, fact) {
  const [one] = rows;
  const [sign, kind] = KIND_OF_WORDS[one.kind] || ["·", codeTitle("statement_kinds", one.kind).toLowerCase()];
  const who = one.speaker && one.speaker !== actorName(one.speaker_id) && one.speaker;
  const rests = fact && restsOn(fact.comparison_id, one.source_id);
  const told = [
    sourceDay(one.source_id), who && `speaker named as ${asWritten(one.source_id, who)}`, one.cue && `with ${asWritten(one.source_id, one.cue)}`,
    one.medium && `medium: ${codeTitle("mediums", one.medium).toLowerCase()}`, one.said_date && `said on ${dayWords(one.said_date)}`, rests,
  ].filter(Boolean);
  const sentence = h("details", { class: "in-sentence", ontoggle: () => {
    if (sentence.children.length === 1) sentence.append(...rows.map((each) => said("statements", each)));
  } }, h("summary", {}, "in its sentence"));
  return h("li", {}, h("span", { class: `kind ${one.kind}`, title: codeMeaning("statement_kinds", one.kind) }, h("span", { class: "sign", "aria-hidden": "true" }, sign), ` ${kind} by `),
    rowLink("statements", one.statement_id, nameOfPrint(one.source_id)), told.length ? `, ${told.join(", ")}` : "", sentence);
}

/** A source by its name, with its headline where others are called the same. */
function nameOfPrint(source) {
  const { title } = row("sources", source) || {};
  const alone = tables.sources.every((one) => one.source_id === source || sourceName(one.source_id) !== sourceName(source));
  return alone || !title ? sourceName(source) : `${sourceName(source)}: ${title}`;
}
