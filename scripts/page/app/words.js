// In their words: statements by speaker, and what several sources print of the same words.

function drawWords(filters) {
  body("words").replaceChildren();
}
