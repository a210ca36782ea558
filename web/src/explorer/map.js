// Areas coloured by class. An area whose number is withheld is hatched; every other reason for having no number has
// its sign. The table beside the map has all of it in words.
import { hasNumber, SIGNS } from './statuses.js';
import { heads, named, pivot } from './pivot.js';
import { areaOf } from './selection.js';
import { classOf, equal, names, quantile } from './classes.js';
import { decimalsOf, drawing, hatch, LINE, legend, measure, node, paragraph, wraps, wrapped } from './svg.js';
import { summary } from './describe.js';

const TALLEST = 520;

// The areas down and everything else across, of which the map shows one column: { rows, columns, of, cell }.
export function asAreas(state, table, say) {
  const area = areaOf(state, table);
  const others = [...state.rows, ...state.columns].filter((id) => id !== area.id);
  const grid = pivot({ ...state, rows: [area.id], columns: others, sort: '' }, table, say);
  const columns = heads(grid.columns, 0, 200);
  return { area, rows: heads(grid.rows), columns, of: columns[Math.min(state.of, columns.length - 1)], cell: grid.cell };
}

// Outlines as the file has them: whole numbers, the first corner in full and the others as steps from there.
export function corners(ring) {
  const found = [[ring[0], ring[1]]];
  for (let at = 2; at < ring.length; at += 2) {
    const [x, y] = found.at(-1);
    found.push([x + ring[at], y + ring[at + 1]]);
  }
  return found;
}

export function draw({ state, table, say, write, colours, width, id, geometry }) {
  const { rows, columns, of, cell } = asAreas(state, table, say);
  const byCode = new Map(rows.map((head) => [head.codes[0], { head, cell: cell(head, of) }]));
  const places = geometry.areas.filter(({ code }) => byCode.has(code));
  const numbers = places.map(({ code }) => byCode.get(code).cell).filter(({ status }) => hasNumber(status)).map(({ value }) => value);
  const coloured = numbers.filter((value) => value !== 0);
  const lows = state.classes === 'quantile' && coloured.length ? quantile(coloured, write.decimals) : equal(coloured, write.whole);
  const scale = Math.min(width / geometry.width, TALLEST / geometry.height);
  const left = (width - geometry.width * scale) / 2;
  const group = node('g', { stroke: colours.rule, 'stroke-width': 0.8, 'fill-rule': 'evenodd', 'stroke-linejoin': 'round' });
  const texts = [];
  for (const place of geometry.areas) {
    const here = byCode.get(place.code);
    const rings = place.rings.map((ring) => corners(ring).map(([x, y]) => [left + x * scale, 2 + y * scale]));
    const [fill, ink] = look(here?.cell, lows, write, colours, id);
    const path = node('path', { d: rings.map((ring) => `M${ring.map((at) => at.map(tenth)).join('L')}Z`).join(''), fill });
    if (here) {
      const text = write.text(here.cell);
      path.append(node('title', {}, `${named(here.head)}: ${text}`));
      const sign = hasNumber(here.cell.status) ? text : SIGNS[here.cell.status];
      texts.push(...label(rings, named(here.head), sign, ink, here.cell.status === 'suppressed' && colours.paper));
    }
    group.append(path);
  }
  const entries = legendOf(lows, places.map(({ code }) => byCode.get(code).cell), { write, say, colours, id });
  const bottom = geometry.height * scale + 14;
  const key = legend(entries, 0, bottom, width);
  const svg = drawing(width, Math.ceil(bottom + key.height + 6), colours);
  svg.append(node('defs', {}, hatch(`${id}-hatch`, colours)), group, ...texts, ...key.nodes);
  const all = rows.map((head) => ({ name: named(head), cell: cell(head, of) }));
  return { svg, notes: notes({ rows, columns, of, cell, geometry, write, say, places }), empty: !numbers.length,
    alt: [say.count('explorer.alt_map', places.length, places.length), summary(all, write, say)].join(' ') };
}

const tenth = (value) => Math.round(value * 10) / 10;

// The fill of an area and the ink that can be read on it.
function look(cell, lows, write, colours, id) {
  if (!cell) return [colours.land, colours.ink];
  if (cell.status === 'suppressed') return [`url(#${id}-hatch)`, colours.ink];
  if (!hasNumber(cell.status)) return [colours.land, colours.ink];
  if (cell.value === 0) return [colours.paper, colours.ink];
  const nth = shade(classOf(cell.value, lows, write.decimals), lows.length);
  return [colours.classes[nth], nth > 2 ? colours.paper : colours.ink];
}

