// Offsets of the package count code points; JavaScript counts UTF-16 units. Texts without signs
// beyond the first plane need no counting.
const codePoints = new Map();

function points(source) {
  if (!codePoints.has(source)) {
    const text = content.texts[source] || "";
    codePoints.set(source, /[\ud800-\udfff]/.test(text) ? Array.from(text) : null);
  }
  return codePoints.get(source);
}

/** The characters of an article from one offset up to another, which is not included. */
function slice(source, start, end) {
  const counted = points(source);
  return counted ? counted.slice(start, end).join("") : (content.texts[source] || "").slice(start, end);
}

/** How many code points an article has. */
function lengthOf(source) {
  return points(source)?.length ?? (content.texts[source] || "").length;
}

/** The sentence of a row (of figures, statements, reports), its own words marked. */
function markedSentence(table, one) {
  const source = sourceOf(table, one);
  const [start, end] = content.sentences[one[KEYS[table]]];
  const from = Number(one.char_start);
  const to = Number(one.char_end);
  return h(
    "blockquote",
    { class: "sentence", lang: row("sources", source)?.language || "en" },
    slice(source, start, from),
    h("mark", { class: `mark ${table}` }, slice(source, from, to)),
    slice(source, to, end),
  );
}
