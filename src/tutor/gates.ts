import { asksGradient } from './kinds.ts';
import { operationAt } from '../core/graph.ts';
import type { Study } from '../core/trace.ts';
import type { GateName } from './messages.ts';
import type { Question } from './questions.ts';
import { isAtOnce, type Result, type Session } from './session.ts';

/** A gate; an operation by its own name where it has no family. */
export type Gate = GateName | { readonly op: string };

/** How often a gate was passed at the first try. */
export interface Passed {
  readonly gate: Gate;
  readonly right: number;
  readonly total: number;
}

/** The gate that a question is about; none for a nudge, and where a wrong line is to be found. */
export function gateOf({ trace, evaluation }: Study, { kind, name, consumer }: Question): Gate | undefined {
  if (kind === 'nudge' || kind === 'bug') return undefined;
  const parts = trace.backward.find((step) => step.name === name)?.contributions ?? [];
  const isWhole = asksGradient(kind);
  if (isWhole && parts.length > 1) return 'fork';
  const node = kind === 'value' ? name : isWhole ? parts[0]?.consumer : consumer;
  if (node === undefined) return undefined;
  const { graph } = evaluation;
  const op = operationAt(graph, graph.names.indexOf(node));
  return op.families?.[0] ?? { op: op.name };
}

/** A gate as text: the name of its family, or `op sin`. */
export const gateKey = (gate: Gate): string => (typeof gate === 'string' ? gate : `op ${gate.op}`);

/** The gates that were not always passed at the first try, the one that went wrong most often first. */
export function failedGates(sessions: readonly Session[]): Passed[] {
  const counts = new Map<string, Passed>();
  for (const { study, results } of sessions) {
    for (const result of results) {
      const gate = isTried(result) ? gateOf(study, result.question) : undefined;
      if (gate === undefined) continue;
      const { right, total } = counts.get(gateKey(gate)) ?? { right: 0, total: 0 };
      counts.set(gateKey(gate), { gate, right: right + Number(isPassed(result)), total: total + 1 });
    }
  }
  const failures = ({ right, total }: Passed) => total - right;
  return [...counts.values()]
    .filter((passed) => failures(passed) > 0)
    .toSorted((a, b) => failures(b) - failures(a));
}

const isTried = ({ attempts }: Result): boolean => attempts.length > 0;

/** Right at once; or what followed from an earlier wrong answer, since this step was then right. */
const isPassed = (result: Result): boolean =>
  isAtOnce(result) || (result.hints === 0 && result.attempts[0]?.comparison === 'follows');
