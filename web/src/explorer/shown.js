// What is seen: the title, the chart with its description and notes, the table, and where the numbers come from.
import { draw as drawBars } from './bars.js';
import { draw as drawLines } from './lines.js';
import { draw as drawMap } from './map.js';
import { areaOf } from './selection.js';
import { announcement, meaning, title as titled } from './describe.js';
import { heads, pivot } from './pivot.js';
import { SIGNS, STATUSES } from './statuses.js';
import { written } from './written.js';
import { forget } from './svg.js';
import { COLUMNS, htmlTable, pageOf, ROWS } from './html_table.js';
import { able, button, element, visible } from './dom.js';

const DRAW = { bars: drawBars, lines: drawLines, map: drawMap };
const NARROWEST = 240;
const LISTED = 90; // so many rows at most are drawn

export function shown({ say, format, facts, change, current }) {
  const heading = element('h2', { class: 'nl-heading nl-heading--level-4', tabindex: -1 });
  const chart = element('div', { class: 'drawing' });
  const notes = element('ul', { class: 'notes' });
  const scroll = element('div', { class: 'table-scroll', role: 'region', tabindex: 0 });
  const turn = (key, name, step) => button(say(key), () => change({ ...current(), [name]: Math.max(0, seen.page[name] + step) }));
  const turning = (name, before, after, size) => {
    const [back, on, said] = [turn(before, name, -size), turn(after, name, size), element('span')];
    return { whole: element('div', { class: 'paging' }, back, said, on), back, on, said, size, name };
  };
  const pages = [turning('row', 'explorer.rows_before', 'explorer.rows_after', ROWS),
    turning('column', 'explorer.columns_before', 'explorer.columns_after', COLUMNS)];
  const equivalent = element('details', { class: 'more numbers', on: { toggle: () => tabulate() } },
    element('summary', {}, say('explorer.as_table')));
  const body = element('div', {}, scroll, ...pages.map(({ whole }) => whole));
  const signs = element('dl', { class: 'provenance signs' });
  const about = element('dl', { class: 'provenance' });
  const figure = element('div', { class: 'shown' }, heading, chart, notes, body, equivalent, signs, about);
  let seen = null; // { state, table, grid, page, write, title, svg, notes, signs }
  let tabled = null; // what the table was last made of

  function tabulate() {
    const asTable = seen.state.view === 'table' || !seen.svg;
    if (body.parentNode !== (asTable ? figure : equivalent)) {
      if (asTable) figure.insertBefore(body, equivalent); else equivalent.append(body);
    }
    visible(!asTable, equivalent);
    if ((!asTable && !equivalent.open) || tabled === seen) return;
    tabled = seen;
    const { grid, page, title } = seen;
    const empty = !grid.rows.count;
    visible(!empty, body);
    if (empty) return;
    scroll.setAttribute('aria-label', say('explorer.table_title', { title }));
    scroll.replaceChildren(htmlTable({ ...seen, say }));
    for (const { whole, back, on, said, size, name } of pages) {
      const all = name === 'row' ? grid.rows.count : grid.columns.count;
      const from = page[name];
      visible(all > size, whole);
      able(from > 0, back);
      able(from + size < all, on);
      const slots = { from: format.number(from + 1), to: format.number(Math.min(from + size, all)), all: format.number(all) };
      said.textContent = say(name === 'row' ? 'explorer.rows_shown' : 'explorer.columns_shown', slots);
    }
  }

  // Draw again at the width that there is now.
  function draw(geometry) {
    const { state, table, grid, write, title } = seen;
    const wanted = DRAW[state.view];
    seen.svg = null;
    seen.notes = [];
    // To ask the page for its width makes it lay out everything that has just changed, so it is asked once.
    room ||= Math.floor(figure.clientWidth);
    const width = Math.max(NARROWEST, room || 600);
    if (!wanted || !grid.rows.count || (state.view === 'map' && !geometry)) {
      const said = !grid.rows.count ? say('explorer.nothing_chosen') : wanted ? say('explorer.failed_map') : null;
      chart.replaceChildren(...(said ? [element('p', { class: 'nl-paragraph' }, said)] : []));
    } else {
      const made = wanted({ state, table, grid, say, write, colours: facts.colours, width, id: 'explored',
        geometry: geometry && { ...geometry, source: geometry.source[facts.language] ?? '' } });
      made.svg.setAttribute('role', 'img');
      made.svg.setAttribute('aria-label', `${title}. ${made.alt}`);
      seen.svg = made.svg;
      seen.notes = [...(made.empty ? [say('chart.no_numbers')] : []), ...made.notes];
      chart.replaceChildren(made.svg);
    }
    visible(chart.childElementCount > 0, chart);
    notes.replaceChildren(...seen.notes.map((note) => element('li', {}, note)));
    visible(seen.notes.length > 0, notes);
  }

  let room = 0;
  let lastGeometry = null;
  new ResizeObserver(([{ contentRect }]) => {
    const found = Math.floor(contentRect.width);
    if (found === room) return;
    room = found;
    requestAnimationFrame(() => { if (seen?.svg) draw(lastGeometry); });
  }).observe(figure);

  // Until the font of the page is there, texts are measured in another.
  document.fonts.addEventListener('loadingdone', () => {
    forget();
    if (seen?.svg) draw(lastGeometry);
  });

  function explain() {
    const { table, grid, page } = seen;
    const rows = seen.state.view === 'bars' ? heads(grid.rows, 0, LISTED) : page.rows;
    const cells = rows.flatMap((row) => page.columns.map((column) => grid.cell(row, column)));
    const there = STATUSES.filter((status) => status !== 'normal' && cells.some((cell) => cell.status === status));
    const meanings = there.map((status) => [status, [meaning(status, table, say)]]);
    const breaks = Object.entries(table.about.breaks).map(([at, text]) => `${at}: ${text}`);
    if (breaks.length) meanings.push(['break', breaks]);
    const named = meanings.map(([status, texts]) => [`${SIGNS[status]} ${say(`status.${status}`)}`, texts]);
    signs.replaceChildren(...named.map(([name, texts]) => line(name, texts)));
    seen.signs = named.map(([name, texts]) => `${name}: ${texts.join(' ')}`);
    visible(signs.childElementCount > 0, signs);
    const { definition, unit, source, reference, notes: remarks } = table.about;
    about.replaceChildren(...[['explorer.definition', [definition]], ['subjects.unit', [unit]], ['site.source', [source]],
      ['site.reference', [reference]], ['site.notes', remarks.filter((remark) => remark !== say('data.invented'))]]
      .filter(([, texts]) => texts.some(Boolean)).map(([key, texts]) => line(say(key), texts)));
  }

  const line = (name, texts) => element('div', {}, element('dt', {}, name), texts.map((text) => element('dd', {}, text)));

  return {
    whole: figure,
    heading,
    get seen() { return seen; },
    // The level of the map that a state needs, or null.
    level: (state, table) => (state.view === 'map' ? areaOf(state, table).map : null),
    show(state, table, geometry) {
      const grid = pivot(state, table, say);
      const write = written(say, format, table, state);
      seen = { state, table, grid, page: pageOf(grid, state), write, title: titled(state, table, say), svg: null, notes: [], signs: [] };
      lastGeometry = geometry;
      heading.textContent = seen.title;
      draw(geometry);
      tabulate();
      explain();
    },
    announce: () => announcement(seen.state, seen.table, seen.grid, seen.page, say, format),
  };
}
