// Marks in lanes: those that are left by the filters get their places anew, so that a lane is as
// high as what stands in it, and a lane without marks is not drawn.

/** Pixels: half a dot with its rim, the least width of a bar, what stays free between marks. */
const MARK = Object.freeze({ dot: 5.5, bar: 4, gap: 1.5 });
/** Rows: free above and below the marks of a lane, and a line of its name. */
const LANE = Object.freeze({ free: 0.3, line: 1.4 });

/** A timeline's rows with new places, for an axis `width` pixels wide: {events, lanes, height}.
 *
 * `inside`: the names of lanes stand in the lanes, above the marks, and not beside them.
 */
function placed(spec, kept, width, inside) {
  const share = shareOf(spec);
  const events = [];
  const lanes = [];
  let top = 0;
  for (const lane of spec.datasets.lanes) {
    const own = spec.datasets.events.filter((one) => one.row >= lane.top && one.row < lane.base && kept.has(one.id));
    if (!own.length) continue;
    const name = inside ? [lane.lane.join(" ")] : lane.lane;
    const head = inside ? LANE.line : 0;
    const rows = stackedRows(own.map((one) => extentOf(one, share, width)));
    const used = Math.max(...rows) + 1;
    const height = head + Math.max(used, inside ? 0 : LANE.line * name.length) + 2 * LANE.free;
    const start = top + head + (height - head - used) / 2;
    own.forEach((one, at) => {
      const row = start + rows[at];
      events.push({ ...one, row: row + 0.5, top: row + 0.1, base: row + 0.9 });
    });
    lanes.push({ ...lane, lane: name, top, base: top + height, even: lanes.length % 2 === 0 });
    top += height;
  }
  return { events, lanes, height: top };
}

/** Where a moment is drawn, as a share of the width; an axis can be of several pieces. */
function shareOf(spec) {
  const moments = spec.params.find((one) => one.name === "span").value;
  const pieces = channels(spec, "x").map((x) => x.scale?.range).find(Array.isArray) || [0, 1];
  const most = pieces.at(-1);
  return (moment) => {
    let at = moments.findIndex((end, place) => place > 0 && moment <= end);
    if (at < 0) at = moments.length - 1;
    const [first, last, left, right] = [moments[at - 1], moments[at], pieces[at - 1] / most, pieces[at] / most];
    return left + ((moment - first) / (last - first)) * (right - left);
  };
}

/** The pixels that a mark takes along the axis, with the room that it needs. */
function extentOf(one, share, width) {
  const [left, right] = [share(one.start) * width, share(one.end) * width];
  const half = one.dot ? MARK.dot : Math.max(MARK.bar, right - left) / 2;
  const middle = (left + right) / 2;
  return [middle - half - MARK.gap / 2, middle + half + MARK.gap / 2];
}

/** The row of every mark, from 0, such that no two of a row overlap: the first that is free. */
function stackedRows(spans) {
  const order = spans.map((_, at) => at).sort((a, b) => spans[a][0] - spans[b][0] || spans[b][1] - spans[a][1] || a - b);
  const ends = [];
  const rows = [];
  for (const at of order) {
    const free = ends.findIndex((end) => end <= spans[at][0]);
    rows[at] = free < 0 ? ends.length : free;
    ends[rows[at]] = spans[at][1];
  }
  return rows;
}

/** All that the layers of a spec say of a channel. */
function channels(spec, name) {
  return spec.layer.map((layer) => layer.encoding?.[name]).filter(Boolean);
}

/** A spec with those of its events that are kept, laid out for a width in pixels. */
function laidOut(spec, kept, width, inside) {
  const whole = structuredClone(spec);
  const row = spec.height / channels(spec, "y").find((y) => y.scale).scale.domain[1];
  const { events, lanes, height } = placed(whole, kept, width, inside);
  const values = lanes.map((lane) => (inside ? lane.top + LANE.free + LANE.line / 2 : (lane.top + lane.base) / 2));
  const labels = JSON.stringify(lanes.map((lane) => lane.lane));
  for (const y of channels(whole, "y")) {
    if (y.scale) y.scale.domain = [0, height];
    if (y.axis) {
      Object.assign(y.axis, { values, labelExpr: `${labels}[indexof(${JSON.stringify(values)}, datum.value)]` },
        inside ? { labelAlign: "left", labelPadding: -4, labelLimit: width - 8, zindex: 1 } : {});
    }
  }
  whole.datasets = { ...whole.datasets, events, lanes };
  whole.height = Math.round(height * row);
  return whole;
}
