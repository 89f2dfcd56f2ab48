// Draw the page, and follow the address: a section, a row, a mark, filters.
let lastSection = "#glance";

function drawSections(filters) {
  showFilters(filters);
  drawWho(filters);
  drawWhen(filters);
  drawWords(filters);
  drawArticles(filters);
  drawTables(filters);
}

function follow() {
  const address = readAddress();
  const dialog = document.getElementById("card");
  if (address.kind === "row") {
    openCard(address.table, address.key, lastSection);
    return;
  }
  if (dialog.open) dialog.close();
  if (address.kind === "mark") showMark(address.table, address.key);
  if (address.kind === "section") {
    document.getElementById(address.id).scrollIntoView();
    document.getElementById(`${address.id}-heading`).focus({ preventScroll: true });
  }
  lastSection = location.hash || "#glance";
}

let drawnFilters = null;

function update(filters) {
  const now = filters.toString();
  if (now === drawnFilters) return;
  drawnFilters = now;
  drawSections(filters);
}

drawTheme();
watchCard();
drawFilters(update);
update(readAddress().filters);
drawChecks();
addEventListener("hashchange", (event) => { if (event.isTrusted) follow(); });
addEventListener("popstate", () => update(readAddress().filters));
addEventListener("beforeprint", () => drawAll());
if (location.hash) follow();
document.documentElement.dataset.ready = "true";
