import assert from 'node:assert/strict';
import test from 'node:test';
import { wrapped, wraps } from '../src/explorer/svg.js';

// A pen with which every letter is ten pixels wide.
globalThis.document = { createElement: () => ({ getContext: () => ({ measureText: (text) => ({ width: 10 * text.length }) }) }) };

test('a name goes on in the next line after its own hyphen, which stays one hyphen', () => {
  assert.deepEqual(wrapped('Zijlwijk-Noord', 100), ['Zijlwijk-', 'Noord']);
  assert.deepEqual(wrapped('Groot-Zijlwijk-Noord', 140), ['Groot-', 'Zijlwijk-Noord']);
  assert.deepEqual(wrapped('De Zijlwijk-Noord', 120), ['De Zijlwijk-', 'Noord']);
});

test('numbers that a hyphen joins stay together', () => {
  assert.deepEqual(wrapped('van 18-26 jaar', 60), ['van', '18-26', 'jaar']);
});

test('a word that no line can hold is cut with a hyphen, and nothing of it is lost', () => {
  const lines = wrapped('Merovingenwijk', 60, 9);
  assert.deepEqual(lines, ['Merov-', 'ingen-', 'wijk']);
  assert.deepEqual(wrapped('12345-67', 60, 9), ['12345-', '67']);
});

test('what does not fit in the last line ends in an ellipsis', () => {
  assert.deepEqual(wrapped('een twee drie vier', 80, 2), ['een twee', 'drie vi…']);
  assert.deepEqual(wrapped('', 80), ['']);
});

test('only what fits without cutting is a name for a map', () => {
  assert.ok(wraps('Zijlwijk-Noord', 90));
  assert.ok(!wraps('Zijlwijk-Noord', 80));
});
