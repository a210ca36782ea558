// Lines over the periods. A cell without a number leaves a gap, a break in the series begins a new line, and what
// leads to a provisional number is dashed.
import { hasNumber, SIGNS } from './statuses.js';
import { heads, named, pivot } from './pivot.js';
import { largestFirst } from './order.js';
import { horizontals, linear, point } from './plotted.js';
import { apart, decimalsOf, drawing, LINE, legend, measure, node, paragraph, ticks, wrapped } from './svg.js';
import { summary } from './describe.js';

const MOST = 9; // as many colours as can be told apart
const RANKED = 5000; // more lines than this are not put in order of size

// The periods down and everything else that is split across: what lines need, however the table stands.
export function asSeries(state, table, say) {
  const time = table.dimensions.find((each) => each.time);
  const others = [...state.rows, ...state.columns].filter((id) => id !== time.id);
  const grid = pivot({ ...state, rows: [time.id], columns: others, sort: '' }, table, say);
  const periods = heads(grid.rows);
  const all = grid.columns.count;
  const ranks = all > MOST && all <= RANKED;
  const chosen = ranks ? largest(grid, periods) : heads(grid.columns, 0, MOST);
  const series = chosen.map((head) => ({ name: named(head), cells: periods.map((row) => grid.cell(row, head)) }));
  return { time, periods, series, left: all - series.length, ranks };
}

// The lines that end highest, in the order of the table.
function largest({ columns, cell }, periods) {
  const latest = (place) => {
    for (let nth = periods.length - 1; nth >= 0; nth -= 1) {
      const { value } = cell(periods[nth], place);
      if (value !== null) return value;
    }
    return -Infinity;
  };
  const order = largestFirst(columns.map(latest));
  return Array.from({ length: MOST }, (_, nth) => order.at(nth)).sort((a, b) => a - b).map((at) => columns.head(at));
}

// Stretches of neighbouring points that a line may join; a break and a gap both end one.
export function stretches(cells, broken) {
  const found = [];
  cells.forEach((cell, at) => {
    if (!hasNumber(cell.status)) return;
    const joins = at > 0 && hasNumber(cells[at - 1].status) && cell.status !== 'break' && !broken[at];
    if (!joins) found.push([]);
    found.at(-1).push(at);
  });
  return found;
}

// Whether the classification changes between a chosen period and the one chosen before it.
export const breaksAt = (periods, breaks) => periods.map(({ codes: [code] }, at) =>
  at > 0 && Object.keys(breaks).some((year) => year > periods[at - 1].codes[0] && year <= code));

export function draw({ state, table, say, write, colours, width }) {
  const { time, periods, series, left, ranks } = asSeries(state, table, say);
  const wide = width >= 560;
  const broken = breaksAt(periods, table.about.breaks);
  const values = series.flatMap(({ cells }) => cells.filter(({ status }) => hasNumber(status)).map(({ value }) => value));
  const marks = ticks(values, wide ? 6 : 5, { whole: write.whole, zero: false });
  const places = decimalsOf(marks);
  const marginLeft = Math.ceil(Math.max(...marks.map((mark) => measure(write.tick(mark, places))))) + 14;
  const single = series.length === 1 && !series[0].name;
  const room = wide && !single ? Math.min(220, width * 0.28) : 0;
  const labels = series.map(({ name }) => (room ? wrapped(name, room, 3) : []));
  const marginRight = room ? Math.ceil(Math.max(...labels.flat().map((text) => measure(text)))) + 26 : single ? 16 : 30;
  const key = room || single ? { nodes: [], height: 0 }
    : legend(series.map(({ name }, at) => ({ label: name, swatch: numeral(at, colours) })), 0, 0, width);
  const top = key.height + 16;
  const strip = series.some(({ cells }) => cells.some(signOf)) || broken.some(Boolean) ? LINE : 0;
  const height = top + Math.max(wide ? 330 : 250, labels.flat().length * LINE + series.length * 6);
  const placesX = positions(periods);
  const x = (at) => placesX[at];
  const shown = labelled(periods, placesX, width - marginLeft - marginRight - 20);
  const aside = periods.length === 1 ? 1 : 0;
  const toX = linear([placesX[0] - aside, placesX.at(-1) + aside], [marginLeft + 10, width - marginRight - 10]);
  const toY = linear([marks[0], marks.at(-1)], [height, top]);
  const svg = drawing(width, height + strip + 30, colours);
  svg.append(
    ...horizontals(marks, toY, [marginLeft, width - marginRight], colours, write, places),
    ...broken.flatMap((is, at) => (is ? [node('path', { d: `M${toX((x(at - 1) + x(at)) / 2)} ${top}V${height}`,
      stroke: colours.quiet, 'stroke-dasharray': '2 4' })] : [])),
    ...shown.map((at) => node('text', { x: toX(x(at)), y: height + strip + 20, 'text-anchor': 'middle', fill: colours.quiet },
      named(periods[at]))),
    ...series.flatMap(({ cells }, nth) => strokes(cells, broken, nth, { toX, toY, x, colours })),
    ...series.flatMap(({ cells, name }, nth) => cells.flatMap((cell, at) => (hasNumber(cell.status)
      ? [point(toX(x(at)), toY(cell.value), nth, colours.series[nth], cell.status === 'provisional', colours.paper,
        `${[name, named(periods[at])].filter(Boolean).join(', ')}: ${write.text(cell)}`)] : []))),
  );
  svg.append(...key.nodes);
  svg.append(...ends(series, labels, { toX, toY, x, width, marginRight, top, height, colours, room, single }));
  svg.append(...signs(series, periods, broken, toX, x, height + 14, colours));
  return { svg, notes: notes({ series, periods, broken, left, ranks, marks, places, write, say, table, time }),
    alt: alternative({ series, periods, write, say }), empty: !values.length };
}

