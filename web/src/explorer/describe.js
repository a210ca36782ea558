// What is seen, in words: for the title, for those who cannot see the chart, and to announce a change.
import { hasNumber } from './statuses.js';
import { labelOf } from './table.js';
import { named } from './pivot.js';

// "Residents by district: Internationals, 2022", and of what it is a share.
export function title(state, table, say) {
  const fixed = table.dimensions.filter((each) =>
    !state.rows.includes(each.id) && !state.columns.includes(each.id) && each.choices.length > 1
    && state.chosen[each.id].length);
  const which = fixed.map((each) => labelOf(each, state.chosen[each.id][0], say)).join(', ');
  const whole = which ? say('explorer.title', { table: table.title, which }) : table.title;
  if (!state.show) return whole;
  const along = table.dimension(state.show);
  return say('explorer.title_share', { title: whole, whole: labelOf(along, along.total, say) });
}

// Numbers of a list of { name, cell }: highest, lowest, and how many there are of each reason for having none.
export function summary(items, write, say) {
  const numbers = items.filter(({ cell }) => hasNumber(cell.status));
  const sentences = [];
  if (numbers.length) {
    const best = (compare) => numbers.reduce((a, b) => (compare(b.cell.value, a.cell.value) ? b : a));
    const tell = (key, { name, cell }) => say(key, { which: name, value: write.text(cell) });
    sentences.push(tell('explorer.highest', best((a, b) => a > b)));
    if (numbers.length > 1) sentences.push(tell('explorer.lowest', best((a, b) => a < b)));
  }
  return [...sentences, ...absences(items.map(({ cell }) => cell), say)].join(' ');
}

// "Without a number: 3 suppressed, 1 no data." or nothing.
export function absences(cells, say) {
  const counts = new Map();
  for (const { status } of cells) {
    if (!hasNumber(status)) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  if (!counts.size) return [];
  const which = [...counts].map(([status, count]) =>
    say('explorer.count_of_status', { count, status: say(`status.${status}`) }));
  return [say('explorer.without_number', { which: say.list(which) })];
}

// What a status means here. A share of numbers that were not rounded by us is rounded all the same: they were by their
// source, or the whole was.
export const meaning = (status, table, say) =>
  say(status === 'rounded' && !table.rounds ? 'explorer.of_rounded' : `status_meaning.${status}`);

// What a screen reader hears after a change.
export function announcement(state, table, grid, page, say, format) {
  if (!grid.rows.count) return say('explorer.nothing_chosen');
  const rows = say.count('explorer.rows_count', grid.rows.count, format.number(grid.rows.count));
  const columns = say.count('explorer.columns_count', grid.columns.count, format.number(grid.columns.count));
  const cells = page.rows.flatMap((row) => page.columns.map((column) => grid.cell(row, column)));
  const view = say(`explorer.view_${state.view}`);
  return [say('explorer.announce', { view, title: title(state, table, say), rows, columns }),
    ...absences(cells, say)].join(' ');
}

// The cells of a chart as { name, cell }, from lists of heads.
export const items = (rows, columns, cell) => rows.flatMap((row) => columns.map((column) => ({
  name: [named(column), named(row)].filter(Boolean).join(', '),
  cell: cell(row, column),
})));