// Few classes are spread over all shades.
const shade = (nth, count) => (count < 2 ? 2 : Math.round((nth * 4) / (count - 1)));

function legendOf(lows, cells, { write, say, colours, id }) {
  const box = (fill) => (x, y) => node('rect', { x: x + 0.5, y: y - 7, width: 17, height: 14, fill, stroke: colours.rule });
  const counts = lows.map((_, nth) => cells.filter((cell) =>
    hasNumber(cell.status) && cell.value !== 0 && classOf(cell.value, lows, write.decimals) === nth).length);
  const places = Math.max(decimalsOf(lows), 0);
  const entries = names(lows, write, say, places).map((name, nth) => ({
    label: say('explorer.class_count', { name, count: counts[nth] }), swatch: box(colours.classes[shade(nth, lows.length)]) }));
  const zeros = cells.filter((cell) => hasNumber(cell.status) && cell.value === 0).length;
  if (zeros) entries.push({ label: say('explorer.class_count', { name: say('chart.zero'), count: zeros }), swatch: box(colours.paper) });
  for (const status of ['suppressed', 'missing', 'not_applicable', 'not_yet']) {
    const count = cells.filter((cell) => cell.status === status).length;
    if (!count) continue;
    const name = `${SIGNS[status]} ${say(`status.${status}`)}`;
    entries.push({ label: say('explorer.class_count', { name, count }),
      swatch: box(status === 'suppressed' ? `url(#${id}-hatch)` : colours.land) });
  }
  return entries;
}

// The name and number of an area, where all of it lies within the area: a name upon a neighbour is a wrong statement.
function label(rings, name, value, ink, halo) {
  const ring = rings.reduce((a, b) => (Math.abs(size(a)) > Math.abs(size(b)) ? a : b));
  const [x, y] = centre(ring);
  const wide = Math.max(...ring.map((at) => at[0])) - Math.min(...ring.map((at) => at[0])) - 8;
  for (const lines of [...(wraps(name, wide) ? [[...wrapped(name, wide, 3), value]] : []), [value]]) {
    if (lines.some((line) => line.endsWith('…'))) continue;
    const half = Math.max(...lines.map((line) => measure(line, false, 12))) / 2 + 2;
    const tall = (lines.length * LINE) / 2;
    const edge = [[x - half, y - tall], [x + half, y - tall], [x - half, y + tall], [x + half, y + tall], [x - half, y], [x + half, y]];
    if (!edge.every((at) => inside(at, rings))) continue;
    return [paragraph(x, y - tall + 13, lines, { 'text-anchor': 'middle', 'font-size': 12, fill: ink,
      ...(halo ? { stroke: halo, 'stroke-width': 4, 'paint-order': 'stroke', 'stroke-linejoin': 'round' } : {}) })];
  }
  return [];
}

const edges = (ring) => ring.map((at, nth) => [at, ring[(nth + 1) % ring.length]]);

const size = (ring) => edges(ring).reduce((sum, [[x0, y0], [x1, y1]]) => sum + x0 * y1 - x1 * y0, 0) / 2;

function centre(ring) {
  const whole = size(ring);
  if (!whole) return ring[0];
  const [x, y] = edges(ring).reduce(([sx, sy], [[x0, y0], [x1, y1]]) => {
    const cross = x0 * y1 - x1 * y0;
    return [sx + (x0 + x1) * cross, sy + (y0 + y1) * cross];
  }, [0, 0]);
  return [x / (6 * whole), y / (6 * whole)];
}

// Inside an odd number of rings.
function inside([x, y], rings) {
  let odd = false;
  for (const ring of rings) {
    for (const [[x0, y0], [x1, y1]] of edges(ring)) {
      if ((y0 > y) !== (y1 > y) && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) odd = !odd;
    }
  }
  return odd;
}

function notes({ rows, columns, of, cell, geometry, write, say, places }) {
  const found = [];
  if (columns.length > 1) found.push(say('explorer.map_of', { which: named(of) }));
  const drawn = new Set(places.map(({ code }) => code));
  const elsewhere = rows.filter((head) => !drawn.has(head.codes[0])).map((head) => ({ head, cell: cell(head, of) }))
    .filter((each) => each.cell.value !== 0)
    .map((each) => say('chart.area_value', { area: named(each.head), value: write.text(each.cell) }));
  if (elsewhere.length) {
    const which = elsewhere.join('; ');
    found.push(say('chart.not_on_map', { which: which.length > 160 ? say('chart.rows_of_table', { count: elsewhere.length }) : which }));
  }
  if (geometry.source) found.push(geometry.source);
  return found;
}
