// What of a table is seen, and how: the state of the explorer, without a screen. A state is a plain object that is
// never changed; every move gives a new one.
//
//   table     its id                    view      table, bars, lines or map
//   rows      dimensions down           columns   dimensions across; all others show one code
//   chosen    the codes per dimension   show      '' for numbers, or the dimension of which shares are shown
//   sort      '' or 'size'              classes   of the map: 'equal' or 'quantile'
//   of        which column the map shows (from 0)
//   row, column   where the page of a long table begins (from 0)
export const VIEWS = ['table', 'bars', 'lines', 'map'];
const FEW = 8; // so many are chosen at first, where there are many
const SHORT = 12; // a list up to this long is chosen whole

// The views that a table can have at all.
export function viewsOf(table) {
  return VIEWS.filter((view) => {
    if (view === 'lines') return table.dimensions.some(canBeLine);
    return view !== 'map' || table.dimensions.some((each) => each.map);
  });
}

const canBeLine = (dimension) => dimension.time && dimension.codes.length > 1;

// What is seen of a table before anybody has chosen.
export function start(table) {
  const base = {
    table: table.id, view: 'bars', rows: [], columns: [], chosen: {}, show: '', sort: '', classes: 'equal',
    of: 0, row: 0, column: 0,
  };
  for (const each of table.dimensions) base.chosen[each.id] = [oneOf(each)];
  const area = table.dimensions.find((each) => each.map);
  const time = table.dimensions.find(canBeLine);
  const others = table.dimensions.filter((each) => !each.time && each.codes.length > 1);
  if (area) {
    const state = place({ ...base, view: 'map' }, table, area.id, 'rows');
    const part = table.dimensions.find((each) => each.id !== area.id && table.shares.includes(each.id)
      && state.chosen[each.id][0] !== each.total);
    return { ...state, show: part?.id ?? '' };
  }
  if (time) {
    const state = place({ ...base, view: 'lines' }, table, time.id, 'rows');
    const split = others.toSorted((a, b) => a.codes.length - b.codes.length)[0];
    return split ? place(state, table, split.id, 'columns') : state;
  }
  const longest = others.toSorted((a, b) => b.codes.length - a.codes.length).find((each) => !each.first)
    ?? others[0] ?? table.dimensions[0];
  return longest ? place({ ...base, sort: 'size' }, table, longest.id, 'rows') : base;
}

// The one code of a dimension that is not split: the newest, the one of the place itself, the total, or the first.
export function oneOf(dimension, among = null) {
  if (among?.length) {
    const wished = [dimension.first, dimension.total].find((code) => among.includes(code));
    return wished ?? (dimension.time ? among.at(-1) : among[0]);
  }
  if (dimension.time) return dimension.codes.at(-1);
  if (dimension.position.has(dimension.first)) return dimension.first;
  return dimension.total ?? dimension.codes[0];
}

export const placeOf = (state, id) =>
  (state.rows.includes(id) ? 'rows' : state.columns.includes(id) ? 'columns' : 'one');

// Put a dimension in the rows, in the columns, or show one code of it.
export function place(state, table, id, where) {
  const from = placeOf(state, id);
  if (from === where) return state;
  const dimension = table.dimension(id);
  const next = { ...first(state), chosen: { ...state.chosen } };
  for (const axis of ['rows', 'columns']) {
    const ids = state[axis].filter((each) => each !== id);
    next[axis] = axis === where ? inOrder(table, [...ids, id]) : ids;
  }
  if (where === 'one') next.chosen[id] = [oneOf(dimension, state.chosen[id])];
  else if (from === 'one') next.chosen[id] = several(next, table, dimension);
  return next;
}

const inOrder = (table, ids) => ids.toSorted((a, b) => table.positionOf(a) - table.positionOf(b));

// The codes that a dimension begins with when it is split.
function several(state, table, dimension) {
  if (dimension.time || dimension.map || dimension.choices.length <= SHORT) return [...dimension.codes];
  return largest(state, table, dimension.id, FEW);
}

// The codes with the largest numbers, in the table's order, at the newest of what else is chosen. The total is
// not among them, nor what would dwarf all others (the Dutch among the nationalities).
export function largest(state, table, id, count) {
  const dimension = table.dimension(id);
  const key = table.dimensions.map((each) => oneOf(each, state.chosen[each.id]));
  const at = table.positionOf(id);
  const left = dimension.codes.filter((code) => code !== dimension.total && !dimension.aside.includes(code));
  const sized = left.map((code) => ({ code, value: table.at(key.with(at, code)).value ?? -Infinity }));
  const found = new Set(sized.sort(bySize).slice(0, count).map(({ code }) => code));
  return dimension.codes.filter((code) => found.has(code));
}

// For sorting: the largest first. What has no number counts as minus infinity, whose difference is no number.
const bySize = (a, b) => (a.value === b.value ? 0 : b.value - a.value);

// Choose these codes of a dimension, in the table's order.
export function choose(state, table, id, codes) {
  const wanted = new Set(codes);
  const chosen = table.dimension(id).choices.filter((code) => wanted.has(code));
  return { ...first(state), chosen: { ...state.chosen, [id]: chosen } };
}

export const swap = (state) => ({ ...first(state), rows: state.columns, columns: state.rows });

// The first page, and the first column on the map: after a choice that makes the table another one.
const first = (state) => ({ ...state, row: 0, column: 0, of: 0 });

// Another way to see it. What a view cannot do without is put in place: periods for lines, all areas for a map.
export function view(state, table, wanted) {
  let next = { ...state, view: wanted };
  if (wanted === 'lines') {
    const time = table.dimensions.find(canBeLine);
    if (placeOf(state, time.id) === 'one') {
      next = place({ ...next, rows: [], columns: inOrder(table, [...state.rows, ...state.columns]) },
        table, time.id, 'rows');
    } else if (state.chosen[time.id].length < 2) {
      next = choose(next, table, time.id, time.codes);
    }
  }
  if (wanted === 'map') {
    const area = areaOf(state, table);
    if (placeOf(state, area.id) === 'one') {
      for (const each of table.dimensions) next = place(next, table, each.id, 'one');
      next = place(next, table, area.id, 'rows');
    } else {
      const split = [...state.rows, ...state.columns].filter((id) => id !== area.id);
      for (const id of split) {
        if (table.dimension(id).time) next = place(next, table, id, 'one');
      }
    }
    next = choose(next, table, area.id, area.codes);
  }
  return next;
}

// The areas that a map shows: those that are split, else the first that the table has.
export function areaOf(state, table) {
  const areas = table.dimensions.filter((each) => each.map);
  return areas.find((each) => placeOf(state, each.id) !== 'one') ?? areas[0];
}

// A view that its choice still goes with: lines need periods and a map needs areas, else bars are shown.
export function settled(state, table) {
  const split = (each) => placeOf(state, each.id) !== 'one';
  const fits = state.view === 'lines' ? table.dimensions.some((each) => each.time && split(each))
    : state.view !== 'map' || table.dimensions.some((each) => each.map && split(each));
  return fits ? state : { ...state, view: 'bars' };
}
