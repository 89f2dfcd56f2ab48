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

/** Names as a list in words: "A, B and C". */
const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "7 December 2023", of a day of ISO 8601 or of milliseconds since 1970 in UTC. */
function dayWords(day) {
  return new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** Words that only a screen reader tells. */
function unseen(...words) {
  return h("span", { class: "unseen" }, ...words);
}

/** Save a text as a file of this name. */
function download(name, text, type = "text/csv") {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; when it has, nothing tells.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Do something when the browser has shown what is there now. */
function afterPaint(task) {
  if (document.hidden) setTimeout(task);
  else requestAnimationFrame(() => setTimeout(task));
}

/** Words with a capital at the beginning. */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
