import type { Named, Pass } from './code.ts';
import { fitted, type List } from './layout.ts';

/** How Python and Julia hand over several values: with commas, and brackets only where a line is broken. */

const namesOf = (all: readonly Named[]) => all.map(({ name }) => name);

const tuple = (all: readonly Named[], before: string, after: string): List => ({
  items: namesOf(all),
  brackets: [before, after],
  whenBroken: [`${before}(`, `)${after}`],
});

export const parametersIn = (all: readonly Named[], after = ''): List => ({
  items: namesOf(all),
  brackets: ['(', `)${after}`],
});

/** `u, v = forward(a, b)` */
export const callWithTuple = (callee: string, pass: Pass, indent: string, step: string): string =>
  fitted([tuple(pass.results, '', ' = '), callee, parametersIn(pass.parameters)], indent, step);

/** `return u, v` */
export const returnTuple = ({ results }: Pass, step: string): string =>
  fitted([tuple(results, 'return ', '')], step, step);
