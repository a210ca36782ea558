// Bars: one row for every bar, so that long names have room, or columns where periods stand side by side.
import { axisX, axisY, barX, barY, gridX, gridY, plot, ruleX, ruleY } from '@observablehq/plot';
import { hasNumber, SIGNS } from './statuses.js';
import { heads, named } from './pivot.js';
import { decimalsOf, hatch, legend, measure, node, SIZE, ticks, wrapped } from './svg.js';
import { items, summary } from './describe.js';
import { dress } from './lines.js';

const MOST_COLOURS = 9;
const MOST_BARS = 90;
const ROW = 22;
const HATCHED = 30; // the width of the sign for a withheld number: the same for all, as it says nothing of size

// The part of a grid that is drawn: few enough colours and bars, the newest periods of many.
export function part(grid) {
  const newest = (axis) => axis.dimensions.length === 1 && axis.dimensions[0].time;
  const take = (axis, count) => (newest(axis) ? heads(axis, Math.max(0, axis.count - count)) : heads(axis, 0, count));
  const columns = take(grid.columns, MOST_COLOURS);
  const rows = take(grid.rows, Math.max(1, Math.floor(MOST_BARS / Math.max(columns.length, 1))));
  return { rows, columns };
}

export function draw({ state, table, grid, say, write, colours, width, id }) {
  const { rows, columns } = part(grid);
  const bars = rows.map((row) => columns.map((column) => grid.cell(row, column)));
  const values = bars.flat().filter(({ status }) => hasNumber(status)).map(({ value }) => value);
  const time = state.rows.length === 1 && table.dimension(state.rows[0]).time;
  const upright = time && (width - 60) / Math.max(rows.length * (columns.length + 1), 1) >= 9;
  const context = { rows, columns, bars, values, say, write, colours, width, fill: hatched(id) };
  const svg = (upright ? columnsOf : rowsOf)(context);
  svg.prepend(node('defs', {}, hatch(hatchId(id), colours)));
  return { svg, notes: notes({ ...context, state, grid }), empty: !values.length,
    alt: [say.count('explorer.alt_bars', rows.length * columns.length, rows.length * columns.length),
      summary(items(rows, columns, grid.cell), write, say)].join(' ') };
}

const hatchId = (id) => `${id}-hatch`;
const hatched = (id) => `url(#${hatchId(id)})`;

// Which bars are normal, provisional (hollow, dashed) and withheld, for marks of Plot.
function kinds(cells) {
  return {
    solid: cells.filter(({ cell }) => hasNumber(cell.status) && cell.status !== 'provisional'),
    hollow: cells.filter(({ cell }) => cell.status === 'provisional'),
    without: cells.filter(({ cell }) => !hasNumber(cell.status)),
  };
}

const flat = ({ rows, columns, bars, colours, write }) => bars.flatMap((line, row) => line.map((cell, column) => ({
  key: `${row} ${column}`, row, column, cell, value: cell.value, colour: colours.series[column],
  title: [named(columns[column]), named(rows[row])].filter(Boolean).join(', ') + `: ${write.text(cell)}`,
})));

const swatches = ({ columns, colours }) => (columns.length < 2 ? [] : columns.map((head, at) => ({
  label: named(head), swatch: (x, y) => node('rect', { x, y: y - 7, width: 16, height: 14, fill: colours.series[at] }),
})));

function rowsOf(context) {
  const { rows, columns, values, write, colours, width, fill, say } = context;
  const grouped = columns.length > 1;
  const name = (head) => named(head, say('explorer.all'));
  const beside = !grouped && width >= 560;
  const room = beside ? Math.min(260, Math.max(...rows.map((head) => measure(name(head)))) + 2) : 0;
  const key = legend(swatches(context), 0, 0, width);
  // Every bar has a row; its name stands beside it, or in a row of its own above it.
  const domain = rows.flatMap((_, row) => [
    ...(beside ? [] : [`${row} name`]), ...columns.map((_, column) => `${row} ${column}`), ...(grouped ? [`${row} end`] : [])]);
  const cells = flat(context);
  const { solid, hollow, without } = kinds(cells);
  const marks = ticks(values, width >= 560 ? 6 : 3, { whole: write.whole, zero: true });
  const places = decimalsOf(marks);
  const longest = Math.max(0, ...cells.map(({ cell }) => measure(short(cell, write))));
  const top = key.height + 8;
  const height = top + domain.length * ROW + 30;
  const options = { x: 'value', y: 'key', insetTop: 2, insetBottom: 2, title: 'title' };
  const svg = plot({
    width, height, marginLeft: room + (beside ? 10 : 4), marginRight: Math.min(longest + 14, width * 0.4), marginTop: top,
    marginBottom: 30,
    x: { domain: [marks[0], marks.at(-1)], type: 'linear' },
    y: { domain, type: 'band', padding: 0, axis: null },
    color: { type: 'identity' },
    marks: [
      gridX(marks, { stroke: colours.grid, strokeOpacity: 1 }),
      axisX({ ticks: marks, tickFormat: (mark) => write.tick(mark, places), tickSize: 0, label: null, fontSize: SIZE }),
      barX(solid, { ...options, fill: 'colour' }),
      barX(hollow, { ...options, fill: colours.paper, stroke: 'colour', strokeWidth: 1.5, strokeDasharray: '4 3', inset: 3 }),
      ruleX([0], { stroke: colours.rule }),
    ],
  });
  dress(svg, colours);
  const toX = svg.scale('x').apply;
  const toY = svg.scale('y').apply;
  const zero = toX(0);
  const middle = (key_) => toY(key_) + ROW / 2 + 4.5;
  svg.append(...key.nodes);
  for (const [row, head] of rows.entries()) {
    const at = beside ? `${row} 0` : `${row} name`;
    const [text] = wrapped(name(head), beside ? room : width - 8, 1);
    svg.append(node('text', { x: beside ? room + 4 : 4, y: middle(at) + (beside ? 0 : 2), 'text-anchor': beside ? 'end' : 'start',
      'font-weight': grouped ? 'bold' : null }, text, node('title', {}, name(head))));
  }
  for (const { key: at, cell } of without) {
    if (cell.status === 'suppressed') {
      svg.append(node('rect', { x: zero + 1, y: toY(at) + 5, width: HATCHED, height: ROW - 10, fill }));
    }
  }
  for (const { key: at, cell } of cells) {
    const start = hasNumber(cell.status) ? Math.max(zero, toX(cell.value)) : zero + (cell.status === 'suppressed' ? HATCHED : 0);
    svg.append(node('text', { x: start + 6, y: middle(at), fill: hasNumber(cell.status) ? null : colours.quiet,
      'font-style': hasNumber(cell.status) ? null : 'italic' }, short(cell, write)));
  }
  return svg;
}

