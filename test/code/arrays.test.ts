import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { temporaryFolder } from '../support/cli.ts';
import { codeIn } from '../support/code.ts';
import { examples } from '../support/examples.ts';
import { outputOf, printedBy, tools } from '../support/runners.ts';
import '../support/numbers.ts';

/** Runs both passes of a NumPy program, backward being given these parameters, on whole arrays. */
const DRIVER = `
import inspect, json, runpy, sys
import numpy as np
np.seterr(all="ignore")
module = runpy.run_path("program.py")
values = {name: np.array(list_) for name, list_ in json.loads(sys.argv[1]).items()}
kept = module["forward"](*(values[name] for name in inspect.signature(module["forward"]).parameters))
kept = kept if isinstance(kept, tuple) else (kept,)
names = json.loads(sys.argv[2])
values.update(zip(names, kept))
gradients = module["backward"](*(values[name] for name in inspect.signature(module["backward"]).parameters))
print(json.dumps([values["J"].tolist(), [gradient.tolist() for gradient in gradients]]))
`;

describe('NumPy', () => {
  test.for([
    ['3*(a+b*c)', { a: [5, 1, -2], b: [3, 0.5, 4], c: [2, 7, 0.25] }],
    ['a > 0 ? log(a) * b : sqrt(b) - a', { a: [-1, 2, 0.5], b: [3, 1, 2] }],
    ['max(a, b, 1) * relu(a - b) + erf(a) + gamma(b)', { a: [3, 1, -2], b: [2, 0.5, 4] }],
    ['(a > b) * a + (a > 0 and log(a) > 0 ? 1 / log(a) : 0) * b', { a: [3, -1, 0.5], b: [2, 0.5, 4] }],
  ] as const)('computes %s on arrays, element by element', async ([source, inputs], { skip }) => {
    skip(tools.numpy === undefined, 'no NumPy on this machine');
    const at = (i: number) =>
      Object.fromEntries(Object.entries(inputs).map(([name, list]) => [name, list[i] ?? 0]));
    const code = await codeIn('numpy', trace(source, { at: at(0) }));
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'program.py'), code);
    writeFileSync(join(folder, 'driver.py'), DRIVER);
    const kept = /^def forward[^]*?^ {4}return (.*)$/mu.exec(code)?.[1]?.split(', ');
    const args = ['driver.py', JSON.stringify(inputs), JSON.stringify(kept)];
    const [values, gradients] = JSON.parse(await outputOf(tools.numpy ?? '', args, folder)) as [
      number[],
      number[][],
    ];
    expect(values).toHaveLength(3);
    for (const [i, value] of values.entries()) {
      const told = trace(source, { at: at(i) });
      expect(value).toBeNear(told.value, 1e-12);
      for (const [k, name] of told.wrt.entries()) {
        expect(gradients[k]?.[i]).toBeNear(told.gradients[name] as number, 1e-12);
      }
    }
  });

  test('warns of nothing where a branch that is not taken has no value', async () => {
    const risky = await codeIn('numpy', trace('x > 0 ? log(x) : x', { at: { x: -1 } }));
    expect(risky).toContain('    np.seterr(all="ignore")\n');
    expect(await codeIn('numpy', trace('x > 0 ? 2*x : x'))).not.toContain('seterr');
  });
});

describe('PyTorch', () => {
  const traces = [
    ...examples.map(({ expression, inputs }) => trace(expression, { at: inputs })),
    trace('x > 0 ? log(x) : y', { at: { x: -1, y: 2 } }),
    trace('max(x, y) * leaky_relu(z) + k', { at: { x: 1, y: 2, z: -1, k: 3 } }),
    trace('u = a*b; J = u^2', { at: { a: 2, b: 3 }, wrt: ['u', 'a', 'J'] }),
    trace('k = 2*z; J = a + b', { at: { a: 2, b: 3, z: 1 } }),
    trace('x > 0', { at: { x: 1 } }),
  ];

  test('is Python that compiles, for every worked example', async ({ skip }) => {
    skip(tools.python === undefined, 'no python3 on this machine');
    const folder = temporaryFolder();
    for (const [k, told] of traces.entries())
      writeFileSync(join(folder, `${k}.py`), await codeIn('pytorch', told));
    const parse =
      'import ast, glob\nfor path in glob.glob("*.py"): ast.parse(open(path, encoding="utf-8").read())\nprint("fine")';
    expect(await outputOf(tools.python ?? '', ['-c', parse], folder)).toBe('fine\n');
  });

  test('finds the same by itself', async ({ skip }) => {
    skip(tools.pytorch === undefined, 'no PyTorch on this machine');
    const printed = await printedBy(
      'pytorch',
      await Promise.all(traces.map((told) => codeIn('pytorch', told))),
    );
    const beside = printed.flatMap((text) => [...text.matchAll(/^(\w+) = (\S+) {3}autograd: (\S+)$/gmu)]);
    expect(beside.length).toBeGreaterThan(100);
    for (const [, , byHand, byAutograd] of beside) expect(Number(byHand)).toBeNear(Number(byAutograd), 1e-11);
  });

  test('sets autograd beside the backward pass, plainly where it can', async () => {
    const plain = await codeIn('pytorch', trace('3*(a+b*c)'));
    expect(plain).toContain('    found = torch.autograd.grad(J, [a, b, c])\n');
    expect(plain).toContain('    print("da =", float(da), "  autograd:", float(found[0]))\n');
    const branching = await codeIn('pytorch', trace('x > 0 ? x : y'));
    expect(branching).toContain('def autograd(output, variables):\n');
    expect(branching).toContain('    found = autograd(J, [x, y])\n');
  });
});
