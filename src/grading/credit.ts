import type { Outcome } from './grade.ts';

/** What a dvar is worth, from 0 to 1, by what became of it. docs/grading.md says where the rules come from. */
const rules = {
  strict: { right: 1, follows: 0, close: 0, wrong: 0, missing: 0 },
  follow: { right: 1, follows: 1, close: 0, wrong: 0, missing: 0 },
  half: { right: 1, follows: 0.5, close: 0.5, wrong: 0, missing: 0 },
} as const satisfies Record<string, Record<Outcome, number>>;

export type CreditRule = keyof typeof rules;

export const creditRules = Object.keys(rules) as readonly CreditRule[];

export const DEFAULT_RULE: CreditRule = 'follow';

export const creditFor = (outcome: Outcome, rule: CreditRule): number => rules[rule][outcome];
