// On paper nothing is folded; on the screen it is again as it was.

/** Once: open what is folded before printing. What a list draws when it opens, `drawAll` draws. */
function watchPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("#glance details:not([open]), #who details:not([open])")];
    for (const details of opened) {
      details.drawNow?.();
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
