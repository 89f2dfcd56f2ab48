// Searching: words without accents and capitals. A word finds what begins with it, a number itself,
// and what stands in quotation marks is found as it stands.

/** Letters that are a letter of their own, with what people type for them. */
const LETTERS = Object.freeze({ ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe" });
/** Scripts that put no spaces between words; there a word is found wherever it stands. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const QUOTED = /"([^"]*)"|(\S+)/g;

/** Small letters without accents; whatever is no letter and no digit is a space. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ıøłđðþßæœ]/g, (letter) => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Texts as they are searched; a line each, so that nothing is found across two of them. */
function searchable(texts) {
  return texts.map((text) => ` ${plain(text)} `).join("\n");
}

/** What somebody looks for: [{given, words, exact}]. */
function wordsWanted(query) {
  return [...query.replace(/[“”„«»]/g, "\"").matchAll(QUOTED)].map(([, phrase, word]) => {
    const words = plain(phrase ?? word);
    return { given: phrase ?? word, words, exact: phrase !== undefined || /^[\p{N} ]+$/u.test(words) };
  }).filter((one) => one.words);
}

/** Whether a searchable text holds what is wanted. */
function holds(text, { words, exact }) {
  if (UNSPACED.test(words)) return text.includes(words);
  return text.includes(exact ? ` ${words} ` : ` ${words}`);
}
