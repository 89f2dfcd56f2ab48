// What is marked in an article, and the pieces that its text falls into.

/** Kind of mark → table of its rows, its name, and whether a reader sees it unasked. */
const MARK_KINDS = Object.freeze({
  figures: { table: "figures", words: "Figures", one: "figure", shown: true },
  statements: { table: "statements", words: "Statements, quoted or reported", one: "statement", shown: true },
  reports: { table: "reports", words: "Events", one: "event", shown: true },
  speakers: { table: "statements", words: "Who speaks", one: "speaker", shown: true },
  participants: { table: "participants", words: "Who takes part in an event", one: "part", shown: false },
});

const markCache = new Map();

/** The marks of an article in the order of its text: {kind, table, key, row, from, to, name}.
 *
 * Of marks that begin together the longest comes first. A mark of a row that has no key of its own
 * has that of the row it belongs to.
 */
function marksOf(source) {
  if (!markCache.has(source)) {
    const found = [
      ...where("figures", "source_id", source).map((one) => markOf("figures", one.figure_id, one, markWords("figure", one.text))),
      ...where("statements", "source_id", source).flatMap((one) => [
        markOf("statements", one.statement_id, one, markWords(`${one.kind === "direct" ? "quotation" : "reported words"}${bySpeaker(one)}`, one.quote)),
        ...(one.speaker_char_start ? [markOf("speakers", one.statement_id, one, markWords("speaker", one.speaker, actorName(one.speaker_id)), "speaker_char")] : []),
      ]),
      ...where("reports", "source_id", source).flatMap((one) => [
        markOf("reports", one.report_id, one, markWords("event", one.trigger_text, content.events[one.event_id]?.title)),
        ...where("participants", "report_id", one.report_id).filter((part) => part.char_start)
          .map((part) => markOf("participants", one.report_id, part, markWords(codeTitle("roles", part.role).toLowerCase(), part.text, actorName(part.actor_id)))),
      ]),
    ];
    markCache.set(source, found.sort((a, b) => a.from - b.from || b.to - a.to));
  }
  return markCache.get(source);
}

function bySpeaker(statement) {
  const who = actorName(statement.speaker_id) || statement.speaker;
  return who ? ` of ${who}` : "";
}

function markOf(kind, key, one, name, column = "char") {
  return { kind, table: MARK_KINDS[kind].table, key, row: one, from: Number(one[`${column}_start`]), to: Number(one[`${column}_end`]), name };
}

/** "figure: two dozen"; what is meant follows in brackets where the words do not tell it. */
function markWords(what, words, meant = "") {
  return { what, words, meant: meant && meant !== words ? meant : "" };
}

/** The name of a mark in one line; of long words the beginning, but all of `least`. */
function markName({ what, words, meant }, least = "") {
  const LONG = 80;
  const size = Math.max(LONG, Array.from(least).length);
  const signs = Array.from(words);
  const told = signs.length > size ? `${signs.slice(0, size).join("").trimEnd()}…` : words;
  return `${what}: ${told}${meant ? ` (${meant})` : ""}`;
}

/** The pieces of a stretch of an article between all borders of marks, and further borders.
 *
 * Each is {from, to, marks, begins}: the marks that cover it, the shortest first, and those of them
 * that begin with it. An article of n marks costs n log n, and the depth of marks on each other.
 */
function piecesOf(from, to, marks, borders = []) {
  const inside = marks.filter((one) => one.from < to && from < one.to);
  const cuts = new Set([from, to]);
  for (const at of [...borders, ...inside.flatMap((one) => [one.from, one.to])]) if (from < at && at < to) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  let next = 0;
  let open = [];
  for (let n = 0; n + 1 < edges.length; n += 1) {
    const [start, end] = [edges[n], edges[n + 1]];
    open = open.filter((one) => one.to > start);
    while (next < inside.length && inside[next].from <= start) open.push(inside[next++]);
    const covering = [...open].sort(byLength);
    pieces.push({ from: start, to: end, marks: covering, begins: covering.filter((one) => Math.max(one.from, from) === start && one.from >= from) });
  }
  return pieces;
}

const ORDER_OF_KINDS = Object.keys(MARK_KINDS);

function byLength(a, b) {
  return (a.to - a.from) - (b.to - b.from) || ORDER_OF_KINDS.indexOf(a.kind) - ORDER_OF_KINDS.indexOf(b.kind)
    || (a.key < b.key ? -1 : 1);
}

/** The lines of a stretch of an article: [start, end, start of the next one]; blank lines are none. */
function linesOf(source, start, end) {
  const text = points(source) ?? (content.texts[source] || "");
  const lines = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (text[at] !== "\n") continue;
    let next = at + 1;
    while (next < end && text[next] === "\n") next += 1;
    lines.push([from, at, next]);
    from = next;
    at = next - 1;
  }
  if (from < end) lines.push([from, end, end]);
  return lines;
}

/** Other rows whose words touch those of a row, as links; undefined where there are none. */
function alsoMarked(table, one) {
  const [from, to] = [Number(one.char_start), Number(one.char_end)];
  const key = one[KEYS[table]];
  const others = marksOf(sourceOf(table, one))
    .filter((each) => each.from < to && from < each.to && each.key !== key && each.kind !== "speakers" && each.kind !== "participants");
  if (!others.length) return undefined;
  return h("div", { class: "also" }, h("p", {}, "In the same words:"),
    h("ul", {}, ...others.map((each) => h("li", {}, rowLink(each.table, each.key, markName(each.name))))));
}
