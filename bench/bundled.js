import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Bundles a benchmark, so that it runs as the program does, and runs it.
 * @param {URL} entry its first module
 */
export async function runBundled(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'gradtutor-bench-'));
  const file = join(folder, 'bench.mjs');
  try {
    const input = fileURLToPath(entry);
    const build = await rolldown({ input, platform: 'node', transform: { target: 'node20.19' } });
    await build.write({ file, format: 'esm', codeSplitting: false });
    await build.close();
    await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
