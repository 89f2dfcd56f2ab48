// What can be chosen in the filters: the sources, actors, events and codes of the package.

/** Actors that are offered first, because they are named most often. */
const FIRST_ACTORS = 12;

function choice(name, options) {
  return h("select", { id: `filter-${name}`, name }, h("option", { value: "" }, "all"), ...options);
}

function option([value, words]) {
  return h("option", { value }, words);
}

function byWords(a, b) {
  return inEnglish.compare(a[1], b[1]);
}

function group(label, pairs) {
  return pairs.length ? h("optgroup", { label }, ...pairs.map(option)) : null;
}

function sourceOptions() {
  return tables.sources.map((one) => [one.source_id, filterValue("source", one.source_id)]).sort(byWords).map(option);
}

/** Who is named most often, then all by kind: typing the first letters of a name finds it. */
function actorOptions() {
  if (tables.actors.length <= 2 * FIRST_ACTORS) return tables.actors.map(actorPair).sort(byWords).map(option);
  const often = new Map();
  for (const [table, columns] of [["participants", ["actor_id"]], ["statements", ["speaker_id", "affiliation_id"]],
    ["figures", ["of_actor_id", "by_actor_id"]]]) {
    for (const one of tables[table]) {
      for (const name of columns) if (one[name]) often.set(one[name], (often.get(one[name]) || 0) + 1);
    }
  }
  const kinds = new Map();
  for (const one of tables.actors) kinds.set(one.kind, [...(kinds.get(one.kind) || []), actorPair(one)]);
  const first = [...tables.actors].sort((a, b) => (often.get(b.actor_id) || 0) - (often.get(a.actor_id) || 0)).slice(0, FIRST_ACTORS);
  return [group("Named most often", first.map(actorPair)),
    ...[...kinds].map(([kind, pairs]) => group(codeTitle("actor_kinds", kind) || "Others", pairs.sort(byWords)))];
}

function actorPair(one) {
  return [one.actor_id, one.name || one.actor_id];
}

/** Types of events that occur, each with the modes of it that do. */
function eventOptions() {
  const modes = new Map();
  for (const { type, mode } of [...tables.events, ...tables.reports]) {
    if (!modes.has(type)) modes.set(type, new Set());
    if (mode) modes.get(type).add(mode);
  }
  const types = [...modes.keys()].filter(Boolean).map((type) => [type, codeTitle("event_types", type)]);
  return types.sort(byWords).map(([type, words]) => group(words, [[type, `${words}, all`],
    ...[...modes.get(type)].map((mode) => [`${type}/${mode}`, codeTitle("modes", mode)]).sort(byWords)]));
}

/** The codes of a list that occur in a column, in the order of the list. */
function codeOptions(list, table, name) {
  const there = new Set(column(tables[table], name));
  return Object.keys(content.codes[list] || {}).filter((code) => there.has(code))
    .map((code) => option([code, codeTitle(list, code)]));
}
