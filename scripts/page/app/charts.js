// Charts: the library that draws them starts when the first of them comes near the window.

/** Name of a chart → its specs for light, dark and print, and their rows. */
const chartSpecs = (() => {
  let read;
  return () => (read ??= JSON.parse(document.getElementById("charts").textContent));
})();

/** Start the library, once: its script stands in the page as text, which costs next to nothing. */
function startCharts() {
  if (globalThis.vegaEmbed) return;
  const code = document.createElement("script");
  code.textContent = document.getElementById("charts-code").textContent;
  document.head.append(code);
}

/** The spec of a chart for light, dark or print, with its rows; its title stands in the page. */
function chartSpec(name, mode) {
  const { datasets, specs } = chartSpecs()[name];
  const { title, ...spec } = specs[mode];
  return { ...spec, datasets };
}

function screenMode() {
  return isDark() ? "dark" : "light";
}

/** Draw a spec into an element; resolves to the view, or to undefined if a later call came first. */
async function embedChart(place, spec, tooltip) {
  startCharts();
  const number = String(Number(place.dataset.drawing || 0) + 1);
  place.dataset.drawing = number;
  const fresh = h("div", {});
  const { view, finalize } = await globalThis.vegaEmbed(fresh, spec, { ast: true, renderer: "svg", actions: false, tooltip });
  if (place.dataset.drawing !== number) {
    finalize();
    return undefined;
  }
  embedded.get(place)?.();
  embedded.set(place, finalize);
  place.replaceChildren(fresh);
  // Groups of marks have a role and no name: nothing that a screen reader could tell of them.
  for (const group of fresh.querySelectorAll("[aria-roledescription$='mark container']")) {
    for (const name of ["role", "aria-roledescription"]) group.removeAttribute(name);
  }
  return view;
}

const embedded = new WeakMap();

/** Call `draw` once the element is near the window, and from then on whenever the look changes. */
function whenNear(place, draw) {
  let seen = false;
  let width = 0;
  const again = () => { if (seen) draw(); };
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    seen = true;
    draw();
  }, { rootMargin: "50% 0px" }).observe(place);
  new ResizeObserver(() => {
    if (!place.clientWidth || place.clientWidth === width) return;
    const first = !width;
    width = place.clientWidth;
    if (!first) again();
  }).observe(place);
  addEventListener("themechange", again);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  return again;
}

/** The marks of a chart that stand for rows, in the order of `compare`. */
function chartMarks(place, compare) {
  return [...place.querySelectorAll("svg [aria-label]")].filter((one) => one.__data__?.datum?.id)
    .sort((a, b) => compare(a.__data__.datum, b.__data__.datum));
}

/** Make marks reachable by keyboard: one stop for Tab, arrows from mark to mark, Enter opens.
 *
 * `show` is called with the row and the mark that has the focus, and with null when it goes.
 * `first` is the number of the mark that Tab comes to.
 */
function walkable(marks, { open, show, first = 0 }) {
  const focused = marks.indexOf(document.activeElement);
  const stop = focused < 0 ? Math.max(0, first) : focused;
  marks.forEach((mark, at) => {
    mark.setAttribute("role", "link");
    mark.removeAttribute("aria-roledescription");
    const [name, words] = [mark.getAttribute("aria-label"), mark.textContent];
    if (!name.includes(words)) mark.setAttribute("aria-label", `${words}: ${name}`);
    mark.setAttribute("tabindex", at === stop ? "0" : "-1");
    mark.onfocus = () => {
      marks.forEach((one) => one.setAttribute("tabindex", one === mark ? "0" : "-1"));
      show(mark.__data__.datum, mark);
    };
    mark.onblur = () => show(null);
    mark.onkeydown = (event) => {
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        marks[to]?.focus({ preventScroll: true });
      } else if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(mark.__data__.datum);
      }
    };
  });
}

/** A box beside a mark of a chart that tells of it: the same for the mouse and for the keyboard. */
function chartTip(place) {
  const box = h("div", { class: "chart-tip", hidden: true });
  const hide = () => { box.hidden = true; };
  place.addEventListener("pointerleave", hide);
  addEventListener("scroll", () => { if (!place.contains(document.activeElement)) hide(); }, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  function show(lines, { left, right, top, bottom }) {
    box.replaceChildren(...lines);
    box.hidden = false;
    const [wide, high] = [box.offsetWidth, box.offsetHeight];
    const x = Math.min(Math.max(8, (left + right - wide) / 2), document.documentElement.clientWidth - wide - 8);
    const y = bottom + high + 12 < innerHeight ? bottom + 8 : Math.max(8, top - high - 8);
    Object.assign(box.style, { left: `${x}px`, top: `${y}px` });
  }
  return { box, show, hide };
}

/** Save what a chart shows as a file, for papers and slides. */
async function saveChart(view, name) {
  download(name, await view.toSVG(), "image/svg+xml");
}
