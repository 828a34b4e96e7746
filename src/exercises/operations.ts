import { type Op, ops } from '../core/ops.ts';
import { opcodesNamed, opOf } from '../core/lookup.ts';
import { opsOfLevel } from '../tutor/generate.ts';

/** How a person writes an operation: by its sign, or its name. */
export const writtenAs = ({ name, notation }: Op): string =>
  notation.kind === 'infix' ? notation.symbol : name;

/** The operations that are meant by a name, another name or a sign. */
const operationsCalled = (text: string): readonly Op[] => [
  ...opcodesNamed(text).map(opOf),
  ...ops.filter((op) => op.notation.kind === 'infix' && op.notation.symbol === text),
];

/**
 * Names in the op table of the operations asked for, in one order and each once.
 * @param refuse is told of one that exercises of the level do not have, and of the operations that it means elsewhere
 */
export function operationsAskedFor(
  wanted: readonly string[],
  level: number,
  refuse: (text: string, called: readonly Op[], ofLevel: readonly Op[]) => never,
): string[] {
  const ofLevel = operationsOf(level);
  const names = wanted.flatMap((text) => {
    const called = operationsCalled(text);
    const there = called.filter((op) => ofLevel.includes(op));
    return there.length > 0 ? there.map(({ name }) => name) : refuse(text, called, ofLevel);
  });
  return [...new Set(names)].toSorted();
}

/** The operations that exercises of a level have, in the order of the table. */
export const operationsOf = (level: number): readonly Op[] => {
  const names = opsOfLevel(level);
  return ops.filter(({ name }) => names.has(name));
};
