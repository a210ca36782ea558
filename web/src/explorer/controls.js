// All that a reader can choose, as the native controls of the browser.
import { asAreas } from './map.js';
import { named } from './pivot.js';
import { settled, swap, view, VIEWS, viewsOf } from './selection.js';
import { dimensionChoice } from './dimension.js';
import { button, element, fresh, labelled, options, select, visible } from './dom.js';

// `current()` gives the state, `change(state)` shows another one, `open(id)` another table.
export function controls({ entries, say, format, current, change, open }) {
  const subjects = [...new Map(entries.map((each) => [each.subject, each.subject_title]))];
  const subject = select((wanted) => open(entries.find((each) => each.subject === wanted).id));
  const tables = select(open);
  const views = element('fieldset', { class: 'views' }, element('legend', {}, say('explorer.view')));
  const radios = new Map(VIEWS.map((name) => {
    const radio = element('input', { type: 'radio', name: fresh('view'), id: fresh('view'), value: name,
      on: { change: () => change(view(current(), table, name)) } });
    radio.name = 'view';
    const label = element('label', { for: radio.id }, radio, element('span', {}, say(`explorer.view_${name}`)));
    views.append(label);
    return [name, { radio, label }];
  }));
  const dimensions = element('div', { class: 'dimensions' });
  const show = select((along) => change({ ...current(), show: along }));
  const showing = labelled(say('explorer.show'), show);
  const sort = element('input', { type: 'checkbox', id: fresh('sort'),
    on: { change: ({ target }) => change({ ...current(), sort: target.checked ? 'size' : '', row: 0 }) } });
  const sorting = element('label', { for: sort.id, class: 'check' }, sort, element('span', {}, say('explorer.sort')));
  const swapping = button(say('explorer.swap'), () => change(swap(current())));
  const classes = select((kind) => change({ ...current(), classes: kind }));
  const classing = labelled(say('explorer.classes'), classes);
  options(classes, ['equal', 'quantile'].map((kind) => [kind, say(`explorer.classes_${kind}`)]), 'equal');
  const column = select((of) => change({ ...current(), of: Number(of) }, 'of'));
  const mapping = labelled(say('explorer.map_column'), column);
  const wide = matchMedia('(min-width: 60rem)').matches;
  // On a narrow screen these are folded, so that what is seen is not a screen away from what was chosen.
  const details = element('details', { class: 'more', open: wide }, element('summary', {}, say('explorer.breakdown')),
    element('div', { class: 'settings' }, mapping, showing, classing, element('div', { class: 'checks' }, sorting, swapping)), dimensions);
  const whole = element('section', { class: 'choices', 'aria-label': say('explorer.choices') },
    labelled(say('explorer.subject'), subject), labelled(say('explorer.table'), tables), views, details);
  let table = null;
  let parts = [];

  function build(next) {
    table = next;
    parts = table.dimensions.filter((each) => each.choices.length > 1)
      .map((each) => dimensionChoice(each, table, { say, format, current, change: (state, list) => change(settled(state, table), list) }));
    dimensions.replaceChildren(...parts.map((part) => part.whole));
    const possible = viewsOf(table);
    for (const [name, { label }] of radios) visible(possible.includes(name), label);
    options(show, [['', say('explorer.show_numbers')], ...table.shares.map((id) =>
      [id, say('explorer.show_share', { dimension: table.dimension(id).label })])], '');
    visible(table.shares.length > 0, showing);
  }

  return {
    whole,
    update(state, of) {
      if (of !== table) build(of);
      const entry = entries.find((each) => each.id === state.table);
      options(subject, subjects, entry.subject);
      options(tables, entries.filter((each) => each.subject === entry.subject).map(({ id, title }) => [id, title]), entry.id);
      radios.get(state.view).radio.checked = true;
      parts.forEach((part) => part.update(state));
      show.value = state.show;
      sort.checked = state.sort === 'size';
      const map = state.view === 'map';
      visible(map, classing);
      classes.value = state.classes;
      visible(!map && state.view !== 'lines', sorting);
      visible(state.view === 'table' || state.view === 'bars', swapping);
      const { columns, of: seen } = map ? asAreas(state, table, say) : { columns: [] };
      visible(columns.length > 1, mapping);
      if (columns.length > 1) options(column, columns.map((head, at) => [String(at), named(head)]), String(columns.indexOf(seen)));
    },
  };
}
