/** The parts of the core that the benchmarks time. */
export { evaluate } from '../../src/core/evaluate.ts';
export { DEFAULT_NUDGE, judgeAll, Witnesses } from '../../src/core/nudges.ts';
export { forward } from '../../src/core/forward.ts';
export { parseSource } from '../../src/core/parse.ts';
export { programOf, readProgram } from '../../src/core/program.ts';
export { readSource } from '../../src/core/source.ts';
