// Going from place to place: links, cards, Back and Forward. Whoever comes back finds the page as it
// was left: as far down, and with the same thing in focus.
const places = new Map();
let entry = 0;
let entries = 0;

/** Go to an address; a new place in the history of the browser. */
function go(hash) {
  if (hash === location.hash) return arrive("go");
  leave();
  const { kind } = readAddress(hash);
  const cards = kind === "row" ? (history.state?.cards || 0) + 1 : 0;
  history.pushState({ entry: entered(), cards }, "", hash);
  return arrive("go");
}

/** Another address for the place where one is: what is in view stays there. */
function rename(hash) {
  history.replaceState(history.state, "", hash);
  arrive("stay");
}

/** A new place that shows the same part of the page: what is in view stays there. */
function goHere(hash) {
  leave();
  history.pushState({ entry: entered(), cards: 0 }, "", hash);
  arrive("stay");
}

/** Back from a card to where the first card was opened. */
function leaveCard() {
  const cards = history.state?.cards || 0;
  if (cards) history.go(-cards);
  else rename(withFilters(sectionInView()));
}

function entered() {
  entries += 1;
  entry = `${performance.timeOrigin}-${entries}`;
  return entry;
}

function leave() {
  const focus = document.activeElement;
  places.set(entry, { y: scrollY, focus, href: focus?.getAttribute?.("href") });
}

/** The address has changed by itself: Back, Forward, or somebody wrote into it. */
function moved() {
  if (history.state?.entry === entry && location.hash === shownHash) return;
  leave();
  typedInto = "";
  if (history.state?.entry === undefined) {
    history.replaceState({ entry: entered(), cards: 0 }, "");
    arrive("go");
  } else {
    entry = history.state.entry;
    arrive("return");
  }
}

/** As far down as this place was left, with the focus where it was. */
function resume() {
  const place = places.get(entry) || { y: history.state?.y };
  if (place.y === undefined) return false;
  drawDownTo(SECTIONS.at(-1));
  scrollTo({ top: place.y, behavior: "instant" });
  const { focus, href } = place;
  const again = focus?.isConnected ? focus : href && document.querySelector(`main a[href="${CSS.escape(href)}"]`);
  again?.focus?.({ preventScroll: true });
  return true;
}

/** Once: follow links within the page, and what the browser's own buttons do. */
function watchJourney() {
  history.scrollRestoration = "manual";
  const { state } = history;
  history.replaceState({ cards: 0, ...state, entry: entered() }, "");
  addEventListener("popstate", moved);
  addEventListener("hashchange", moved);
  let waiting = 0;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    // For a reload, which forgets all but this.
    waiting = setTimeout(() => history.replaceState({ ...history.state, y: scrollY }, ""), 200);
  }, { passive: true });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });
}
