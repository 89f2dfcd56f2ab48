// What was asked of the package before it was published, and what came of it.

/** Outcome → sign, which tells it without colour. */
const OUTCOME_SIGNS = Object.freeze({ held: "✓", met: "✓", "ruled on": "§", warning: "!", error: "✕", "not met": "✕", "not asked": "–" });

function drawChecks() {
  const { totals, layers, findings, demands, rulings } = content.checks;
  body("checks").replaceChildren(
    h("p", {}, "The checks test that the tables are consistent, fit the words they were read from and open clean: not that the news is true, nor that nothing was missed."),
    h("p", { class: "lead" }, checksInWords(totals)),
    h("table", { class: "layers" },
      h("thead", {}, h("tr", {}, ...["Layer", "What it asks", "Held", totals.errors ? "Findings" : "Warnings", "Not asked"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...layers.map(layerRow))),
    h("h3", {}, "What was found"),
    findings.length ? findingList(findings) : h("p", {}, "Nothing: no error and no warning."),
    h("h3", {}, "Rulings of the curators"),
    rulings.length ? h("ul", { class: "rulings" }, ...rulings.map(ruling)) : h("p", {}, noRulings()),
    h("h3", {}, "What the curators demand"),
    demands.length ? demandTable(demands) : h("p", {}, "Nothing in particular: the package comes without demands of its curators (curation/expected.toml)."),
    h("h3", {}, "All rules"),
    ...ruleSearch(layers),
  );
}

function checksInWords({ errors, warnings, held, unasked }) {
  return `${counted(held, "rule")} and expectations hold; ${counted(errors, "error")}, ${counted(warnings, "warning")}. `
    + `${unasked ? `${counted(unasked, "rule")} had nothing to be asked of, or could not be asked.` : "Every rule was asked."}`;
}

function layerRow({ name, tool, question, counts, asked }) {
  const found = asked.reduce((sum, one) => sum + (one.findings?.length || 0), 0);
  const why = whyNot(asked);
  return h("tr", {},
    h("th", { scope: "row" }, capital(name), h("small", {}, tool)),
    h("td", {}, question, why && h("small", {}, `Not asked: ${why}.`)),
    ...[counts.held, found, counts["not asked"]].map((count) => h("td", { class: "number" }, (count || 0).toLocaleString("en"))));
}

/** Why rules were not asked, each with how many; reasons that differ in their last word as one. */
function whyNot(asked) {
  const why = new Map();
  for (const { reason } of asked) {
    if (!reason) continue;
    const at = reason.lastIndexOf(" ");
    const [begin, last] = [reason.slice(0, at), reason.slice(at + 1)];
    if (!why.has(begin)) why.set(begin, { lasts: new Set(), count: 0 });
    why.get(begin).lasts.add(last);
    why.get(begin).count += 1;
  }
  return [...why].map(([begin, { lasts, count }]) => `${begin} ${[...lasts].join(", ")} (${count})`).join("; ");
}

function outcomeBadge(outcome) {
  return h("span", { class: `outcome ${outcome.replace(" ", "-")}` }, h("span", { class: "sign", "aria-hidden": "true" }, OUTCOME_SIGNS[outcome] || "·"), " ", outcome);
}

function findingList(findings) {
  const list = h("ul", { class: "findings" });
  const place = h("div", {}, list);
  drawList(list, findings, (one) => h("li", {}, outcomeBadge(one.severity), " ", h("code", {}, one.rule), " ",
    foundAt(one), one.value && h("span", { class: "value" }, ` = ${one.value}`), h("p", {}, capital(one.sentence))), { first: 20, word: "finding", more: place });
  return place;
}

/** Where something was found: the row as a link, where it has an address. */
function foundAt({ table = "", row: key = "", column = "" }) {
  const named = [titleOfRow(table, key), column].filter(Boolean).join(", ");
  if (Object.hasOwn(KEYS, table) && row(table, key)) return [rowLink(table, key, named || key), h("small", {}, ` ${table}`)];
  return h("span", {}, [table, key, column].filter(Boolean).join(" "));
}

/** A row in words, where it has some. */
function titleOfRow(table, key) {
  if (table === "comparisons" && content.facts[key]) return factTitle(key);
  if (table === "events" && content.events[key]) return content.events[key].title;
  if (table === "figures" && row(table, key)) return row(table, key).text;
  return key;
}

function noRulings() {
  const conflicts = tables.comparisons.filter((one) => one.verdict === "conflict").length;
  return conflicts ? `Nobody has ruled on the ${counted(conflicts, "conflict")} of this package; all sides stand as they are.` : "None: no two sources contradict each other.";
}

function ruling({ fact, prefers = "", reason = "", by = "", day = "", comparisons = [] }) {
  return h("li", {}, h("p", {}, comparisons.length ? factLinks(comparisons) : fact), h("p", {}, "“", reason, "” ",
    h("span", { class: "soft" }, [by, day && dayWords(day)].filter(Boolean).join(", "))),
  h("p", {}, prefers ? ["Held to be right: ", row("sources", prefers) ? rowLink("sources", prefers, sourceName(prefers)) : prefers] : "No side is held to be right."));
}

/** Links to facts, each with its event. */
function factLinks(comparisons) {
  return comparisons.filter((id) => row("comparisons", id)).map((id, at) => {
    const event = content.events[row("comparisons", id).event_id];
    return [at ? "; " : "", rowLink("comparisons", id, [event?.title, factTitle(id)].filter(Boolean).join(": "))];
  });
}

function demandTable(demands) {
  return h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "What the curators demand" }, h("table", {},
    h("thead", {}, h("tr", {}, ...["Outcome", "What must be so", "As it is asked"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, ...demands.map(({ demand, reason = "", outcome, comparisons = [], why_not: why = "", findings = [] }) => h("tr", {},
      h("td", {}, outcomeBadge(outcome), why && h("small", {}, why)),
      h("td", {}, capital(reason), comparisons.length > 0 && h("small", {}, factLinks(comparisons))),
      h("td", { class: "soft" }, demand, findings.map((at) => h("p", {}, content.checks.findings[at].sentence))))))));
}

/** Every rule of every layer, folded, with a search over all of them. */
function ruleSearch(layers) {
  const state = h("p", { role: "status", class: "soft" });
  const input = h("input", { type: "search", id: "rule-search", autocomplete: "off", placeholder: "FIG-004, date, required …" });
  const folds = layers.map((layer) => ruleFold(layer));
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const wanted = wordsWanted(input.value);
      const left = folds.map((fold) => fold.search(wanted)).reduce((sum, count) => sum + count, 0);
      state.textContent = wanted.length ? `${counted(left, "rule")} found.` : "";
    }, 150);
  });
  return [h("p", { class: "field" }, h("label", { for: "rule-search" }, "Search the rules"), input), state, ...folds.map((fold) => fold.element)];
}

