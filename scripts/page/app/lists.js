// Long lists are drawn as they are needed: the first rows, then more on request.
const FIRST = 40;

/** Fill an element with what `draw(item)` makes of items; a button draws the others.
 *
 * first: how many at once. word: what one is called. more: where the button stands. from: the item
 * to begin with; a button in `before` then draws those ahead of it. On paper all is drawn: `drawAll`.
 */
function drawList(parent, items, draw, { first = FIRST, word = "row", more = parent, from = 0, before = null } = {}) {
  let [start, end] = [from, from];
  const later = moreButton(() => show(first * 5, true));
  const earlier = moreButton(() => showEarlier(first * 5, true));
  function show(number, focus) {
    const made = items.slice(end, end + number).map(draw).flat();
    parent.append(...made);
    end += made.length ? Math.min(number, items.length - end) : 0;
    place(later, more, items.length - end, "more");
    if (focus) focusIn(made);
  }
  function showEarlier(number, focus) {
    const begin = Math.max(0, start - number);
    const made = items.slice(begin, start).map(draw).flat();
    parent.prepend(...made);
    start = begin;
    place(earlier, before, start, "of");
    if (focus) focusIn(made);
  }
  function place(button, where, left, which) {
    if (left <= 0) return button.remove();
    const next = Math.min(left, first * 5).toLocaleString("en");
    button.textContent = which === "more" ? `Show ${next} more of ${counted(left, word)}` : `Show ${next} of ${counted(left, word)} before these`;
    return where.append(button);
  }
  later.drawAll = () => show(items.length, false);
  earlier.drawAll = () => showEarlier(items.length, false);
  show(first, false);
  if (before) place(earlier, before, start, "of");
}

function moreButton(onclick) {
  return h("button", { type: "button", class: "more", onclick });
}

/** Move the focus, which was on a button, to the first of what the button drew. */
function focusIn(elements) {
  const able = "a, button, [tabindex]";
  for (const one of elements) {
    const found = one.matches?.(able) ? one : one.querySelector?.(able);
    if (found) return found.focus({ preventScroll: true });
  }
  return undefined;
}

/** Draw all that lists still hold back; called before printing. */
function drawAll(root = document) {
  for (const button of root.querySelectorAll("button.more")) button.drawAll?.();
}
