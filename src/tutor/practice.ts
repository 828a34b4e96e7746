import type { MistakeId } from './mistakes.ts';

/** Where each kind of mistake is trained; all others in the lecture's own shape. */
const PRACTICE: readonly (readonly [command: string, ids: readonly MistakeId[]])[] = [
  [
    'gradtutor quiz --level 5 --ask path,gradient',
    ['one-branch', 'branches-multiplied', 'branches-averaged', 'locals-summed', 'product-of-derivatives'],
  ],
  [
    'gradtutor quiz --level 6 --ask local,gradient',
    ['derivative-from-input', 'extra-activation', 'target-minus-output', 'wrong-point'],
  ],
  [
    'gradtutor quiz --level 4 --ask local,gradient',
    ['wrong-route', 'power-rule', 'quotient-rule', 'sum-halves'],
  ],
];
const OTHERWISE = 'gradtutor quiz --level 3 --ask local,gradient';

/** The command that trains what a mistake shows. */
export const practiceFor = (id: MistakeId): string =>
  PRACTICE.find(([, ids]) => ids.includes(id))?.[0] ?? OTHERWISE;
