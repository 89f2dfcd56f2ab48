// On paper what is not drawn yet is drawn, and what is folded is open; on the screen it is folded
// again.

/** Once: draw all before printing, and open what is folded above the words. */
function watchPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    drawDownTo(SECTIONS.at(-1));
    opened = [...document.querySelectorAll("#glance details:not([open]), #who details:not([open]), #when details:not([open])")];
    for (const details of opened) {
      details.open = true;
      // The browser tells of it in a task of its own, which comes too late.
      details.dispatchEvent(new Event("toggle"));
    }
    drawAll();
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
