import assert from 'node:assert/strict';
import test from 'node:test';
import { parse, query, wanted, wantedTable } from '../src/explorer/address.js';
import { choose, place, settled, start, swap, view } from '../src/explorer/selection.js';
import { areas, whole } from './tables.js';

const again = (state, table) => wanted(parse(query(state, table)), table);

test('every state that a reader can make is in its address, and comes back from it', () => {
  const begin = start(areas);
  const states = [
    begin, view(begin, areas, 'table'), view(begin, areas, 'lines'), swap(view(begin, areas, 'bars')),
    { ...begin, show: 'area' }, { ...begin, sort: 'size', view: 'bars' }, { ...begin, classes: 'quantile' },
    choose(begin, areas, 'area', ['02', 'unknown']), choose({ ...begin, view: 'table' }, areas, 'area', []),
    place({ ...begin, view: 'table' }, areas, 'year', 'columns'), place(settled(place(begin, areas, 'area', 'one'), areas), areas, 'group', 'rows'),
  ];
  for (const state of states) assert.deepEqual(again(state, areas), { state, missing: [] }, query(state, areas));
});

test('rows and columns of an address are its own, wherever a table begins', () => {
  const { state } = wanted(parse('?table=areas&view=table&rows=year&columns=area&area=&year=*'), areas);
  assert.deepEqual([state.rows, state.columns, state.chosen.area], [['year'], ['area'], []]);
});

test('an address that goes along with the editions asks for the latest period', () => {
  const asked = query(start(areas), areas, { follow: true });
  assert.match(asked, /year=latest/);
  assert.deepEqual(wanted(parse(asked), areas).state, start(areas));
});

test('codes that are not there any more are named, and the nearest is shown', () => {
  const { state, missing } = wanted(parse('?table=areas&view=table&rows=area&area=01,99&year=2030'), areas);
  assert.deepEqual(state.chosen.area, ['01']);
  assert.deepEqual(state.chosen.year, ['2022']);
  assert.deepEqual(missing.map(({ kind, asked, partly }) => [kind, asked, partly]), [['code', ['2030'], false], ['code', ['99'], true]]);
});

test('a table that is not there gives the one that is most like it', () => {
  const entries = ['arrivals', 'residents_age', 'residents_district'].map((id) => ({ id }));
  assert.equal(wantedTable(parse('?table=residents_distrikt_old'), entries).entry.id, 'residents_age');
  assert.equal(wantedTable(parse('?table=residents_district_old'), entries).entry.id, 'residents_district');
  assert.equal(wantedTable(parse(''), entries).missing, null);
});

test('nothing that stands in an address breaks it', () => {
  for (const bad of ['?%', '?table', '?=&&=', '?rows=rows&columns=rows&view=&area=*,*', '?of=-1&row=1e99&column=x', '?__proto__=1&constructor=2']) {
    const { state } = wanted(parse(bad), areas);
    assert.ok(state.view && Object.keys(state.chosen).length === 3, bad);
    assert.equal(state.row, 0);
  }
});

test('a view that the choice no longer goes with gives way to bars', () => {
  assert.equal(settled(place(start(areas), areas, 'area', 'one'), areas).view, 'bars');
  assert.equal(settled(start(whole), whole).view, 'lines');
});
