// The articles, with every row marked in its place.

/** Packages of so few articles show the first one unasked. */
const FEW_ARTICLES = 8;

const shownKinds = new Set(Object.keys(MARK_KINDS).filter((kind) => MARK_KINDS[kind].shown));
const openArticles = new Set(tables.sources.length <= FEW_ARTICLES ? tables.sources.slice(0, 1).map((one) => one.source_id) : []);
let articleFilters = new URLSearchParams();

function drawArticles(filters) {
  articleFilters = filters;
  const place = body("articles");
  const set = !wantedOf(filters).none;
  const shown = tables.sources.filter((one) => !set || passes("sources", one, filters)
    || marksOf(one.source_id).some((each) => passes(each.table, each.row, filters)));
  if (set && shown.length === 1) openArticles.add(shown[0].source_id);
  const list = h("div", { class: "articles" });
  place.replaceChildren(kindSwitches(),
    ...(set ? [h("p", { class: "notice" }, `${counted(shown.length, "article")} of ${tables.sources.length.toLocaleString("en")} pass the filters, or have rows that do. Marks of other rows are pale.`)] : []),
    list);
  if (!shown.length) place.append(nothingLeft("No article passes the filters."));
  drawList(list, shown, articleBlock, { word: "article" });
}

/** The legend; each kind of mark can be switched off. */
function kindSwitches() {
  return h("fieldset", { class: "kinds" }, h("legend", {}, "Marked in the articles"),
    ...Object.entries(MARK_KINDS).map(([kind, { words }]) => {
      const box = h("input", { type: "checkbox", name: kind, checked: shownKinds.has(kind), onchange: () => {
        shownKinds[box.checked ? "add" : "delete"](kind);
        redrawTexts();
      } });
      return h("label", {}, box, " ", h("span", { class: `piece ${kind}` }, words));
    }),
    h("p", { class: "hint" }, "A mark leads to its row; where several lie on each other, the shortest does, and its card names the others."));
}

function redrawTexts() {
  for (const article of body("articles").querySelectorAll("details.article[data-drawn]")) {
    delete article.dataset.drawn;
    drawArticleText(article);
  }
}

/** An article, folded. Until it is opened it holds its text unmarked, for the search of the browser. */
function articleBlock(one) {
  const source = one.source_id;
  const article = h("details", { class: "article", "data-source": source, ontoggle: () => {
    openArticles[article.open ? "add" : "delete"](source);
    if (article.open) drawArticleText(article);
  } },
  h("summary", {}, h("h3", { dir: "auto" }, one.title || sourceName(source)),
    h("span", { class: "from" }, one.publisher && h("bdi", {}, one.publisher), one.publisher && sourceDay(source) && ", ", sourceDay(source)), " ",
    h("span", { class: "counts" }, articleCounts(source))),
  h("div", { class: "text" }, h("p", { class: "undrawn" }, content.texts[source])));
  if (openArticles.has(source)) {
    article.open = true;
    drawArticleText(article);
  }
  return article;
}

/** "12 figures, 9 statements, 14 events"; with filters, how many of them pass. */
function articleCounts(source) {
  return ["figures", "statements", "reports"].map((table) => {
    const all = where(table, "source_id", source);
    const left = passing(table, articleFilters, all).length;
    const number = counted(all.length, MARK_KINDS[table].one);
    return left === all.length ? number : `${left} of ${number}`;
  }).join(", ");
}

/** Mark the text of an article, once. */
function drawArticleText(article) {
  if (article.dataset.drawn) return;
  article.dataset.drawn = "true";
  const source = article.dataset.source;
  const one = row("sources", source);
  const marks = marksOf(source).filter((each) => shownKinds.has(each.kind));
  const start = content.bodies[source] || 0;
  const end = lengthOf(source);
  const last = h("p", { class: "end", tabindex: "-1" }, "End of the article.");
  const links = marks.filter((each) => each.kind !== "speakers").length;
  article.querySelector(".text").replaceChildren(
    articleFacts(one),
    links ? h("button", { type: "button", class: "skip", onclick: () => last.focus() }, `Skip the ${counted(links, "mark")} of this article`) : "",
    start ? h("details", { class: "front" }, h("summary", {}, "Front matter of the file"), h("pre", {}, markedText(source, 0, start, marks))) : "",
    h("div", { class: "words", lang: one.language || "en" }, ...articleParagraphs(source, start, end, marks, one.title)),
    last,
  );
}

function articleFacts(one) {
  return facts([
    ["By", one.byline],
    ["Published", sourceDay(one.source_id) && `${sourceDay(one.source_id)} (${codeTitle("published_bases", one.published_basis).toLowerCase()})`],
    ["Text", `${codeTitle("source_bases", one.basis)}. ${codeMeaning("source_bases", one.basis)}`],
    ["Rights", one.rights],
    ["Address", one.url && webLink(one.url)],
    ["Row", rowLink("sources", one.source_id, one.source_id)],
  ]);
}

