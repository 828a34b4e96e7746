/**
 * Simulated learners at the other kinds of questions, each with one slip: is it named, and is nothing right called wrong?
 * node bench/questions.js [graphs = 300] [examples of each failure = 0]
 */
import { runBundled } from './bundled.js';

await runBundled(new URL('diagnosis/questions.ts', import.meta.url));
