// The tables of the package, to sort and to download.

function drawTables(filters) {
  body("tables").replaceChildren();
}
