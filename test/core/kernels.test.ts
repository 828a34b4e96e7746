import { describe, expect, test } from 'vitest';
import { backward, localDerivatives } from '../../src/core/backward.ts';
import { GraphBuilder } from '../../src/core/builder.ts';
import { forward } from '../../src/core/forward.ts';
import { type Op, ops } from '../../src/core/ops.ts';

const POINTS = [
  [0.5, 0.25, 2],
  [1.5, 3, -1],
  [-0.75, 1.25, 0],
  [2, -3, 0.5],
  [0, 2, 1],
  [7.1, 0.3, 4],
];

const countOf = (op: Op): number => (op.arity === 'many' ? 3 : op.arity);

/** What the op table itself says, whatever the loops do. */
function byTheRow(op: Op, xs: readonly number[]): { value: number; locals: readonly number[] } {
  if (op.arity === 'many') {
    const value = op.forward(xs);
    return { value, locals: op.locals(value, xs) };
  }
  const [x = NaN, y = NaN, z = NaN] = xs;
  const value = op.forward(x, y, z);
  return { value, locals: op.partials.map(({ at }) => at(value, x, y, z)) };
}

describe('the loops of the passes agree with every row of the op table, to the last bit', () => {
  test.each(ops.map((op, opcode) => ({ name: `${op.name}/${op.arity}`, op, opcode })))(
    '$name',
    ({ op, opcode }) => {
      const builder = new GraphBuilder();
      const refs = Array.from({ length: countOf(op) }, (_, i) => builder.input(`x${i}`));
      const graph = builder.build(builder.operation(opcode, refs), new Set());
      for (const point of POINTS) {
        const xs = point.slice(0, refs.length);
        const { value, locals } = byTheRow(op, xs);
        const values = forward(graph, xs);
        expect(values[graph.output]).toBe(value);
        expect(localDerivatives(graph, graph.output, values)).toEqual(locals);
        expect(Array.from(backward(graph, values).slice(0, refs.length), (g) => g + 0)).toEqual(
          locals.map((local) => local + 0),
        );
      }
    },
  );

  test.each(
    ops
      .map((op, opcode) => ({ name: `${op.name}/${op.arity}`, op, opcode }))
      .filter(({ op }) => countOf(op) > 1),
  )('$name of one input twice or more adds up what each place is handed', ({ op, opcode }) => {
    const builder = new GraphBuilder();
    const x = builder.input('x');
    const graph = builder.build(
      builder.operation(
        opcode,
        Array.from({ length: countOf(op) }, () => x),
      ),
      new Set(),
    );
    for (const [at = 0] of POINTS) {
      const { locals } = byTheRow(
        op,
        Array.from({ length: countOf(op) }, () => at),
      );
      const values = forward(graph, [at]);
      expect(backward(graph, values)[graph.inputs[0] as number]).toBe(
        locals.reduce((sum, local) => sum + local, 0),
      );
    }
  });
});
