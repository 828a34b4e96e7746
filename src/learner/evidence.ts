import type { Answered } from './answered.ts';

/** What is practised: a gate, or not to make a mistake. */
export interface Skill {
  readonly kind: 'gate' | 'mistake';
  readonly name: string;
}

export const skillKey = ({ kind, name }: Skill): string => `${kind} ${name}`;

/** What one answer says about one skill. */
export interface Evidence {
  readonly skill: Skill;
  readonly isRight: boolean;
  readonly hints: number;
}

/**
 * What an answer says. Only the first try counts: after it the tutor has helped. A step that is shown was not known; one
 * that is skipped says nothing, and neither does a wrong answer about the mistakes that were not made in it.
 */
export function evidenceIn({
  outcome,
  attempts,
  hints,
  gate,
  chances = [],
  mistakes,
}: Answered): readonly Evidence[] {
  if (outcome === 'skipped') return [];
  const isRight = mistakes.length === 0 && (outcome === 'follows' || (outcome === 'right' && attempts === 1));
  const about = (kind: Skill['kind'], name: string): Evidence => ({ skill: { kind, name }, isRight, hints });
  return [
    ...(gate === undefined ? [] : [about('gate', gate)]),
    ...[...new Set(isRight ? chances : mistakes)].map((name) => about('mistake', name)),
  ];
}
