// The articles, with every row marked in its place.

function drawArticles(filters) {
  body("articles").replaceChildren();
}

/** Go to the mark of a row in its article. */
function showMark(table, key) {}
