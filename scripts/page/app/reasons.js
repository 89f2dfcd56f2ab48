// Why a verdict is what it is, in words: how each number was read, what sets the others apart.

/** What the checks of the package write before the reason of a verdict. */
const BEFORE_REASON = /: (?:the same|both can be true|all can be true together|they cannot all be true), from [^;]*; (.+)$/su;
/** Verdicts that need a reason: what is the same, or told once, needs none. */
const REASONED = Object.freeze(["compatible", "conflict"]);

/** Sentences on why the sides of a fact are compatible or in conflict; none where nothing is known. */
function reasonsOf(comparison) {
  if (!REASONED.includes(comparison.verdict)) return [];
  const read = comparison.about === "figure" ? numbersRead(comparison) : [];
  const [, reason] = BEFORE_REASON.exec(comparison.note) || [];
  return read.length || !reason ? read : [`${capital(namedInWords(reason, comparison))}.`];
}

/** "Six weeks, read as 38.5 to 45.5 days; 44 days, read as 43.5 to 44.5 days. The ranges overlap."
 *
 * Nothing where the ranges are not what the verdict rests on, as with numbers of different days.
 */
function numbersRead({ comparison_id: id, unit, verdict }) {
  const sides = where("sides", "comparison_id", id).filter((side) => side.low || side.high);
  const read = new Set(sides.map((side) => `${side.value_text}, read as ${rangeRead(side, unit)}`));
  const overlap = Math.max(...sides.map(({ low }) => Number(low || -Infinity)))
    <= Math.min(...sides.map(({ high }) => Number(high || Infinity)));
  if (!read.size || overlap === (verdict === "conflict")) return [];
  return [`${capital([...read].join("; "))}. ${overlap ? "The ranges overlap" : "No number fits all of them"}.`];
}

/** What words allow: "44", "38.5 to 45.5 days", "at least 300", "1.5 to 2.5 hours". */
function rangeRead({ low, high }, unit) {
  const hours = unit === "day" && Number(high || low) < 2;
  const number = (text) => Number((Number(text) * (hours ? 24 : 1)).toFixed(2)).toLocaleString("en");
  const words = low && high ? (low === high ? number(low) : `${number(low)} to ${number(high)}`)
    : low ? `at least ${number(low)}` : `at most ${number(high)}`;
  return unit === "day" ? `${words} ${hours ? "hours" : "days"}` : words;
}

/** A reason with the names of sources for their ids, and days as people say them. */
function namedInWords(words, comparison) {
  const ids = column(where("sides", "comparison_id", comparison.comparison_id), "source_id").sort((a, b) => b.length - a.length);
  const named = [...new Set(ids)].reduce((text, id) => text.split(id).join(sourceName(id)), words);
  return named.replace(/\b\d{4}-\d{2}-\d{2}\b/gu, (day) => dayWords(day));
}
