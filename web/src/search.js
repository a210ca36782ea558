// The search page: the same entries as in the index beneath it, found by words or beginnings of words.
import MiniSearch from 'minisearch';

const page = document.querySelector('[data-search]');
const words = page.dataset;
const input = page.querySelector('input');
const count = page.querySelector('[role="status"]');
const list = page.querySelector('.results');

// Accents are no reason not to be found, nor is a slip of one letter in a longer word.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const entries = self.searchEntries;
const index = new MiniSearch({
  fields: ['title', 'text'],
  processTerm: plain,
  searchOptions: { boost: { title: 4 }, prefix: true, combineWith: 'AND', fuzzy: (term) => (term.length > 5 ? 0.2 : 0) },
});
index.addAll(entries.map((entry, id) => ({ id, ...entry })));

const around = (text, terms) => {
  const at = Math.max(0, ...terms.map((term) => plain(text).indexOf(term)));
  const from = at < 60 ? 0 : text.lastIndexOf(' ', at - 40) + 1;
  return `${from ? '… ' : ''}${text.slice(from, from + 160)}${from + 160 < text.length ? ' …' : ''}`;
};

const shown = (result) => {
  const entry = entries[result.id];
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));
  link.className = 'nl-link';
  link.href = entry.url;
  link.textContent = entry.title;
  const about = item.appendChild(document.createElement('p'));
  about.textContent = `${entry.kind}. ${around(entry.text, result.terms)}`;
  return item;
};

const search = () => {
  const query = input.value.trim();
  const found = query ? index.search(query) : [];
  list.replaceChildren(...found.slice(0, 30).map(shown));
  count.textContent = !query ? '' : (found.length === 0 ? words.none : found.length === 1 ? words.one : words.many)
    .replace('{count}', found.length).replace('{query}', query);
  const address = new URL(location);
  if (query) address.searchParams.set('q', query); else address.searchParams.delete('q');
  history.replaceState(null, '', address);
};

input.value = new URLSearchParams(location.search).get('q') ?? '';
input.addEventListener('input', search);
page.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); search(); });
search();
