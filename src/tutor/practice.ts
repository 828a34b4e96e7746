import type { Gate } from './gates.ts';
import type { GateName } from './messages.ts';
import type { MistakeId } from './mistakes.ts';
import { nudgeMistakes } from './nudge-mistakes.ts';
import { valueMistakes } from './value-mistakes.ts';

interface Practice {
  readonly command: string;
  readonly mistakes: readonly MistakeId[];
  /** `function`: an operation that has no family. */
  readonly gates: readonly (GateName | 'function')[];
}

/** Where each kind of mistake, and of gate, is trained; all others in the lecture's own shape. */
const PRACTICE: readonly Practice[] = [
  {
    command: 'gradtutor quiz --level 2 --ask value',
    mistakes: valueMistakes.map(({ id }) => id),
    gates: [],
  },
  {
    command: 'gradtutor quiz --level 2 --ask nudge',
    mistakes: nudgeMistakes.map(({ id }) => id),
    gates: [],
  },
  {
    command: 'gradtutor quiz --level 5 --ask path,gradient',
    mistakes: [
      'one-branch',
      'branches-multiplied',
      'branches-averaged',
      'locals-summed',
      'product-of-derivatives',
      'whole-for-part',
      'other-part',
    ],
    gates: ['fork'],
  },
  {
    command: 'gradtutor quiz --level 6 --ask local,gradient',
    mistakes: ['derivative-from-input', 'extra-activation', 'target-minus-output', 'wrong-point'],
    gates: ['activation', 'logarithm'],
  },
  {
    command: 'gradtutor quiz --level 4 --ask local,gradient',
    mistakes: ['wrong-route', 'quotient-rule'],
    gates: ['router', 'quotient', 'exponential', 'function'],
  },
  {
    command: 'gradtutor quiz --level 2 --ask local,gradient',
    mistakes: ['power-rule', 'sum-halves'],
    gates: ['power', 'sum', 'difference'],
  },
];
const OTHERWISE = 'gradtutor quiz --level 3 --ask local,gradient';

/** What went wrong. */
interface Failures {
  /** The most frequent mistake that was diagnosed. */
  readonly mistake?: MistakeId | undefined;
  /** Those that went wrong most often first. */
  readonly gates: readonly Gate[];
  /** Whether the part of a gradient along one path was asked for, and missed. */
  readonly hasPath?: boolean;
}

/**
 * The command that trains what went wrong: the mistake, where it belongs to one kind of gate; else the paths; else the first
 * gate that not every level has.
 */
export function practiceFor({ mistake, gates, hasPath = false }: Failures): string {
  const failed = hasPath ? ['fork' as const, ...gates] : gates;
  const trained = failed.map((gate) => {
    const name = typeof gate === 'object' ? 'function' : gate;
    return PRACTICE.find((practice) => practice.gates.includes(name));
  });
  const found =
    PRACTICE.find(({ mistakes }) => mistake !== undefined && mistakes.includes(mistake)) ??
    trained.find((practice) => practice !== undefined);
  return found?.command ?? OTHERWISE;
}