function ruleFold({ name, asked }) {
  const list = h("ul", { class: "rules" });
  const title = h("span", {});
  const element = h("details", { class: "fold", ontoggle: () => fill() }, h("summary", {}, title), list);
  let shown = asked;
  let filled = null;
  function fill() {
    if (!element.open || filled === shown) return;
    filled = shown;
    list.replaceChildren();
    for (const button of element.querySelectorAll("button.more")) button.remove();
    drawList(list, shown, ruleItem, { first: 60, word: "rule", more: element });
  }
  function search(wanted) {
    shown = wanted.length ? asked.filter((one) => wanted.every((words) => holds(ruleWords(one), words))) : asked;
    title.textContent = `${capital(name)}: ${wanted.length ? `${shown.length} of ` : ""}${counted(asked.length, "rule")}`;
    element.open = wanted.length > 0 && shown.length > 0;
    fill();
    return shown.length;
  }
  search([]);
  return { element, search };
}

function ruleWords(one) {
  return searchable([one.id, one.table, one.sentence, one.outcome, one.reason, ...(one.columns || [])].filter(Boolean));
}

function ruleItem({ id, table = "", sentence, outcome, reason = "", columns = [], findings = [] }) {
  const where = id.startsWith(`${table}:`) ? "" : table;
  return h("li", {}, outcomeBadge(outcome), " ", h("code", {}, id), " ", sentence,
    (where || columns.length > 0) && h("small", {}, [where, columns.join(", ")].filter(Boolean).join(": ")),
    reason && h("small", {}, `Not asked: ${reason}.`), findings.length > 0 && h("small", {}, counted(findings.length, "finding")));
}
