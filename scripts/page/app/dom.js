/** An element: h("a", {href: "#x", class: "y", onclick: f}, "text", child, …). Text stays text. */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "dataset") Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false && one !== ""));
  return element;
}

/** The part of a section that the script fills. */
function body(section) {
  return document.querySelector(`#${section} > .body`);
}

/** "1 fact", "2 facts". */
function counted(number, word, many = `${word}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? word : many}`;
}

/** The order of words for people: without regard to accents and capitals, numbers by size. */
const inEnglish = new Intl.Collator("en", { numeric: true });

/** Words that only a screen reader tells. */
function heard(...words) {
  return h("span", { class: "heard" }, ...words);
}

/** Do something when the browser has shown what is there now. */
function afterPaint(task) {
  if (document.hidden) setTimeout(task);
  else requestAnimationFrame(() => setTimeout(task));
}
