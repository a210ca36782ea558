// Makes the style sheets and scripts of the site from the locked packages. Called by set_up.py with the folder to
// write into. Nothing that is made here is kept in version control.
import { build } from 'esbuild';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const out = process.argv[2];
const TOKENS = 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

await build({
  entryPoints: ['src/site.css', 'src/theme.css', 'src/search.js', 'src/explorer.css', 'src/explorer.js'],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife', // a module would not load from a folder on disk
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  legalComments: 'none', // licences.txt names them all
  external: ['*.woff2'], // fonts.py puts these beside
  logLevel: 'warning',
});

// The theme has thousands of tokens and we use few: keep those that our style sheets use, and what these use in turn.
const declared = new Map();
for (const [, name, value] of (await readFile(TOKENS, 'utf8')).matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)) {
  declared.set(name, value.trim());
}
const wanted = new Set();
const want = (text) => {
  for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) {
    if (declared.has(name) && !wanted.has(name)) {
      wanted.add(name);
      want(declared.get(name));
    }
  }
};
for (const sheet of ['site.css', 'theme.css', 'explorer.css']) want(await readFile(path.join(out, sheet), 'utf8'));
const kept = [...wanted].sort().map((name) => `${name}:${declared.get(name)}`);
const own = await readFile(path.join(out, 'theme.css'), 'utf8');
await writeFile(path.join(out, 'theme.css'), `:root{${kept.join(';')}}${own}`);

// Whoever passes on these files passes on the licences of what went into them.
const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
const texts = new Map();
for (const [folder, entry] of Object.entries(lock.packages)) {
  if (!folder || /esbuild|axe-core/.test(folder)) continue;
  const files = await readdir(folder).catch(() => []);
  const licence = files.find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = licence ? (await readFile(path.join(folder, licence), 'utf8')).trim() : entry.license;
  const name = `${folder.replace(/^.*node_modules\//, '')} ${entry.version} (${entry.license})`;
  texts.set(text, [...(texts.get(text) ?? []), name]);
}
const notices = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
await writeFile(path.join(out, 'licences.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`));
