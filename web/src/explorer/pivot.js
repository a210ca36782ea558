// The chosen part of a table as rows and columns. Heads and cells are made when they are asked for: a table can have
// a hundred thousand rows of which thirty are seen.
import { largestFirst } from './order.js';
import { shareSizes } from './shares.js';
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
  if (state.sort !== 'size' || empty) return grid;
  const last = columns.place(columns.count - 1);
  columnAt.forEach((at, nth) => { key[at] = last.codes[nth]; });
  const sizes = state.show ? shareSizes(table, key, rows.parts, state.show) : table.sizes(key, rows.parts)?.sizes;
  return sorted(grid, sizes ?? rows.map((row) => cell(row, last).value ?? -Infinity));
}

// All combinations of the chosen codes of some dimensions, the last varying fastest: `count` of them, and `head(at)`
// gives { at, codes, labels }. Without dimensions there is one combination, of nothing.
export function axis(ids, state, table, say) {
  const parts = (ids ?? []).map((id) => ({ dimension: table.dimension(id), codes: state.chosen[id] }));
  const count = ids ? parts.reduce((product, { codes }) => product * codes.length, 1) : 0;
  return {
    count,
    parts,
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
    // A number for every place, as a list. The place that is looked at is the same object each time.
    map(use) {
      const found = new Float64Array(count);
      const place = { at: 0, codes: parts.map(({ codes: [code] }) => code) };
      const turns = parts.map(() => 0);
      for (let at = 0; at < count; at += 1) {
        place.at = at;
        found[at] = use(place);
        for (let nth = parts.length - 1; nth >= 0; nth -= 1) {
          const own = parts[nth].codes;
          turns[nth] = (turns[nth] + 1) % own.length;
          place.codes[nth] = own[turns[nth]];
          if (turns[nth]) break;
        }
      }
      return found;
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

// The rows by their sizes, those of the last column: largest first. What has no number comes last, in its own order.
function sorted({ rows, columns, cell }, sizes) {
  const order = largestFirst(sizes);
  return { rows: { ...rows, place: (at) => rows.place(order.at(at)), head: (at) => rows.head(order.at(at)) }, columns, cell };
}

// What a head is called in one line.
export const named = (head, fallback = '') => (head.labels.length ? head.labels.join(', ') : fallback);
