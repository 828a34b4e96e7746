/**
 * Makes the module `virtual:page`: what the html renderer puts into every page. The program (the core, the tutor and the
 * words of every language) is packed, to a third of its size; a few lines beside it unpack and run it.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { leanMathjs } from './lean-mathjs.js';
import { licences } from './licences.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @import { Plugin } from 'rolldown' */

const NAME = 'virtual:page';
const RESOLVED = `\0${NAME}`;

/**
 * A script of the page in one piece, for browsers of the last three years.
 * @param {string} input
 */
export async function bundleScript(input) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'browser',
    transform: { target: 'es2022' },
    plugins: [leanMathjs],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    return output[0];
  } finally {
    await build.close();
  }
}

/**
 * How a Content-Security-Policy names a script.
 * @param {string} script
 */
const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** In the order in which they are laid over one another. */
const STYLES = ['base', 'controls', 'graph', 'cards', 'story', 'play', 'predict', 'layout'];

async function pageModule() {
  const main = await bundleScript('src/page/main.ts');
  const load = await bundleScript('src/page/load.ts');
  const program = `/*!\n${(await licences([main])).replaceAll('*/', '* /')}*/\n${main.code}`;
  const loader = load.code.trim();
  const styles = STYLES.map((name) => readFile(join(root, `src/page/style/${name}.css`), 'utf8'));
  const texts = {
    program: deflateRawSync(Buffer.from(program), { level: 9 }).toString('base64'),
    loader,
    hashes: [hashOf(program), hashOf(loader)],
    style: small((await Promise.all(styles)).join('\n')),
  };
  return Object.entries(texts)
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`)
    .join('\n');
}

/**
 * A style sheet without comments and spare space.
 * @param {string} css
 */
const small = (css) =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

/** @returns {Plugin} */
export function page() {
  return {
    name: 'page',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? pageModule() : undefined),
  };
}
