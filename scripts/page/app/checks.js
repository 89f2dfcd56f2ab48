// What was asked of the package before it was published, and what came of it.

function drawChecks() {
  body("checks").replaceChildren();
}
