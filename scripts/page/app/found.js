// How much the filters leave, and where: every number leads to the part of the page that shows it.

/** Parts of the sentence on what is found: a table, what one row of it is called, where it stands. */
const COUNTED = Object.freeze([["comparisons", "fact", "who"], ["events", "event", "when"], ["statements", "statement", "words"],
  ["figures", "figure", "tables"], ["sources", "article", "articles"]]);
let countings = 0;

/** Say "Found: 3 of 22 facts, 1 of 41 events, …", when what is in view has been drawn. */
function tellWhatIsLeft(filters, set) {
  const state = document.getElementById("filter-state");
  const told = [];
  const say = (...words) => {
    state.replaceChildren(...words);
    state.removeAttribute("aria-busy");
  };
  countings += 1;
  const mine = countings;
  const next = () => {
    if (mine !== countings) return;
    told.push(foundLink(COUNTED[told.length], filters));
    if (told.length < COUNTED.length) setTimeout(next);
    else say("Found: ", ...told.flatMap((one, at) => (at ? [", ", one] : [one])), ".");
  };
  if (!set) return say();
  state.setAttribute("aria-busy", "true");
  return afterPaint(next);
}

/** "3 of 22 facts" as a link to them; without one where there are none. */
function foundLink([table, word, section], filters) {
  const number = passing(table, filters).length;
  const words = `${number.toLocaleString("en")} of ${counted(tables[table].length, word)}`;
  const view = section === "tables" ? [["table", table]] : [];
  return number ? h("a", { href: withFilters(section, new URLSearchParams([...inOrder(filters), ...view])) }, words) : words;
}

/** What a part shows that the filters leave nothing of: that, and where something is left. */
function nothingLeft(words) {
  const elsewhere = h("span", {});
  const { filters } = shownAddress;
  const set = FILTERS.some((name) => filters.has(name));
  if (set) {
    afterPaint(() => {
      const links = elsewhere.isConnected ? COUNTED.map((one) => foundLink(one, filters)).filter((one) => one.href) : [];
      if (links.length) elsewhere.replaceChildren("Found elsewhere: ", ...links.flatMap((one, at) => (at ? [", ", one] : [one])), ". ");
    });
  }
  return h("p", { class: "empty" }, `${words} `, elsewhere, set && h("button", { type: "button", onclick: clearFilters }, "Clear the filters"));
}
