// A table with its totals: a cube, what the catalogue knows of it, and the other tables that its totals come from.
import { cell, gravest, hasNumber } from './statuses.js';

// The code of a total that the table itself does not have. It comes from another table, or it is a sum.
export const TOTAL = '_total';
// A share that may be further than this from the true one (in percentage points) is not shown.
export const LARGEST_ERROR = 5;

// `entry` is the table's entry of the catalogue; `others` maps ids to tables already made, for totals.
export function makeTable(cube, entry, others = new Map()) {
  const byId = new Map(cube.dimensions.map((each, at) => [each.id, at]));
  const facts = cube.dimensions.map((each) => entry.dimensions.find((one) => one.id === each.id) ?? {});
  const dimensions = cube.dimensions.map((each, at) => withTotal(each, facts[at], others));
  const margin = entry.rounded ? entry.rounded - 1 : (entry.rounded_to ?? 0) / 2;

  // The cell at a key: one code per dimension, in the order of the table.
  function at(key) {
    const total = key.indexOf(TOTAL);
    if (total >= 0) return totalAt(key, total);
    let index = 0;
    for (let position = 0; position < dimensions.length; position += 1) {
      const code = dimensions[position].position.get(key[position]);
      if (code === undefined) return cell(null, 'missing');
      index += code * dimensions[position].stride;
    }
    const found = cube.cellAt(index);
    if (entry.rounded_to || found.status === 'rounded') found.margin = margin;
    return found;
  }

  function totalAt(key, total) {
    const { base } = dimensions[total];
    if (base === 'sum') return sum(key, total);
    // Of a code that this table lists and does not speak of, the other table has a total that is none of ours.
    for (const id in base.without) if (base.without[id].includes(key[byId.get(id)])) return cell(null, 'not_applicable');
    if (!elsewhere.has(total)) elsewhere.set(total, wayTo(others.get(base.table), base.codes));
    const { other, codes, from } = elsewhere.get(total);
    from.forEach((position, nth) => { if (position >= 0) codes[nth] = key[position]; });
    return other.at(codes);
  }

  // How a key of the other table is made of ours: its fixed codes, and from which of our positions the others come.
  function wayTo(other, fixed) {
    return {
      other,
      codes: other.dimensions.map(({ id }) => fixed[id]),
      from: other.dimensions.map(({ id }) => (id in fixed ? -1 : byId.get(id))),
    };
  }
  const elsewhere = new Map();

  // Only what is known whole is added up, and rounded numbers are not: they need not add up.
  function sum(key, total) {
    let value = 0;
    let status = 'normal';
    for (const code of dimensions[total].codes) {
      const one = at(key.with(total, code));
      if (!hasNumber(one.status)) return cell(null, one.status);
      if (one.status === 'rounded') return cell(null, 'not_applicable');
      value += one.value;
      status = gravest(status, one.status);
    }
    return cell(value, status);
  }

  // What a cell is a part of. Cells that follow each other mostly have it in common.
  let last = null;
  function wholeOf(key, position) {
    if (last?.position !== position || key.some((code, nth) => nth !== position && code !== last.key[nth])) {
      const of = key.with(position, dimensions[position].total);
      last = { position, key: of, whole: at(of) };
    }
    return last.whole;
  }

  // The cell in percent of the total along a dimension; what it is a part of has to be shown too.
  function share(key, along) {
    const position = byId.get(along);
    const { total } = dimensions[position];
    const part = at(key);
    if (key[position] === total) return hasNumber(part.status) ? cell(100, part.status) : part;
    const whole = wholeOf(key, position);
    const status = gravest(part.status, whole.status);
    if (!hasNumber(status)) return cell(null, status);
    if (whole.value === 0) return cell(null, 'not_applicable');
    const value = (100 * part.value) / whole.value;
    const error = (100 * part.margin + Math.abs(value) * whole.margin) / Math.abs(whole.value);
    if (error > LARGEST_ERROR) return cell(null, 'not_applicable');
    return cell(value, error ? gravest(status, 'rounded') : status, error);
  }

  // The numbers of all combinations of some codes, the last varying fastest, minus infinity where there is none, and
  // the margin of each: what `at` would give, in a tenth of the time. null where totals of other tables are among
  // them, or a code that this table does not have. `parts` are { dimension, codes }; the key gives all other codes.
  function sizes(key, parts) {
    const apart = new Set(parts.map(({ dimension }) => byId.get(dimension.id)));
    const known = (code, at) => dimensions[at].position.has(code);
    if (!key.every((code, at) => apart.has(at) || known(code, at))) return null;
    if (!parts.every(({ dimension, codes }) => codes.every((code) => known(code, byId.get(dimension.id))))) return null;
    const place = (position, code) => dimensions[position].position.get(code) * dimensions[position].stride;
    const begin = key.reduce((sum, code, at) => (apart.has(at) ? sum : sum + place(at, code)), 0);
    const steps = parts.map(({ dimension, codes }) => codes.map((code) => place(byId.get(dimension.id), code)));
    const places = steps.slice(0, -1).reduce((from, all) => from.flatMap((at) => all.map((step) => at + step)), [begin]);
    const { sizes: found, rounded } = cube.sizesAt(places, steps.at(-1) ?? [0]);
    return { sizes: found, marginAt: (at) => (entry.rounded_to || rounded[at] ? margin : 0) };
  }

  return {
    sizes,
    other: (id) => others.get(id),
    id: cube.id,
    title: cube.title,
    about: cube.about,
    cells: cube.count,
    dimensions,
    rounds: Boolean(entry.rounded),
    dimension: (id) => dimensions[byId.get(id)],
    positionOf: (id) => byId.get(id),
    at,
    share,
    // The dimensions along which a share means something.
    shares: dimensions.filter((each) => each.total !== null).map((each) => each.id),
  };
}

// A dimension with `total`: its own code for everything, TOTAL for one that comes from elsewhere, or null.
function withTotal(dimension, fact, others) {
  const own = fact.total && dimension.position.has(fact.total) ? fact.total : null;
  const base = fact.base && (fact.base === 'sum' || others.has(fact.base.table)) ? fact.base : null;
  const all = own === null && base !== null;
  return {
    ...dimension,
    total: own ?? (all ? TOTAL : null),
    base,
    map: fact.map ?? null,
    first: fact.first ?? null,
    aside: fact.aside ?? [],
    // What a reader can choose from: the total comes first.
    choices: all ? [TOTAL, ...dimension.codes] : dimension.codes,
  };
}

// What a code is called; the total that the table does not have is called so by the page.
export const labelOf = (dimension, code, say) =>
  (code === TOTAL ? say('explorer.total', { dimension: dimension.label }) : dimension.labels.get(code));