/** The lines of an article as paragraphs and headings. The breaks between them stay in the text. */
function articleParagraphs(source, start, end, marks, title) {
  return linesOf(source, start, end).flatMap(([from, to, next]) => {
    const words = slice(source, from, to).trim();
    const heading = words && (words === title || /^#{1,6}\s/.test(words));
    return [
      words ? h(heading ? "h4" : "p", { dir: "auto", class: next - to > 1 ? "last" : null }, markedText(source, from, to, marks)) : markedText(source, from, to, marks),
      markedText(source, to, next, marks),
    ];
  });
}

/** A stretch of an article, in pieces. Each row is one link: on its first piece, or where a shorter
 * row begins with it, on the spot before that. */
function markedText(source, from, to, marks) {
  return piecesOf(from, to, marks).flatMap((piece) => {
    const words = slice(source, piece.from, piece.to);
    if (!piece.marks.length) return words;
    const begins = piece.begins.filter((one) => one.kind !== "speakers");
    const [own, ...others] = begins;
    const rows = piece.marks.filter((one) => one.kind === one.table && one.kind !== "participants").map((one) => one.key);
    const attributes = { class: pieceClass(piece), "data-rows": rows.join(" "),
      title: piece.marks.length > 1 || !own ? piece.marks.map((one) => markName(one.name)).join("\n") : null };
    return [
      ...others.reverse().map((one) => h("a", { class: "point", ...markLink(one, "") })),
      own ? h("a", { ...attributes, ...markLink(own, own.to > piece.to ? words : own.name.words) }, words)
        : h("span", { ...attributes, "data-opens": piece.marks[0].key }, words),
    ];
  });
}

function markLink(one, words) {
  const id = one.kind === "participants" ? null : `mark-${one.key}`;
  return { id, href: addressOf(one.table === "participants" ? "reports" : one.table, one.key), "data-row": one.key, "data-kind": one.kind, "aria-label": markName(one.name, words) };
}

/** The kinds on a piece; of rows that do not pass the filters only that there is something. */
function pieceClass(piece) {
  const passed = piece.marks.filter((one) => passes(one.table, one.row, articleFilters));
  return ["piece", ...new Set(passed.map((one) => one.kind)), ...(passed.length ? [] : ["pale"])].join(" ");
}

/** Go to the mark of a row in its article; of a row that is no span, to its first one. */
function showMark(table, key) {
  const found = markedRow(table, key);
  if (!found) return void document.getElementById("articles").scrollIntoView();
  const article = articleOf(found.source);
  if (found.table && !shownKinds.has(found.table)) {
    shownKinds.add(found.table);
    body("articles").querySelector(`.kinds [name="${found.table}"]`).checked = true;
    redrawTexts();
  }
  article.open = true;
  drawArticleText(article);
  const target = found.key ? document.getElementById(`mark-${found.key}`) : article.querySelector("summary");
  lightRow(found.key);
  target?.closest("details.front")?.setAttribute("open", "");
  target?.scrollIntoView({ block: found.key ? "center" : "start" });
  target?.focus({ preventScroll: true });
}

/** The row that is marked for a row: itself, or the first that it was read from. */
function markedRow(table, key) {
  const one = row(table, key);
  if (!one) return undefined;
  if (["figures", "statements", "reports"].includes(table)) return { source: one.source_id, table, key };
  if (table === "sources") return { source: key };
  if (table === "comparisons") {
    const read = where("sides", "comparison_id", key).map(readFrom).find((each) => each?.row);
    return read && markedRow(read.table, read.row[KEYS[read.table]]);
  }
  const [first] = { events: where("reports", "event_id", key), utterances: where("statements", "utterance_id", key) }[table] || [];
  return first && markedRow(table === "events" ? "reports" : "statements", first[table === "events" ? "report_id" : "statement_id"]);
}

/** The element of an article: in the list, drawn for it, or before it where the filters leave it out. */
function articleOf(source) {
  const find = () => body("articles").querySelector(`details.article[data-source="${CSS.escape(source)}"]`);
  if (!find()) body("articles").querySelector("button.more")?.drawAll();
  if (!find()) body("articles").querySelector(".articles").prepend(articleBlock(row("sources", source)));
  return find();
}

/** Show all pieces of a row; of no row, none. */
function lightRow(key) {
  for (const piece of body("articles").querySelectorAll(".lit")) piece.classList.remove("lit");
  if (key) for (const piece of body("articles").querySelectorAll(`[data-rows~="${CSS.escape(key)}"]`)) piece.classList.add("lit");
}

/** Once: a click anywhere on a mark leads to a row, and Back from there to its link. */
function watchArticles() {
  const place = body("articles");
  place.addEventListener("click", (event) => {
    const key = event.target.closest("[data-opens]")?.dataset.opens;
    if (!key || !getSelection().isCollapsed) return;
    document.getElementById(`mark-${key}`)?.focus({ preventScroll: true });
    go(addressOf(byKey(key).table, key));
  });
  place.addEventListener("focusin", (event) => {
    if (event.target.matches("a[data-kind]")) lightRow(event.target.dataset.row);
  });
}
