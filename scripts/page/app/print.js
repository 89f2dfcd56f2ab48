// On paper what is not drawn yet is drawn, and what is folded is open; on the screen it is folded
// again. Of many sources the words and the articles stay folded, but for what a reader opened.

/** Sources whose words and articles are printed unasked. */
const PRINTED = 12;

/** Once: draw all before printing, and open what is folded above the words. */
function watchPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    drawDownTo(SECTIONS.at(-1));
    const unfolded = ["#glance", "#who", "#when"].map((part) => `${part} details`);
    if (tables.sources.length <= PRINTED) unfolded.push("#words details.speaker", "#articles details.article");
    opened = [...document.querySelectorAll(unfolded.join())].filter((details) => !details.open);
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
