// The explorer on its page: it begins with what the address asks for, and keeps the address with what is seen.
import { parse, query, wanted, wantedTable } from './address.js';
import { settled, start } from './selection.js';
import { controls } from './controls.js';
import { able, button, element, visible } from './dom.js';
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
  let view = null;
  let now = null; // { state, table }
  let turn = 0; // of two tables that were asked for, the last one counts
  let said = 0;

  // Who pressed a button that goes away with its message goes on from the next one, or from what came of it.
  const tell = (texts, again = null) => {
    const held = wrong.contains(document.activeElement);
    const retry = again && button(say('explorer.again'), () => { able(false, retry); again(); });
    wrong.replaceChildren(...texts.map((text) => element('p', { class: 'nl-paragraph' }, text)), ...(retry ? [retry] : []));
    visible(texts.length > 0, wrong);
    if (held) (retry ?? view?.heading)?.focus();
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
      else failed(say('explorer.failed'), load);
      return;
    }
    assemble();
    await follow();
  }

  let choices = null;
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
      await see(state, table, how);
      if (mine === turn) tell(sentences(missing, say));
    } catch (problem) {
      if (problem.kind !== 'table') throw problem;
      if (mine !== turn) return;
      failed(say('explorer.failed_table', { table: entry.title }), () => reach(entry, choose, how));
      // The controls go on showing what is seen, unless nothing is seen yet.
      if (now) choices?.update(now.state, now.table);
    } finally {
      if (mine === turn) root.removeAttribute('aria-busy');
    }
  }

  // `list` names the list of choices that was used, if it was one: ticking ten of its codes is one step to go back.
  function change(state, list = '') {
    turn += 1;
    root.removeAttribute('aria-busy');
    tell([]);
    return see(state, now.table, { list });
  }

  async function see(state, table, how) {
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
    keeping = () => keep(state, table, how);
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

  let used = ''; // the list that made the newest step
  function keep(state, table, { replace = false, list = '' }) {
    const asked = query(state, table);
    if (asked !== location.search) {
      const same = replace || (list && list === used);
      history[same ? 'replaceState' : 'pushState'](null, '', asked + location.hash);
      used = list;
    }
    if (replace) used = '';
    for (const link of document.querySelectorAll('.language-switch a, [data-whole]')) {
      link.href = link.href.split('?')[0] + asked;
    }
    document.title = [view.seen.title, facts.site].join(' | ');
  }

  await load();
}
