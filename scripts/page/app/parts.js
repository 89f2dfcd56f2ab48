// The parts of the page are drawn when what they show changes: those in view at once, the others
// one by one, each in a task of its own, so that the page never stands still.
const PARTS = Object.freeze([
  ["who", drawFacts], ["when", drawWhen], ["words", drawWords], ["articles", drawArticles], ["tables", drawTables],
]);
/** Facts as a chart and as a table. */
function drawFacts(filters) {
  drawNumbers(filters);
  drawWho(filters);
}

/** Part → what it was last drawn for. */
const drawnFor = new Map();
let drawings = 0;

/** What a part is drawn for: the filters, and of the tables the view. */
function wantedBy(name) {
  const { filters } = shownAddress;
  return name === "tables" ? `${filters}?${tableView()}` : String(filters);
}

function stale() {
  return PARTS.filter(([name]) => drawnFor.get(name) !== wantedBy(name));
}

function draw([name, drawPart]) {
  drawnFor.set(name, wantedBy(name));
  const anchor = document.getElementById(sectionInView());
  const before = anchor.getBoundingClientRect().top;
  drawPart(shownAddress.filters);
  document.getElementById(name).removeAttribute("aria-busy");
  // What grows or shrinks above does not move what is being read.
  if (anchor.id !== name) scrollBy(0, anchor.getBoundingClientRect().top - before);
}

/** Draw what is in view and not as it should be now, the rest soon; then call `done`. */
function drawSoon(done = () => {}) {
  for (const [name] of stale()) document.getElementById(name).setAttribute("aria-busy", "true");
  for (const part of stale()) if (inView(document.getElementById(part[0]))) draw(part);
  drawings += 1;
  const mine = drawings;
  const next = () => {
    // Another address has come in between; what is drawn for it goes on by itself.
    if (mine !== drawings) return undefined;
    const [part] = stale();
    if (!part) return done();
    draw(part);
    return setTimeout(next);
  };
  afterPaint(next);
}

/** Draw all parts down to a section, at once: where it stands depends on those above it. */
function drawDownTo(section) {
  const last = SECTIONS.indexOf(section);
  for (const part of stale()) if (SECTIONS.indexOf(part[0]) <= last) draw(part);
}

function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

/** The section that is being read: the last one that begins in the upper half of the window. */
function sectionInView() {
  const begun = SECTIONS.filter((id) => document.getElementById(id).getBoundingClientRect().top < innerHeight / 2);
  return begun.at(-1) || SECTIONS[0];
}
