import assert from 'node:assert/strict';
import test from 'node:test';
import { readCube } from '../src/explorer/cube.js';
import { makeTable, TOTAL } from '../src/explorer/table.js';
import { areas, dataset, GROUPS, whole, YEARS } from './tables.js';

const read = (value, status) => {
  const cube = readCube(dataset({ year: YEARS }, value, status), 't');
  return YEARS.map((_, at) => cube.cellAt(at)).map(({ value: number, status: is }) => [number, is]);
};

test('statuses are read in every form that the files have', () => {
  assert.deepEqual(read([1, 2, 3]), [[1, 'normal'], [2, 'normal'], [3, 'normal']]);
  assert.deepEqual(read([1, 2, 3], 'rounded').map(([, is]) => is), ['rounded', 'rounded', 'rounded']);
  assert.deepEqual(read([1, null, 3], { 1: 'suppressed' })[1], [null, 'suppressed']);
  assert.deepEqual(read([null, 5, null], ['missing', 'provisional', 'not_yet']), [[null, 'missing'], [5, 'provisional'], [null, 'not_yet']]);
});

test('a cell without a number and without a reason has no data: never zero', () => {
  assert.deepEqual(read([null, 0, 3])[0], [null, 'missing']);
  assert.deepEqual(read([null, 0, 3])[1], [0, 'normal']);
  assert.deepEqual(read([null, 1, 2], 'rounded')[0], [null, 'missing']);
});

test('what is not JSON-stat, or has a status that nobody knows, is refused', () => {
  assert.throws(() => readCube({}, 't'), /not a JSON-stat dataset/);
  assert.throws(() => read([1, 2, 3], { 0: 'secret' }), /unknown status/);
});

test('a share is of a shown part and a shown whole, or there is none', () => {
  assert.deepEqual(whole.share(['2020', 'international'], 'group'), { value: 40, status: 'normal', margin: 0 });
  assert.deepEqual(whole.share(['2022', 'international'], 'group'), { value: null, status: 'suppressed', margin: 0 });
  assert.equal(areas.share(['2022', 'international', 'unknown'], 'area').status, 'suppressed');
});

test('a share of a rounded number is rounded, and left out where it could be far off', () => {
  const near = areas.share(['2022', 'total', '02'], 'area');
  assert.equal(near.status, 'rounded');
  assert.equal(near.value, (100 * 130) / 120);
  assert.equal(areas.share(['2020', 'international', '01'], 'group').status, 'not_applicable');
});

test('a total that the table does not have comes from the table that has it', () => {
  assert.deepEqual(areas.at(['2020', 'international', TOTAL]).value, 40);
  assert.equal(areas.at(['2022', 'international', TOTAL]).status, 'suppressed');
  assert.ok(areas.dimension('area').choices.includes(TOTAL));
});

test('of a code that a table lists and does not speak of there is no total and no share', () => {
  const base = { table: 'whole', codes: { group: 'international' }, without: { group2: ['total'] } };
  const made = makeTable(readCube(dataset({ year: YEARS, group2: GROUPS, kind: ['a', 'b'] }, new Array(12).fill(10)), 't'),
    { id: 't', dimensions: [{ id: 'kind', base }] }, new Map([['whole', whole]]));
  assert.equal(made.at(['2020', 'international', TOTAL]).value, 40);
  assert.equal(made.share(['2020', 'international', 'a'], 'kind').value, 25);
  assert.deepEqual(made.at(['2020', 'total', TOTAL]), { value: null, status: 'not_applicable', margin: 0 });
  assert.equal(made.share(['2020', 'total', 'a'], 'kind').status, 'not_applicable');
});

test('without that table there is no total and no share along it', () => {
  const alone = makeTable(readCube(dataset({ year: YEARS }, [1, 2, 3]), 't'),
    { id: 't', dimensions: [{ id: 'year', base: { table: 'gone', codes: {} } }] });
  assert.deepEqual(alone.shares, []);
  assert.deepEqual(alone.dimension('year').choices, YEARS);
});
