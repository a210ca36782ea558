// The explorer on its page: it begins with what the address asks for, and keeps the address with what is seen.
import { parse, query, wanted, wantedTable } from './address.js';
import { settled, start } from './selection.js';
import { controls } from './controls.js';
import { element, visible, button } from './dom.js';
import { library } from './fetching.js';
import { sentences } from './missing.js';
import { numbers } from './numbers.js';
import { sharing } from './sharing.js';
import { shown } from './shown.js';
import { words } from './words.js';

const FORMATS = ['thousands', 'decimal', 'percent', 'csv_delimiter'];

export async function begin(root, facts) {
  const say = words(facts.words);
  const format = numbers(Object.fromEntries(FORMATS.map((name) => [name, facts.words[`format.${name}`]])));
  const store = library(facts);
  const wrong = element('div', { class: 'wrong', role: 'alert' });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  const waiting = element('p', { class: 'nl-paragraph' }, say('explorer.loading'));
  const all = document.querySelector('.explorer-tables');
  visible(false, wrong);
  root.append(wrong, status, waiting);
  let entries;
  let now = null; // { state, table }
  let turn = 0; // of two tables that were asked for, the last one counts
  let said = 0;

  const tell = (texts, again = null) => {
    wrong.replaceChildren(...texts.map((text) => element('p', { class: 'nl-paragraph' }, text)),
      ...(again ? [button(say('explorer.again'), again)] : []));
    visible(texts.length > 0, wrong);
  };
  // A screen reader hears what was seen last, not all that was passed on the way.
  const announce = (text) => {
    clearTimeout(said);
    said = setTimeout(() => { status.textContent = text; }, 150);
  };
  const failed = (text, again) => {
    tell([text], again);
    visible(false, waiting);
    if (all) all.open = true;
  };

  async function load() {
    try {
      entries = await store.catalogue();
    } catch {
      if (location.protocol === 'file:') failed(say('explorer.failed_folder'));
      else failed(say('explorer.failed'), () => { tell([]); visible(true, waiting); load(); });
      return;
    }
    assemble();
    await follow();
  }

  let choices = null;
  let view;
  let share = null;
  function assemble() {
    view = shown({ say, format, facts, change, current: () => now.state });
    const right = element('div', { class: 'seen' }, view.whole);
    if (!facts.embedded) {
      choices = controls({ entries, say, format, change, current: () => now.state, open });
      share = sharing({ say, format, facts, seen: () => view.seen, announce });
      right.append(share.whole);
      root.append(element('div', { class: 'two' }, choices.whole, right));
    } else root.append(right);
    visible(false, root.lastChild);
    addEventListener('popstate', () => { follow(); });
  }

  // Show what the address asks for, or the nearest that there is.
  async function follow() {
    const asked = parse(location.search);
    const { entry, missing } = wantedTable(asked, entries);
    const unknown = missing ? [{ kind: 'table', asked: missing, shown: entry.title }] : [];
    await reach(entry, (table) => {
      const found = missing ? { state: start(table), missing: [] } : wanted(asked, table);
      return { state: settled(found.state, table), missing: [...unknown, ...found.missing] };
    }, { replace: true });
  }

  const open = (id) => reach(entries.find((each) => each.id === id), (table) => ({ state: start(table), missing: [] }), {});

  // Fetch a table and show it in the state that `choose` gives.
  async function reach(entry, choose, how) {
    turn += 1;
    const mine = turn;
    root.setAttribute('aria-busy', 'true');
    const levels = entry.dimensions.map(({ map }) => map).filter(Boolean);
    levels.forEach((level) => store.geometry(level).catch(() => {})); // on its way while the table is
    try {
      const table = await store.table(entry.id, entries);
      if (mine !== turn) return;
      const { state, missing } = choose(table);
      tell(sentences(missing, say));
      await see(state, table, how);
    } catch (problem) {
      if (problem.kind !== 'table') throw problem;
      if (mine !== turn) return;
      failed(say('explorer.failed_table', { table: entry.title }), () => { tell([]); reach(entry, choose, how); });
      // The controls go on showing what is seen, unless nothing is seen yet.
      if (now) choices?.update(now.state, now.table);
    } finally {
      if (mine === turn) root.removeAttribute('aria-busy');
    }
  }

  function change(state) {
    turn += 1;
    root.removeAttribute('aria-busy');
    tell([]);
    return see(state, now.table, {});
  }

  async function see(state, table, { replace = false }) {
    const mine = turn;
    if (all && !now) all.open = false;
    now = { state, table };
    const level = view.level(state, table);
    let geometry = null;
    if (level) {
      geometry = await store.geometry(level).catch(() => null);
      if (mine !== turn) return;
    }
    visible(false, waiting);
    visible(true, root.lastChild);
    choices?.update(state, table);
    view.show(state, table, geometry);
    share?.update();
    settle();
    keeping = () => keep(state, table, replace);
    setTimeout(settle);
    announce(view.announce());
  }

  // The address follows when the change is on the screen: the browser takes some ten milliseconds for it.
  let keeping = null;
  function settle() {
    const act = keeping;
    keeping = null;
    act?.();
  }

  function keep(state, table, replace) {
    const asked = query(state, table);
    if (asked !== location.search) history[replace ? 'replaceState' : 'pushState'](null, '', asked + location.hash);
    for (const link of document.querySelectorAll('.language-switch a, [data-whole]')) {
      link.href = link.href.split('?')[0] + asked;
    }
    document.title = [view.seen.title, facts.site].join(' | ');
  }

  await load();
}
