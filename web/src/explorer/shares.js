// The shares of very many cells at once, for putting them in order: what the table gives for each, in a fraction of
// the time.
import { LARGEST_ERROR, TOTAL } from './table.js';

// Shares along a dimension of all combinations of `parts`, minus infinity where there is none; null where they have to
// be asked for one by one.
export function shareSizes(table, key, parts, along) {
  const nth = parts.findIndex(({ dimension }) => dimension.id === along);
  const codes = nth < 0 ? [key[table.positionOf(along)]] : parts[nth].codes;
  if (codes.includes(table.dimension(along).total)) return null;
  const part = table.sizes(key, parts);
  const whole = part && wholes(table, key, parts.filter((_, at) => at !== nth), along);
  if (!whole) return null;
  const found = new Float64Array(part.sizes.length).fill(-Infinity);
  const inner = parts.slice(nth + 1).reduce((product, each) => product * each.codes.length, 1);
  for (let at = 0; at < found.length; at += 1) {
    const of = Math.floor(at / (inner * codes.length)) * inner + (at % inner);
    const number = part.sizes[at];
    const all = whole.sizes[of];
    if (number === -Infinity || all === -Infinity || all === 0) continue;
    const value = (100 * number) / all;
    const error = (100 * part.marginAt(at) + Math.abs(value) * whole.marginAt(of)) / Math.abs(all);
    if (error <= LARGEST_ERROR) found[at] = value;
  }
  return found;
}

// What they are a part of, from this table or from the one that has the totals.
function wholes(table, key, parts, along) {
  const { total, base } = table.dimension(along);
  if (total !== TOTAL) return table.sizes(key.with(table.positionOf(along), total), parts);
  if (base === 'sum' || base.without) return null;
  const other = table.other(base.table);
  const codes = other.dimensions.map(({ id }) => base.codes[id] ?? key[table.positionOf(id)]);
  return other.sizes(codes, parts.map((each) => ({ dimension: other.dimension(each.dimension.id), codes: each.codes })));
}
