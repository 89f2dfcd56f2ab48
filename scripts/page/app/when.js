// When: a timeline of events, and those that have no day.

function drawWhen(filters) {
  body("when").replaceChildren();
}
