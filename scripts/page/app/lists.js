// Long lists are drawn as they are needed: the first rows, then more on request.
const FIRST = 40;

/** Fill an element with what `draw(item)` makes of items; a button draws the others.
 *
 * On paper everything is drawn: see `drawAll`.
 */
function drawList(parent, items, draw, { first = FIRST, word = "row", more = parent } = {}) {
  let drawn = 0;
  const button = h("button", { type: "button", class: "more", onclick: () => next(first * 5, true) });
  function next(number, focus) {
    const made = items.slice(drawn, drawn + number).map(draw).flat();
    parent.append(...made);
    drawn += number;
    const left = items.length - drawn;
    if (left <= 0) button.remove();
    else {
      button.textContent = `Show ${Math.min(left, first * 5).toLocaleString("en")} more of ${counted(left, word)}`;
      (more === parent ? parent : more).append(button);
    }
    if (focus) made.find((one) => one.matches?.("[tabindex], a, button") || one.querySelector?.("a, button, [tabindex]"))
      ?.querySelector?.("a, button, [tabindex]")?.focus();
  }
  button.drawAll = () => next(items.length, false);
  next(first, false);
}

/** Draw all that lists still hold back; called before printing. */
function drawAll(root = document) {
  for (const button of root.querySelectorAll("button.more")) button.drawAll?.();
}
