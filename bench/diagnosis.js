/**
 * Simulated learners, each with one slip of the table of misconceptions: is it named?
 * node bench/diagnosis.js [graphs = 2000] [inputs = default,diagnostic; also random, floor] [examples of each failure = 0]
 */
import { runBundled } from './bundled.js';

await runBundled(new URL('diagnosis/index.ts', import.meta.url));
