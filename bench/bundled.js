import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { leanMathjs } from '../scripts/lean-mathjs.js';

/**
 * Bundles a benchmark, so that it runs as the program does.
 * @template T
 * @param {URL} entry its first module
 * @param {(file: string) => T | Promise<T>} use what to do with the bundle, which is gone afterwards
 */
export async function withBundle(entry, use) {
  const folder = await mkdtemp(join(tmpdir(), 'gradtutor-bench-'));
  const file = join(folder, 'bench.mjs');
  try {
    const build = await rolldown({
      input: fileURLToPath(entry),
      platform: 'node',
      resolve: { mainFields: ['module', 'main'] },
      checks: { bundlerTimings: false },
      transform: { target: 'node20.19' },
      plugins: [leanMathjs],
    });
    await build.write({ file, format: 'esm', minify: true, codeSplitting: false });
    await build.close();
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Bundles a benchmark and runs it.
 * @param {URL} entry its first module
 */
export const runBundled = (entry) => withBundle(entry, (file) => import(pathToFileURL(file).href));
