// The view in the address, to be read by people too: ?table=residents_age&view=lines&rows=year&columns=age&year=*
import { TOTAL } from './table.js';
import { areaOf, choose, oneOf, placeOf, start, view, viewsOf } from './selection.js';

const ALL = '*';
export const LATEST = 'latest';
const WORDS = ['table', 'view', 'rows', 'columns', 'show', 'sort', 'classes', 'of', 'row', 'column'];
// Legal in the query of an address, and easier to read than their codes.
const PLAIN = { '%3A': ':', '%2F': '/', '%20': '+' };

const written = (text) => encodeURIComponent(text).replace(/%3A|%2F|%20/g, (code) => PLAIN[code])
  .replace(/\*/g, '%2A');
const read = (text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
// A dimension that is called as one of our own words gets an underscore before it.
const keyOf = (id) => (WORDS.includes(id) ? `_${id}` : id);

// The query of a state. `follow` writes the newest period as "latest", for an address that moves with the editions.
export function query(state, table, { follow = false } = {}) {
  const parts = [['table', written(state.table)], ['view', state.view]];
  const list = (codes) => codes.map(written).join(',');
  if (state.rows.length) parts.push(['rows', list(state.rows)]);
  if (state.columns.length) parts.push(['columns', list(state.columns)]);
  if (state.show) parts.push(['show', written(state.show)]);
  if (state.sort) parts.push(['sort', state.sort]);
  if (state.view === 'map' && state.classes !== 'equal') parts.push(['classes', state.classes]);
  for (const name of ['of', 'row', 'column']) {
    if (state[name]) parts.push([name, state[name]]);
  }
  for (const each of table.dimensions) {
    const chosen = state.chosen[each.id];
    const newest = chosen.length === 1 && chosen[0] === each.codes.at(-1);
    const all = chosen.length === each.codes.length && chosen.length > 1 && !chosen.includes(TOTAL);
    const value = all ? ALL : follow && each.time && newest ? LATEST : list(chosen);
    parts.push([written(keyOf(each.id)), value]);
  }
  return `?${parts.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

// An address as a map of names to lists of texts; nothing is believed yet.
export function parse(search) {
  const found = new Map();
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (!part) continue;
    const [name, ...value] = part.split('=');
    const text = value.join('=');
    found.set(read(name), text === ALL ? ALL : text === '' ? [] : text.split(',').map(read));
  }
  return found;
}

// The table that an address asks for, or the one most like it: { entry, missing } with the id that is not there.
export function wantedTable(asked, entries) {
  const [id] = asked.get('table') ?? [];
  if (!id) return { entry: entries[0], missing: null };
  const entry = entries.find((each) => each.id === id);
  return entry ? { entry, missing: null } : { entry: nearestTable(id, entries), missing: id };
}

// The id that shares most of its words from the beginning, and then most at all.
function nearestTable(id, entries) {
  const words = id.split('_');
  const likeness = (other) => {
    const theirs = other.split('_');
    const together = words.findIndex((word, at) => word !== theirs[at]);
    const shared = words.filter((word) => theirs.includes(word)).length;
    return (together < 0 ? words.length : together) * 10 + shared - theirs.length / 100;
  };
  return [...entries].sort((a, b) => likeness(b.id) - likeness(a.id))[0];
}

// The state that an address asks for, as near as this table can come, and what could not be found:
// { state, missing } where `missing` lists { kind, asked, shown } with kind view, dimension or code.
export function wanted(asked, table) {
  const missing = [];
  const begin = start(table);
  let state = { ...begin, chosen: { ...begin.chosen } };
  const named = [...asked.keys()].some((name) => name !== 'table');
  if (!named) return { state, missing };
  Object.assign(state, { rows: [], columns: [] });
  for (const name of ['rows', 'columns']) {
    for (const id of listed(asked.get(name))) {
      if (!table.dimension(id)) missing.push({ kind: 'dimension', asked: id });
      else if (placeOf(state, id) === 'one') state[name].push(id);
    }
    state[name].sort((a, b) => table.positionOf(a) - table.positionOf(b));
  }
  for (const name of asked.keys()) {
    const id = name.startsWith('_') && WORDS.includes(name.slice(1)) ? name.slice(1) : name;
    if (!WORDS.includes(name) && !table.dimension(id)) missing.push({ kind: 'dimension', asked: name });
  }
  for (const each of table.dimensions) {
    const codes = codesOf(each, asked.get(keyOf(each.id)), placeOf(state, each.id), missing);
    state = choose(state, table, each.id, codes);
  }
  state.show = one(asked, 'show', table.shares, '');
  state.sort = one(asked, 'sort', ['size'], '');
  state.classes = one(asked, 'classes', ['quantile'], 'equal');
  if (asked.has('show') && !state.show) missing.push({ kind: 'view', asked: asked.get('show').join() });
  state = seen(state, table, asked, missing);
  for (const name of ['of', 'row', 'column']) state[name] = count(asked.get(name));
  return { state, missing };
}

const listed = (value) => (Array.isArray(value) ? value : []);

const one = (asked, name, known, otherwise) => {
  const [value] = listed(asked.get(name));
  return known.includes(value) ? value : otherwise;
};

const count = (value) => {
  const number = Number(listed(value)[0]);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
};

// The view asked for where the table can have it; a map or lines only when the choice goes with it.
function seen(state, table, asked, missing) {
  const possible = viewsOf(table);
  const [name] = listed(asked.get('view'));
  if (name === undefined) return { ...state, view: 'table' };
  if (!possible.includes(name)) {
    missing.push({ kind: 'view', asked: name });
    return { ...state, view: 'table' };
  }
  const next = { ...state, view: name };
  const fits = name === 'lines' ? table.dimensions.some((each) => each.time && placeOf(state, each.id) !== 'one')
    : name !== 'map' || placeOf(state, areaOf(state, table).id) !== 'one';
  return fits ? next : view(state, table, name);
}

// The codes asked of one dimension. Where none of them exists any more, the nearest is shown.
function codesOf(dimension, value, where, missing) {
  const single = where === 'one';
  if (value === undefined) return single ? [oneOf(dimension)] : dimension.codes;
  if (value === ALL) return single ? [oneOf(dimension)] : dimension.codes;
  const here = value.map((code) => (code === LATEST && dimension.time ? dimension.codes.at(-1) : code));
  const known = here.filter((code) => dimension.choices.includes(code));
  const unknown = here.filter((code) => !dimension.choices.includes(code));
  const partly = known.length > 0;
  if (!partly && unknown.length) known.push(nearest(dimension, unknown[0]));
  if (unknown.length) missing.push({ kind: 'code', dimension, asked: unknown, shown: known, partly });
  if (!single) return known;
  return [known[0] ?? oneOf(dimension)];
}

// The nearest code: by number for periods and ages, else what a dimension begins with.
function nearest(dimension, code) {
  const asked = parseInt(code, 10);
  if (!dimension.time || Number.isNaN(asked)) return oneOf(dimension);
  const far = (other) => Math.abs(parseInt(other, 10) - asked);
  return dimension.codes.reduce((best, each) => (far(each) < far(best) ? each : best));
}
