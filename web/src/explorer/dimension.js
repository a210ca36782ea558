// The choice along one dimension: where it stands, and which of its codes are seen. Controls stay the same elements
// as long as the table does, so that focus and what a screen reader is reading are never lost.
import { choose, largest, place, placeOf } from './selection.js';
import { labelOf } from './table.js';
import { button, element, fresh, labelled, options, select, visible } from './dom.js';

const MOST = 100; // so many codes are listed at once; the others are found by searching
const FEW = 8;
const LONG = 12; // a list longer than this can be searched

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function dimensionChoice(dimension, table, { say, format, current, change }) {
  const { id, label } = dimension;
  const of = (what) => say('explorer.of_dimension', { what: say(what), dimension: label });
  const where = select((value) => change(place(current(), table, id, value)));
  where.setAttribute('aria-label', of('explorer.place'));
  where.append(...['one', 'rows', 'columns'].map((each) => element('option', { value: each }, say(`explorer.place_${each}`))));
  const pick = (codes) => change(choose(current(), table, id, codes), `codes ${id}`);
  const single = select((code) => pick([code]));
  single.setAttribute('aria-label', of('explorer.choice'));
  const counted = element('span');
  const listed = element('div', { class: 'codes' });
  const said = element('p', { class: 'hint' });
  const find = element('input', { type: 'search', class: 'utrecht-textbox', autocomplete: 'off', on: { input: () => list() } });
  const search = labelled(say('explorer.find', { dimension: label }), find);
  const some = (name, codes) => button(say(name), () => pick(codes()), { 'aria-label': of(name) });
  const buttons = element('div', { class: 'buttons' }, some('explorer.every', () => dimension.codes), some('explorer.none', () => []),
    dimension.codes.length > LONG && !dimension.time ? some('explorer.largest', () => largest(current(), table, id, FEW)) : null);
  const several = element('details', { class: 'more', on: { toggle: () => list() } },
    element('summary', {}, counted, element('span', { class: 'visually-hidden' }, `: ${label}`)),
    dimension.choices.length > LONG ? search : null, buttons, said, listed);
  const whole = element('fieldset', { class: 'dimension' }, element('legend', {}, label), where, single, several);

  // The codes with the letters that are sought; those that are chosen come first in a long list.
  function list() {
    if (!several.open) return;
    const sought = plain(find.value.trim());
    const chosen = new Set(current().chosen[id]);
    const found = dimension.choices.filter((code) => !sought || plain(labelOf(dimension, code, say)).includes(sought));
    const shown = found.length <= MOST ? found
      : [...found.filter((code) => chosen.has(code)), ...found.filter((code) => !chosen.has(code))].slice(0, MOST);
    said.textContent = !found.length ? say('explorer.no_codes')
      : found.length > MOST ? say('explorer.first_codes', { count: MOST, all: format.number(found.length) }) : '';
    visible(Boolean(said.textContent), said);
    listed.replaceChildren(...shown.map((code) => checkbox(code, chosen.has(code))));
  }

  function checkbox(code, checked) {
    const box = element('input', { type: 'checkbox', id: fresh('code'), value: code, checked,
      on: { change: ({ target }) => {
        const now = current().chosen[id].filter((each) => each !== code);
        pick(target.checked ? [...now, code] : now);
      } } });
    return element('label', { for: box.id }, box, element('span', {}, labelOf(dimension, code, say)));
  }

  return {
    whole,
    update(state) {
      const at = placeOf(state, id);
      where.value = at;
      if (at === 'one') {
        options(single, dimension.choices.map((code) => [code, labelOf(dimension, code, say)]), state.chosen[id][0]);
      }
      visible(at === 'one', single);
      visible(at !== 'one', several);
      const count = state.chosen[id].length;
      counted.textContent = say('explorer.chosen', { count: format.number(count), all: format.number(dimension.choices.length) });
      if (!several.open || at === 'one') return;
      const chosen = new Set(state.chosen[id]);
      for (const box of listed.querySelectorAll('input')) box.checked = chosen.has(box.value);
    },
  };
}
