// Draw the page, and show what its address names: a section, a row, a mark, filters.
let shownHash = null;
/** Links of the page as it was written; they keep the filters that are set. */
const writtenLinks = [...document.querySelectorAll("a[href^='#']:not([href*='?'])")]
  .map((link) => [link, link.getAttribute("href").slice(1)]);

/** Show what the address names now.
 *
 * `how`: "go" to it; "stay" where one is; "return" to where one was.
 */
function arrive(how) {
  const filtersBefore = String(shownAddress.filters);
  shownAddress = readAddress();
  shownHash = location.hash;
  const filtersNow = String(shownAddress.filters);
  if (filtersNow !== filtersBefore) for (const [link, name] of writtenLinks) link.href = withFilters(name);
  followTableView(shownAddress);
  showFilters(shownAddress.filters);
  showIgnored(shownAddress);
  const dialog = document.getElementById("card");
  if (dialog.open && shownAddress.kind !== "row") dialog.close();
  if (how === "go" || (how === "return" && !resume())) goThere();
  if (shownAddress.kind === "row") openCard(shownAddress.table, shownAddress.key);
  drawSoon(() => { document.documentElement.dataset.ready = "true"; });
}

function goThere() {
  const { kind, id, table, key, view } = shownAddress;
  if (kind === "section") {
    if (id === "tables" && view.get("row")) return showTableRow(view.get("row"));
    drawDownTo(id);
    document.getElementById(id).scrollIntoView();
    document.getElementById(`${id}-heading`).focus({ preventScroll: true });
  } else if (kind === "about") {
    document.getElementById(id).scrollIntoView();
    document.getElementById(id).focus({ preventScroll: true });
  } else if (kind === "mark") {
    drawDownTo("articles");
    showMark(table, key);
  }
  return undefined;
}

/** Say, without making much of it, what in an address means nothing to this page. */
function showIgnored({ kind, id, ignored }) {
  const notice = document.getElementById("notice");
  const told = kind ? ignored : [`Nothing here is called “${id}”; it may be of another version of this package`, ...ignored];
  notice.hidden = !told.length;
  notice.replaceChildren(told.length ? `${told.join("; ")}. ` : "",
    h("button", { type: "button", onclick: () => { notice.hidden = true; } }, "Close"));
}

drawTheme();
watchCard();
watchCopies();
watchMatrices();
watchPrint();
drawFilters();
drawChecks();
watchArticles();
watchJourney();
if (history.state?.y !== undefined) arrive("return");
else if (!location.hash) arrive("stay");
else {
  arrive("go");
  // The browser looks for the fragment itself when it has read the page, and takes the focus away.
  addEventListener("load", () => setTimeout(() => { if (document.activeElement === document.body) goThere(); }));
}
