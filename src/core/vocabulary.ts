import type { UnsupportedConstruct } from './errors.ts';
import type { Tree } from './parse.ts';
import type { Value } from './value.ts';

/** Names that are numbers unless the learner gives them another meaning. */
export const CONSTANTS: ReadonlyMap<string, Value> = new Map([
  ['pi', Math.PI],
  ['PI', Math.PI],
  ['e', Math.E],
  ['E', Math.E],
  ['tau', 2 * Math.PI],
  ['phi', (1 + Math.sqrt(5)) / 2],
  ['LN2', Math.LN2],
  ['LN10', Math.LN10],
  ['LOG2E', Math.LOG2E],
  ['LOG10E', Math.LOG10E],
  ['SQRT1_2', Math.SQRT1_2],
  ['SQRT2', Math.SQRT2],
]);

/** What functions are called on paper and in lectures, where nothing else has the name. */
export const ON_PAPER: ReadonlyMap<string, string> = new Map([
  ['σ', 'sigmoid'],
  ['Σ', 'sum'],
  ['Π', 'prod'],
]);

/** After a number, these are units, not factors: gradtutor computes with plain numbers. */
export const UNITS: ReadonlySet<string> = new Set(
  'deg rad grad cm mm km kg mg ml ms kHz MHz Hz inch inches feet ft lbs lbm mph degC degF'.split(' '),
);

export const UNSUPPORTED_OPERATORS: ReadonlyMap<string, UnsupportedConstruct> = new Map([
  ['to', 'conversion'],
  ['factorial', 'factorial'],
  ['ctranspose', 'transpose'],
  ['nullish', 'nullish'],
  ['bitAnd', 'bitwise'],
  ['bitOr', 'bars'],
  ['bitXor', 'bitwise'],
  ['bitNot', 'bitwise'],
  ['leftShift', 'bitwise'],
  ['rightArithShift', 'bitwise'],
  ['rightLogShift', 'bitwise'],
]);

export const UNSUPPORTED_NODES: ReadonlyMap<Tree['type'], UnsupportedConstruct> = new Map([
  ['ArrayNode', 'matrix'],
  ['ObjectNode', 'object'],
  ['AccessorNode', 'index'],
  ['IndexNode', 'index'],
  ['RangeNode', 'range'],
  ['AssignmentNode', 'assignment'],
  ['FunctionAssignmentNode', 'assignment'],
  ['BlockNode', 'assignment'],
]);
