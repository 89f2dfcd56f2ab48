// The bar of search and filters. What is set stands in the address, so it can be shared, and Back
// undoes it.

/** The field that is being typed into: what is typed into it is one place of the history. */
let typedInto = "";

/** Draw the bar once. */
function drawFilters() {
  const bar = document.getElementById("filters");
  const fields = [
    field("q", "Search", h("input", { type: "search", id: "filter-q", name: "q", autocomplete: "off",
      placeholder: "words, names, ids", "aria-describedby": "filter-help" })),
    field("source", "Source", choice("source", sourceOptions())),
    field("actor", "Actor", choice("actor", actorOptions())),
    field("event", "Event", choice("event", eventOptions())),
    field("measure", "Measure", choice("measure", codeOptions("measures", "figures", "measure"))),
    field("verdict", "Verdict", choice("verdict", codeOptions("verdicts", "comparisons", "verdict"))),
    field("from", "From", h("input", { type: "date", id: "filter-from", name: "from" })),
    field("to", "Until", h("input", { type: "date", id: "filter-to", name: "to" })),
    h("p", { class: "field" }, h("button", { type: "button", id: "filter-clear", onclick: clearFilters }, "Clear")),
    h("p", { class: "field" }, h("button", { type: "button", popovertarget: "filter-help" }, "Help")),
  ];
  const form = h("form", { class: "filters" }, ...fields);
  const details = h("details", { id: "filter-details" }, h("summary", {}, "Search and filters"), form);
  details.open = !matchMedia("(max-width: 48rem)").matches;
  bar.append(details, searchHelp(), h("div", { id: "filter-left" }, h("p", { id: "filter-state", role: "status" }),
    h("ul", { id: "filter-chips", "aria-label": "Filters that are set" })));
  watchTyping(form);
  const toSearch = () => {
    details.open = true;
    form.elements.q.focus();
    form.elements.q.select();
  };
  watchSearchKey(toSearch);
  document.getElementById("to-search").addEventListener("click", toSearch);
  form.elements.q.addEventListener("focus", readAhead, { once: true });
  const heights = new ResizeObserver(keepHeights);
  heights.observe(bar);
  heights.observe(document.querySelector("header.top"));
}

function field(name, label, control) {
  return h("p", { class: `field field-${name}` }, h("label", { for: `filter-${name}` }, label), control);
}

function searchHelp() {
  return h("div", { id: "filter-help", popover: "auto" },
    h("p", { class: "close" }, h("button", { type: "button", popovertarget: "filter-help", popovertargetaction: "hide" }, "Close")),
    h("h2", {}, "How to search"),
    h("p", {}, "A word finds what begins with it, with or without accents and capitals; a number finds itself; “words in quotation marks” are found as they stand. Where there are several words, all must be there. An id finds its row and what points to it."),
    h("p", {}, "Filters add up. A country stands for its people and offices, too. Dates are those of events; of a statement the day it was said; of an article the day it was published. What has no known day is left out while a date is set."),
    h("p", {}, "The address of the page holds what is set: copy it to share what you see; Back undoes it."),
    h("p", {}, h("label", {}, h("input", { type: "checkbox", id: "search-key", checked: true }), " The key / goes to the search")));
}

/** Bring the address up to what the form says: one place of the history for what is typed at once. */
function watchTyping(form) {
  const changed = new Set();
  let waiting = 0;
  const take = () => {
    clearTimeout(waiting);
    const names = [...changed];
    changed.clear();
    if (names.length) takeFields(form, names);
  };
  form.addEventListener("input", ({ target }) => {
    if (!FILTERS.includes(target.name)) return;
    changed.add(target.name);
    clearTimeout(waiting);
    if (target.localName === "input") waiting = setTimeout(take, 200);
    else take();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); take(); });
  form.addEventListener("focusout", () => { take(); typedInto = ""; });
}

function takeFields(form, names) {
  const filters = new URLSearchParams(shownAddress.filters);
  for (const name of names) {
    const value = form.elements[name].value.trim();
    if (value && !filterProblem(name, value)) filters.set(name, value);
    else filters.delete(name);
  }
  const typed = form.elements[names[0]].localName === "input" ? names[0] : "";
  const again = typed !== "" && typed === typedInto;
  typedInto = typed;
  setFilters(filters, again ? rename : goHere);
}

/** `/` goes to the search, unless somebody is typing or has turned the key off. */
function watchSearchKey(toSearch) {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, dialog, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (!document.getElementById("search-key").checked) return;
    event.preventDefault();
    toSearch();
  });
}

/** What is gone to stands below the header and the bar, however high they are; see filters.css. */
function keepHeights() {
  const header = document.querySelector("header.top");
  // On a phone the first line of the header is pushed out of view.
  const pushed = parseFloat(getComputedStyle(header).top) || 0;
  for (const [name, one, more] of [["--bar", document.getElementById("filters"), 0], ["--top", header, pushed]]) {
    document.documentElement.style.setProperty(name, `${Math.ceil(one.getBoundingClientRect().height + more)}px`);
  }
}

function inOrder(filters) {
  return FILTERS.filter((name) => filters.get(name)).map((name) => [name, filters.get(name)]);
}

/** Put filters into the address; everything that is drawn follows, and stays where it is. */
function setFilters(filters, put = goHere) {
  const part = sectionInView();
  const all = new URLSearchParams([...inOrder(filters), ...(part === "tables" ? tableView() : [])]);
  const hash = withFilters(part === SECTIONS[0] ? "who" : part, all);
  if (String(new URLSearchParams(inOrder(filters))) !== String(shownAddress.filters)) put(hash);
}

function clearFilters() {
  setFilters(new URLSearchParams());
  document.getElementById("filter-q").focus({ preventScroll: true });
}

function clearFilter(name) {
  const filters = new URLSearchParams(shownAddress.filters);
  filters.delete(name);
  setFilters(filters);
  (document.querySelector("#filter-chips button") || document.getElementById("filter-q")).focus({ preventScroll: true });
}

/** Show the filters of an address in the bar, and how much is left. */
function showFilters(filters) {
  const form = document.querySelector("#filters form");
  for (const name of FILTERS) {
    const control = form.elements[name];
    if (document.activeElement !== control || !typedInto) control.value = filters.get(name) || "";
  }
  const set = FILTERS.filter((name) => filters.has(name));
  document.getElementById("filter-clear").disabled = !set.length;
  document.getElementById("filter-chips").replaceChildren(...set.map((name) => h("li", {},
    h("button", { type: "button", onclick: () => clearFilter(name), "aria-label": `Remove the filter ${FILTER_TITLES[name]}: ${filterValue(name, filters.get(name))}` },
      `${FILTER_TITLES[name]}: ${filterValue(name, filters.get(name))}`, h("span", { "aria-hidden": "true" }, " ✕")))));
  tellWhatIsLeft(filters, set.length > 0);
  keepHeights();
}
