// What is seen as a table of the page: a caption, heads with their scope, and of a large table one page at a time.
import { hasNumber, SIGNS } from './statuses.js';
import { labelOf } from './table.js';
import { heads } from './pivot.js';
import { element } from './dom.js';

export const ROWS = 40;
export const COLUMNS = 16;

// The part of a grid that is on the page: { rows, columns } as lists of heads, with where they begin.
export function pageOf(grid, state) {
  const begin = (at, count, size) => (at < count ? Math.floor(at / size) * size : 0);
  const row = begin(state.row, grid.rows.count, ROWS);
  const column = begin(state.column, grid.columns.count, COLUMNS);
  return { row, column, rows: heads(grid.rows, row, row + ROWS), columns: heads(grid.columns, column, column + COLUMNS) };
}

export function htmlTable({ table, state, grid, page, title, say, write }) {
  const label = (axis, head) => head.codes.map((code, nth) => {
    const dimension = axis.dimensions[nth];
    return labelOf(dimension, code, say) + (dimension.time && table.about.breaks[code] ? ` ${SIGNS.break}` : '');
  });
  const value = state.show ? say('explorer.share_column') : say('explorer.number_column');
  const down = grid.rows.dimensions;
  const top = element('tr', {},
    ...(down.length ? down.map((each) => element('th', { scope: 'col', class: 'words' }, each.label))
      : [element('td', {})]),
    ...page.columns.map((head) => element('th', { scope: 'col' }, label(grid.columns, head).join(', ') || value)));
  const body = element('tbody');
  let before = [];
  for (const head of page.rows) {
    const labels = down.length ? label(grid.rows, head) : [value];
    const row = element('tr');
    labels.forEach((text, nth) => {
      // A name that the row above has as well is quiet, but still there.
      const again = nth < labels.length - 1 && labels.slice(0, nth + 1).every((each, at) => each === before[at]);
      row.append(element('th', { scope: 'row', class: again ? 'words again' : 'words' }, text));
    });
    for (const column of page.columns) {
      const cell = grid.cell(head, column);
      row.append(element('td', { class: hasNumber(cell.status) ? null : 'no-number' }, write.text(cell)));
    }
    before = labels;
    body.append(row);
  }
  return element('table', { class: 'utrecht-table' }, element('caption', { class: 'visually-hidden' }, title), element('thead', {}, top), body);
}
