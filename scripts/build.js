/** Builds dist/: the command line as lazy CommonJS chunks and its manual page, the library as ESM, and its types. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { chunksOf } from './chunks.js';
import { dictionaries } from './dictionaries.js';
import { leanCommander } from './lean-commander.js';
import { leanInquirer } from './lean-inquirer.js';
import { leanMathjs } from './lean-mathjs.js';
import { leanNode } from './lean-node.js';
import { licences, packageOf } from './licences.js';
import { page } from './page.js';
import { sourceHash, writeBuiltHash } from './stamp.js';
import { wrap } from './wrap.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages that must not be loaded before a command asks for them. */
const LAZY = new Set(['inquirer', '@inquirer/core']);

/** @import { InputOptions, OutputChunk, OutputOptions } from 'rolldown' */

const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const source = (/** @type {string} */ name) => join(root, 'src', `${name}.ts`);
const main = source('cli/main');
const split = chunksOf(main, {
  run: ['cli/run', 'render/told'].map(source),
  tutor: ['tutor/questions', 'tutor/judge', 'tutor/wrong', 'tutor/visible'].map(source),
  folder: ['cli/folder', 'cli/write-atomically'].map(source),
  session: [
    'cli/converse',
    'cli/board',
    'cli/result',
    'cli/practice',
    'cli/store',
    'cli/not-kept',
    'cli/drawing',
  ].map(source),
});

/** @type {InputOptions} */
const input = {
  cwd: root,
  platform: 'node',
  checks: { bundlerTimings: false },
  transform: { target: 'node20.19', define: { __VERSION__: JSON.stringify(manifest.version) } },
  plugins: [leanCommander, leanInquirer, leanMathjs, page()],
  resolve: {
    mainFields: ['module', 'main'],
    alias: {
      // gradtutor tells chalk itself whether a stream takes colours.
      '#supports-color': join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js'),
      // mathjs' helpers as ES modules: what the build puts around CommonJS is run at every start.
      '@babel/runtime/helpers': '@babel/runtime/helpers/esm',
    },
  },
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
};

const hash = sourceHash();
const fresh = join(root, `dist.${process.pid}`);
const old = `${fresh}.old`;
const dist = join(root, 'dist');

/**
 * @param {InputOptions} options
 * @param {OutputOptions} output
 */
async function bundle(options, output) {
  const build = await rolldown({ ...input, ...options });
  try {
    const result = await build.write({ dir: fresh, ...output });
    if (output.format === 'cjs') await wrapAll(result.output);
    return result.output.filter((file) => file.type === 'chunk');
  } finally {
    await build.close();
  }
}

/** @param {{ readonly fileName: string }[]} files */
async function wrapAll(files) {
  const paths = files.map(({ fileName }) => join(fresh, fileName));
  const codes = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const runtime = codes[files.findIndex(({ fileName }) => /\brolldown-runtime\b/.test(fileName))];
  await Promise.all(paths.map((path, i) => writeFile(path, wrap(codes[i] ?? '', runtime))));
}

/** @param {OutputChunk[]} chunks */
function checkLazy(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set(['cli.cjs']);
  for (const file of eager) {
    const chunk = byName.get(file);
    if (!chunk) continue;
    for (const id of chunk.moduleIds) {
      const name = packageOf(id)?.name;
      if (name && LAZY.has(name)) throw new Error(`${name} would load at every start: import() it`);
    }
    for (const next of chunk.imports) eager.add(next);
  }
}

/**
 * A file takes what another exports when it is loaded (see wrap.js), so none may be loaded by one that it is loading itself.
 * @param {OutputChunk[]} chunks
 */
function checkAcyclic(chunks) {
  const waiting = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
  for (let before = Infinity; waiting.size < before;) {
    before = waiting.size;
    for (const [file, imports] of waiting)
      if (!imports.some((next) => waiting.has(next))) waiting.delete(file);
  }
  if (waiting.size > 0) throw new Error(`these files load each other: ${[...waiting.keys()].join(', ')}`);
}

/**
 * The manual page, as the program that was built tells it.
 * @param {string} language
 * @param {string} folder below dist/
 */
async function manual(language, folder) {
  const args = [join(root, 'bin/gradtutor.js'), join(fresh, 'cli.cjs'), language];
  const script = 'require(process.argv[1])(process.argv[2]).exports.main(["man", "--lang", process.argv[3]])';
  const env = { ...process.env, XDG_CONFIG_HOME: fresh };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script, ...args], { env });
  if (!stdout.includes('.TH GRADTUTOR 1')) throw new Error('the manual page is empty');
  await mkdir(join(fresh, folder), { recursive: true });
  await writeFile(join(fresh, folder, 'gradtutor.1'), stdout);
}

/** @returns {Promise<OutputChunk[]>} */
async function types() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['-p', 'tsconfig.types.json', '--outDir', join(fresh, 'types')];
  await promisify(execFile)(process.execPath, [tsc, ...options], { cwd: root });
  return [];
}

try {
  const parts = [
    bundle(
      {
        input: { cli: main },
        preserveEntrySignatures: 'allow-extension',
        plugins: [input.plugins, dictionaries, leanNode, split.plugin],
      },
      {
        format: 'cjs',
        minify: true,
        codeSplitting: split.codeSplitting,
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
      },
    ),
    bundle(
      {
        input: {
          index: 'src/index.ts',
          exercises: 'src/exercises/index.ts',
          grading: 'src/grading/index.ts',
          lessons: 'src/lessons/index.ts',
        },
      },
      { format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' },
    ),
    types(),
  ];
  await Promise.allSettled(parts); // none may still be writing when another one's failure is cleaned up
  const chunks = (await Promise.all(parts)).flat();
  checkLazy(chunks);
  checkAcyclic(chunks);
  await manual('en', 'man');
  // Where `man` looks for a language, below a folder of MANPATH.
  await manual('ko', 'man/ko/man1');
  await copyFile(join(root, 'node_modules/sql.js/dist/sql-wasm.wasm'), join(fresh, 'sqlite.wasm'));
  await writeFile(join(root, 'THIRD-PARTY-LICENSES.txt'), await licences(chunks));
  if (existsSync(dist)) await rename(dist, old);
  await rename(fresh, dist).catch(async (error) => {
    if (existsSync(old)) await rename(old, dist);
    throw error;
  });
  writeBuiltHash(hash);
} catch (error) {
  const { message, stdout = '' } = /** @type {Error & { stdout?: string }} */ (error);
  console.error(`${message}\n${stdout}`.trim());
  process.exitCode = 1;
} finally {
  await Promise.all([fresh, old].map((folder) => rm(folder, { recursive: true, force: true })));
}