// The strokes of one line: whole, and dashed to a provisional number.
function strokes(cells, broken, nth, { toX, toY, x, colours }) {
  const at = (each) => `${tenth(toX(x(each)))} ${tenth(toY(cells[each].value))}`;
  const parts = { solid: '', dashed: '' };
  for (const run of stretches(cells, broken)) {
    run.slice(1).forEach((each, before) => {
      parts[cells[each].status === 'provisional' ? 'dashed' : 'solid'] += `M${at(run[before])}L${at(each)}`;
    });
  }
  return Object.entries(parts).filter(([, d]) => d).map(([kind, d]) => node('path', { d, fill: 'none',
    stroke: colours.series[nth], 'stroke-width': 2.25, 'stroke-dasharray': kind === 'dashed' ? '5 4' : null }));
}

const tenth = (value) => Math.round(value * 10) / 10;

const signOf = ({ status }) => (status === 'normal' || status === 'rounded' ? '' : SIGNS[status]);

const numeral = (at, colours) => (x, y) =>
  node('text', { x: x + 8, y: y + 5, 'text-anchor': 'middle', fill: colours.series[at], 'font-weight': 'bold' }, at + 1);

// Where periods stand: years as far apart as they are, anything else side by side.
function positions(periods) {
  const years = periods.map(({ codes: [code] }) => (/^\d{4}/.test(code) ? parseInt(code, 10) : NaN));
  return years.every((year, at) => at === 0 ? !Number.isNaN(year) : year > years[at - 1]) ? years : periods.map((_, at) => at);
}

// Periods that have room for their label, from the last one back.
function labelled(periods, places, width) {
  const scale = width / Math.max(places.at(-1) - places[0], 1);
  const found = [];
  let edge = Infinity;
  for (let at = periods.length - 1; at >= 0; at -= 1) {
    const half = measure(named(periods[at])) / 2;
    const centre = (places[at] - places[0]) * scale;
    if (centre + half > edge) continue;
    found.unshift(at);
    edge = centre - half - 12;
  }
  return found;
}

// What a line is called, where it ends: its name, or on a narrow screen its numeral.
function ends(series, labels, { toX, toY, x, width, marginRight, top, height, colours, room, single }) {
  if (single) return [];
  const items = series.flatMap(({ cells }, nth) => {
    const last = cells.findLastIndex(({ status }) => hasNumber(status));
    if (last < 0) return [];
    const lines = room ? labels[nth] : [String(nth + 1)];
    const tall = lines.length * LINE + 2;
    const y = toY(cells[last].value);
    return [{ nth, lines, height: tall, y: y - tall / 2, end: [toX(x(last)), y] }];
  });
  apart(items, top - 12, height + 8);
  const left = width - marginRight + 20;
  return items.flatMap(({ nth, lines, y, height: tall, end }) => [
    node('path', { d: `M${end[0] + 6} ${end[1]}L${left - 4} ${y + tall / 2}`, stroke: colours.series[nth],
      'stroke-width': 0.75, 'stroke-dasharray': '1 2', fill: 'none' }),
    paragraph(left, y + LINE - 4, lines, { fill: colours.series[nth], 'font-weight': room ? null : 'bold' }),
  ]);
}

// Beneath the plot: the signs of what has no number, or no ordinary one, at each period.
function signs(series, periods, broken, toX, x, y, colours) {
  return periods.flatMap((_, at) => {
    const here = new Set(series.map(({ cells }) => signOf(cells[at])).filter(Boolean));
    if (broken[at]) here.add(SIGNS.break);
    return here.size
      ? [node('text', { x: toX(x(at)), y, 'text-anchor': 'middle', fill: colours.quiet }, [...here].join(''))] : [];
  });
}

function notes({ series, periods, broken, left, ranks, marks, places, write, say, table }) {
  const found = [];
  if (left > 0) found.push(say(ranks ? 'explorer.largest_lines' : 'explorer.first_lines', { count: series.length, left }));
  if (marks[0] > 0) found.push(say('chart.axis_starts_at', { value: write.tick(marks[0], places) }));
  if (periods.length === 1) found.push(say('explorer.one_period'));
  for (const [year, text] of Object.entries(table.about.breaks)) {
    if (broken.some((is, at) => is && year <= periods[at].codes[0] && year > periods[at - 1].codes[0])) {
      found.push(`${SIGNS.break} ${say('chart.no_figure', { status: say('status.break'), which: `${year}. ${text}` })}`);
    }
  }
  for (const status of ['suppressed', 'missing', 'not_applicable', 'not_yet', 'provisional', 'break']) {
    const which = series.flatMap(({ name, cells }) => {
      const at = periods.filter((_, nth) => cells[nth].status === status).map((head) => named(head));
      if (!at.length) return [];
      const where = at.length === periods.length ? say('chart.all_categories') : at.join(', ');
      return [name ? say('chart.series_at', { series: name, categories: where }) : where];
    });
    if (!which.length) continue;
    const note = say('chart.no_figure', { status: say(`status.${status}`), which: which.join('; ') });
    found.push(`${SIGNS[status]} ${note.length > 200 ? say('chart.see_table', { status: say(`status.${status}`) }) : note}`);
  }
  return found;
}

function alternative({ series, periods, write, say }) {
  const all = series.flatMap(({ name, cells }) => cells.map((cell, at) => ({
    name: [name, named(periods[at])].filter(Boolean).join(', '), cell })));
  const span = { from: named(periods[0]), to: named(periods.at(-1)) };
  return [say.count('explorer.alt_lines', series.length, series.length, span), summary(all, write, say)].join(' ');
}