// A cell beside its bar: the number with its sign, or the word for why there is none.
function short(cell, write) {
  if (cell.status !== 'provisional' && cell.status !== 'break') return write.text(cell);
  return `${write.number(cell.value)} ${SIGNS[cell.status]}`;
}

function columnsOf(context) {
  const { rows, columns, values, write, colours, width, fill } = context;
  const key = legend(swatches(context), 0, 0, width);
  const domain = rows.flatMap((_, row) => [...columns.map((_, column) => `${row} ${column}`), `${row} end`]).slice(0, -1);
  const cells = flat(context);
  const { solid, hollow, without } = kinds(cells);
  const marks = ticks(values, 6, { whole: write.whole, zero: true });
  const places = decimalsOf(marks);
  const left = Math.ceil(Math.max(...marks.map((mark) => measure(write.tick(mark, places))))) + 14;
  const top = key.height + 24;
  const height = top + 320;
  const options = { x: 'key', y: 'value', title: 'title', insetLeft: 0.5, insetRight: 0.5 };
  const svg = plot({
    width, height: height + 34, marginLeft: left, marginRight: 8, marginTop: top, marginBottom: 34,
    x: { domain, type: 'band', padding: columns.length > 1 ? 0 : 0.1, axis: null },
    y: { domain: [marks[0], marks.at(-1)], type: 'linear' },
    color: { type: 'identity' },
    marks: [
      gridY(marks, { stroke: colours.grid, strokeOpacity: 1 }),
      axisY({ ticks: marks, tickFormat: (mark) => write.tick(mark, places), tickSize: 0, label: null, fontSize: SIZE }),
      barY(solid, { ...options, fill: 'colour' }),
      barY(hollow, { ...options, fill: colours.paper, stroke: 'colour', strokeWidth: 1.5, strokeDasharray: '4 3' }),
      ruleY([0], { stroke: colours.rule }),
    ],
  });
  dress(svg, colours);
  const toX = svg.scale('x').apply;
  const toY = svg.scale('y').apply;
  const wide = svg.scale('x').bandwidth;
  svg.append(...key.nodes);
  const group = wide * columns.length;
  rows.forEach((head, row) => {
    const [text] = wrapped(named(head), group + wide + 8, 1);
    svg.append(node('text', { x: toX(`${row} 0`) + group / 2, y: height + 20, 'text-anchor': 'middle' }, text));
  });
  for (const { key: at, cell } of without) {
    const x = toX(at);
    if (cell.status === 'suppressed') svg.append(node('rect', { x: x + 1, y: toY(0) - 16, width: wide - 2, height: 16, fill }));
    svg.append(node('text', { x: x + wide / 2, y: toY(0) - 20, 'text-anchor': 'middle', fill: colours.quiet }, SIGNS[cell.status]));
  }
  for (const { key: at, cell } of kinds(cells).solid.concat(hollow)) {
    const text = short(cell, write);
    if (measure(text) > wide + 4) continue;
    svg.append(node('text', { x: toX(at) + wide / 2, y: Math.min(toY(cell.value), toY(0)) - 6, 'text-anchor': 'middle' }, text));
  }
  return svg;
}

function notes({ rows, columns, bars, say, grid, state }) {
  const found = [];
  const left = [grid.rows.count - rows.length, grid.columns.count - columns.length];
  if (left[0] > 0) {
    found.push(say(state.sort === 'size' ? 'explorer.largest_bars' : 'explorer.first_bars', { count: rows.length, left: left[0] }));
  }
  if (left[1] > 0) found.push(say('explorer.first_columns', { count: columns.length, left: left[1] }));
  for (const status of ['suppressed', 'missing', 'not_applicable', 'not_yet', 'provisional', 'break']) {
    if (bars.flat().some((cell) => cell.status === status)) {
      found.push(`${SIGNS[status]} ${say(`status.${status}`)}: ${say(`status_meaning.${status}`)}`);
    }
  }
  return found;
}

