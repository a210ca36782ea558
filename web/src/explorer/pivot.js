// The chosen part of a table as rows and columns. Heads and cells are made when they are asked for: a table can have
// a hundred thousand rows of which thirty are seen.
import { labelOf } from './table.js';

// A grid: `rows` and `columns` are axes, `cell(row, column)` is the cell where two heads meet, as a number or as a
// share. Where nothing is chosen of some dimension, both axes are empty.
export function pivot(state, table, say) {
  const empty = table.dimensions.some((each) => !state.chosen[each.id].length);
  const rows = axis(empty ? null : state.rows, state, table, say);
  const columns = axis(empty ? null : state.columns, state, table, say);
  const key = table.dimensions.map((each) => state.chosen[each.id][0]);
  const rowAt = state.rows.map(table.positionOf);
  const columnAt = state.columns.map(table.positionOf);
  const look = state.show ? (at) => table.share(at, state.show) : table.at;
  const cell = (row, column) => {
    rowAt.forEach((at, nth) => { key[at] = row.codes[nth]; });
    columnAt.forEach((at, nth) => { key[at] = column.codes[nth]; });
    return look(key);
  };
  const grid = { rows, columns, cell };
  return state.sort === 'size' && !empty ? sorted(grid) : grid;
}

// All combinations of the chosen codes of some dimensions, the last varying fastest: `count` of them, and `head(at)`
// gives { at, codes, labels }. Without dimensions there is one combination, of nothing.
export function axis(ids, state, table, say) {
  const parts = (ids ?? []).map((id) => ({ dimension: table.dimension(id), codes: state.chosen[id] }));
  const count = ids ? parts.reduce((product, { codes }) => product * codes.length, 1) : 0;
  return {
    count,
    dimensions: parts.map(({ dimension }) => dimension),
    // A head without its labels, for where many are looked at and few are written.
    place(at) {
      let left = at;
      const codes = new Array(parts.length);
      for (let nth = parts.length - 1; nth >= 0; nth -= 1) {
        const own = parts[nth].codes;
        codes[nth] = own[left % own.length];
        left = Math.floor(left / own.length);
      }
      return { at, codes };
    },
    head(at) {
      const found = this.place(at);
      return { ...found, labels: found.codes.map((code, nth) => labelOf(parts[nth].dimension, code, say)) };
    },
  };
}

// Heads from one place up to another, as a list.
export function heads(axis, from = 0, to = axis.count) {
  const found = [];
  for (let at = from; at < Math.min(to, axis.count); at += 1) found.push(axis.head(at));
  return found;
}

// The rows by the size of their last column, largest first. What has no number comes last, in its own order.
function sorted({ rows, columns, cell }) {
  const column = columns.head(columns.count - 1);
  const sizes = new Float64Array(rows.count);
  for (let at = 0; at < rows.count; at += 1) sizes[at] = cell(rows.place(at), column).value ?? -Infinity;
  const order = Uint32Array.from(sizes.keys()).sort((a, b) =>
    (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]));
  return { rows: { ...rows, place: (at) => rows.place(order[at]), head: (at) => rows.head(order[at]) }, columns, cell };
}

// What a head is called in one line.
export const named = (head, fallback = '') => (head.labels.length ? head.labels.join(', ') : fallback);
