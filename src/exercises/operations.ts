import { opcodesNamed, type Op, opOf, ops } from '../core/ops.ts';
import { opsOfLevel } from '../tutor/generate.ts';

/** How a person writes an operation: by its sign, or its name. */
export const writtenAs = ({ name, notation }: Op): string =>
  notation.kind === 'infix' ? notation.symbol : name;

/** The operations that are meant by a name, another name or a sign. */
export const operationsCalled = (text: string): readonly Op[] => [
  ...opcodesNamed(text).map(opOf),
  ...ops.filter((op) => op.notation.kind === 'infix' && op.notation.symbol === text),
];

/** The operations that exercises of a level have, in the order of the table. */
export const operationsOf = (level: number): readonly Op[] => {
  const names = opsOfLevel(level);
  return ops.filter(({ name }) => names.has(name));
};
