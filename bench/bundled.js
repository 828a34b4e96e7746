import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { leanMathjs } from '../scripts/lean-mathjs.js';
import { page } from '../scripts/page.js';
import { withFolder } from './processes.js';

/**
 * Bundles a benchmark, so that it runs as the program does.
 * @template T
 * @param {URL} entry its first module
 * @param {(file: string) => T | Promise<T>} use what to do with the bundle, which is gone afterwards
 * @param {{ isLean: boolean }} [options] whether mathjs' parser is as the build makes it, or as it is published
 * @returns {Promise<T>}
 */
export const withBundle = (entry, use, { isLean } = { isLean: true }) =>
  withFolder(async (folder) => {
    const file = join(folder, 'bench.mjs');
    const build = await rolldown({
      input: fileURLToPath(entry),
      platform: 'node',
      resolve: { mainFields: ['module', 'main'] },
      checks: { bundlerTimings: false },
      transform: { target: 'node20.19' },
      plugins: [isLean && leanMathjs, page()],
    });
    await build.write({ file, format: 'esm', minify: true, codeSplitting: false });
    await build.close();
    return use(file);
  });

/**
 * Bundles a benchmark and runs it.
 * @param {URL} entry its first module
 */
export const runBundled = (entry) => withBundle(entry, (file) => import(pathToFileURL(file).href));
