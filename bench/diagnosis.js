/**
 * Simulated learners, each with one slip of the table of misconceptions: is it named?
 * node bench/diagnosis.js [graphs = 2000] [inputs = default,diagnostic; also random, floor] [examples of each failure = 0]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const folder = await mkdtemp(join(tmpdir(), 'gradtutor-diagnosis-'));
const file = join(folder, 'diagnosis.mjs');
try {
  const input = fileURLToPath(new URL('diagnosis/index.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'node', transform: { target: 'node20.19' } });
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  await import(pathToFileURL(file).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
