// The explorer of the site: a table of the release as a table, bars, lines or a map, by the reader's choice.
import { begin } from './explorer/screen.js';

const root = document.querySelector('[data-explorer]');
begin(root, JSON.parse(document.getElementById('explorer-facts').textContent));
