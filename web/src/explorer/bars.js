// Bars: one row for every bar, so that long names have room, or upright where periods stand side by side.
import { hasNumber, SIGNS } from './statuses.js';
import { heads, named } from './pivot.js';
import { decimalsOf, drawing, hatch, legend, measure, node, ticks, wrapped } from './svg.js';
import { items, summary } from './describe.js';
import { horizontals, linear, verticals } from './plotted.js';

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
  const upright = time && stand(rows, columns, width);
  const context = { rows, columns, bars, values, say, write, colours, width, fill: hatched(id) };
  const svg = (upright ? columnsOf : rowsOf)(context);
  svg.prepend(node('defs', {}, hatch(hatchId(id), colours)));
  return { svg, notes: notes({ ...context, state, grid }), empty: !values.length,
    alt: [say.count('explorer.alt_bars', rows.length * columns.length, rows.length * columns.length),
      summary(items(rows, columns, grid.cell), write, say)].join(' ') };
}

// Whether there is room for bars beside each other, and beneath them for their names: six years on a phone.
function stand(rows, columns, width) {
  const slot = (width - 60) / Math.max(rows.length * (columns.length + 1), 1);
  return slot >= 9 && longestOf(rows.map((head) => named(head))) + 8 <= slot * (columns.length + 1);
}

const longestOf = (texts) => Math.max(0, ...texts.map((text) => measure(text)));

const hatchId = (id) => `${id}-hatch`;
const hatched = (id) => `url(#${hatchId(id)})`;

// A bar of an ordinary number is filled; of a provisional one it is hollow and dashed.
const bar = (box, { cell, colour, title }, colours) => (cell.status === 'provisional'
  ? node('rect', { ...box, fill: colours.paper, stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' }, node('title', {}, title))
  : node('rect', { ...box, fill: colour }, node('title', {}, title)));

const without = (cells) => cells.filter(({ cell }) => !hasNumber(cell.status));
const numbered = (cells) => cells.filter(({ cell }) => hasNumber(cell.status));

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
  const longestName = longestOf(rows.map(name));
  const beside = !grouped && (width >= 560 || longestName < width * 0.3);
  const room = beside ? Math.min(260, longestName + 2) : 0;
  const key = legend(swatches(context), 0, 0, width);
  // Every bar has a row; its name stands beside it, or in a row of its own above it.
  const domain = rows.flatMap((_, row) => [
    ...(beside ? [] : [`${row} name`]), ...columns.map((_, column) => `${row} ${column}`), ...(grouped ? [`${row} end`] : [])]);
  const cells = flat(context);
  const marks = ticks(values, width >= 560 ? 6 : 3, { whole: write.whole, zero: true });
  const places = decimalsOf(marks);
  const longest = longestOf(cells.map(({ cell }) => short(cell, write)));
  const top = key.height + 8;
  const height = top + domain.length * ROW + 30;
  const left = room + (beside ? 10 : 4);
  const tops = new Map(domain.map((each, at) => [each, top + at * ROW]));
  const toY = (at) => tops.get(at);
  const toX = linear([marks[0], marks.at(-1)], [left, width - Math.min(longest + 14, width * 0.4)]);
  const zero = toX(0);
  const middle = (at) => toY(at) + ROW / 2 + 4.5;
  const svg = drawing(width, height, colours);
  svg.append(...verticals(marks, toX, [top, height - 30], colours, write, places));
  for (const each of numbered(cells)) {
    const end = toX(each.value);
    svg.append(bar({ x: Math.min(zero, end), y: toY(each.key) + 3, width: Math.abs(end - zero), height: ROW - 6 }, each, colours));
  }
  svg.append(node('path', { d: `M${zero} ${top}V${height - 30}`, stroke: colours.rule }));
  svg.append(...key.nodes);
  for (const [row, head] of rows.entries()) {
    const at = beside ? `${row} 0` : `${row} name`;
    const [text] = wrapped(name(head), beside ? room : width - 8, 1);
    svg.append(node('text', { x: beside ? room + 4 : 9, y: middle(at) + (beside ? 0 : 2), 'text-anchor': beside ? 'end' : 'start',
      'font-weight': grouped ? 'bold' : null }, text, node('title', {}, name(head))));
  }
  for (const { key: at, cell } of without(cells)) {
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
  const marks = ticks(values, 6, { whole: write.whole, zero: true });
  const places = decimalsOf(marks);
  const left = Math.ceil(Math.max(...marks.map((mark) => measure(write.tick(mark, places))))) + 14;
  const top = key.height + 24;
  const height = top + 320;
  const wide = (width - left - 8) / domain.length;
  const slots = new Map(domain.map((each, at) => [each, left + at * wide]));
  const toX = (at) => slots.get(at);
  const toY = linear([marks[0], marks.at(-1)], [height, top]);
  const svg = drawing(width, height + 34, colours);
  svg.append(...horizontals(marks, toY, [left, width - 8], colours, write, places));
  const gap = columns.length > 1 ? 0.5 : wide * 0.1;
  for (const each of numbered(cells)) {
    const [zero, end] = [toY(0), toY(each.value)];
    svg.append(bar({ x: toX(each.key) + gap, y: Math.min(zero, end), width: wide - 2 * gap, height: Math.abs(end - zero) }, each, colours));
  }
  svg.append(node('path', { d: `M${left} ${toY(0)}H${width - 8}`, stroke: colours.rule }));
  svg.append(...key.nodes);
  const group = wide * columns.length;
  rows.forEach((head, row) => {
    const [text] = wrapped(named(head), group + wide + 8, 1);
    svg.append(node('text', { x: toX(`${row} 0`) + group / 2, y: height + 20, 'text-anchor': 'middle' }, text));
  });
  for (const { key: at, cell } of without(cells)) {
    const x = toX(at);
    if (cell.status === 'suppressed') svg.append(node('rect', { x: x + 1, y: toY(0) - 16, width: wide - 2, height: 16, fill }));
    svg.append(node('text', { x: x + wide / 2, y: toY(0) - 20, 'text-anchor': 'middle', fill: colours.quiet }, SIGNS[cell.status]));
  }
  for (const { key: at, cell } of numbered(cells)) {
    const text = short(cell, write);
    if (measure(text) > wide + 4) continue;
    svg.append(node('text', { x: toX(at) + wide / 2, y: Math.min(toY(cell.value), toY(0)) - 6, 'text-anchor': 'middle' }, text));
  }
  return svg;
}

function notes({ rows, columns, say, grid, state }) {
  const found = [];
  const left = [grid.rows.count - rows.length, grid.columns.count - columns.length];
  if (left[0] > 0) {
    found.push(say(state.sort === 'size' ? 'explorer.largest_bars' : 'explorer.first_bars', { count: rows.length, left: left[0] }));
  }
  if (left[1] > 0) found.push(say('explorer.first_columns', { count: columns.length, left: left[1] }));
  return found;
}

