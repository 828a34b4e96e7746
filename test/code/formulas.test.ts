import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { codeIn } from '../support/code.ts';
import { type Language } from '../support/runners.ts';

/** What a line of the code sets a quantity or dvar to. */
async function formulaOf(language: Language, name: string, source: string): Promise<string | undefined> {
  const code = await codeIn(language, trace(source));
  const line = new RegExp(
    `^ +(?:const |let |double |bool )?${name}(?:: number)? = (.*?);?(?: +(?:#|//) .*)?$`,
    'mu',
  );
  return line.exec(code)?.[1];
}

describe('a quantity is written as the language writes it', () => {
  test.each<[source: string, language: Language, formula: string]>([
    ['x^2', 'python', 'x ** 2'],
    ['x^2', 'javascript', 'x ** 2'],
    ['x^2', 'julia', 'x^2'],
    ['x^2', 'c', 'pow(x, 2)'],
    ['square(x)', 'c', 'pow(x, 2)'],
    ['x^(1/3)', 'python', 'x ** (1 / 3)'],
    ['x^(1/3)', 'c', 'pow(x, 1.0 / 3.0)'],
    ['(2/3)^x', 'javascript', '(2 / 3) ** x'],
    ['x^-2', 'javascript', 'x ** (-2)'],
    ['x * -3', 'python', 'x * (-3)'],
    ['2 * pi / 3 * x', 'python', '(2 * math.pi / 3) * x'],
    ['2 * pi / 3 * x', 'numpy', '(2 * np.pi / 3) * x'],
    ['2 * pi / 3 * x', 'javascript', '(2 * Math.PI / 3) * x'],
    ['2 * pi / 3 * x', 'c', '(2 * PI / 3) * x'],
    ['1/3 + x', 'c', '1.0 / 3.0 + x'],
    ['1/3 + x', 'julia', '1 / 3 + x'],
    ['2^64 * x', 'julia', '2.0^64.0 * x'],
    ['12345678901 * x', 'c', '12345678901.0 * x'],
    ['x / 2', 'c', 'x / 2'],
    ['e^x', 'python', 'math.e ** x'],
    ['e^x', 'julia', 'MathConstants.e^x'],
    ['ln(x)', 'python', 'math.log(x)'],
    ['ln(x)', 'pytorch', 'torch.log(x)'],
    ['log(x, 10)', 'pytorch', 'torch.log(x) / math.log(10)'],
    ['log(x, 10)', 'javascript', 'Math.log(x) / Math.log(10)'],
    ['atan2(x, 2)', 'pytorch', 'torch.atan2(x, tensor(2))'],
    ['sum(x, y, 3)', 'python', 'x + y + 3'],
    ['mean(x, y)', 'c', '(x + y) / 2'],
    ['prod(x, y)', 'julia', 'x * y'],
    ['max(x, y, 3)', 'javascript', 'Math.max(x, y, 3)'],
    ['max(x, y, 3)', 'c', 'fmax(fmax(x, y), 3)'],
    ['max(x, y, 3)', 'numpy', 'np.maximum(np.maximum(x, y), 3)'],
    ['max(x, y, 3)', 'pytorch', 'max(x, y, tensor(3))'],
    ['leaky_relu(x)', 'javascript', 'leakyRelu(x, 0.01)'],
    ['leaky_relu(x)', 'python', 'leaky_relu(x, 0.01)'],
    ['silu(x)', 'c', 'swish(x)'],
    ['silu(x)', 'pytorch', 'torch.nn.functional.silu(x)'],
    ['x mod 3', 'python', 'mod(x, 3)'],
    ['sec(x)', 'julia', 'sec(x)'],
    ['x > 0', 'python', '1 if x > 0 else 0'],
    ['x > 0', 'numpy', 'np.where(x > 0, 1, 0)'],
    ['x > 0', 'typescript', 'x > 0 ? 1 : 0'],
    ['x', 'c', 'x'],
  ])('J = %s in %s', async (source, language, formula) => {
    expect(await formulaOf(language, 'J', `J = ${source}`)).toBe(formula);
  });
});

describe('a dvar is upstream gradient · local derivative', () => {
  test.each<[source: string, language: Language, formula: string]>([
    ['x + 1', 'python', 'dJ * 1'],
    ['-x', 'c', 'dJ * (-1)'],
    ['3 * x', 'javascript', 'dJ * 3'],
    ['x / 3', 'c', 'dJ * (1.0 / 3.0)'],
    ['3 / x', 'python', 'dJ * (-3 / x ** 2)'],
    ['x^2', 'julia', 'dJ * (2 * x)'],
    ['x^0.5', 'python', 'dJ * (0.5 * x ** (0.5 - 1))'],
    ['exp(x)', 'python', 'dJ * J'],
    ['sigmoid(x)', 'python', 'dJ * (J * (1 - J))'],
    ['log(x)', 'javascript', 'dJ * (1 / x)'],
    ['sin(x)', 'numpy', 'dJ * np.cos(x)'],
    ['relu(x)', 'python', 'dJ * (1 if x > 0 else 0)'],
    ['relu(x)', 'julia', 'dJ * (x > 0 ? 1.0 : 0.0)'],
    ['relu(x)', 'c', 'dJ * (x > 0 ? 1 : 0)'],
    ['relu(x)', 'numpy', 'dJ * np.where(x > 0, 1, 0)'],
    ['max(x, 1)', 'typescript', 'dJ * (x >= 1 ? 1 : 0)'],
    ['erf(x)', 'c', 'dJ * ((2 / sqrt(PI)) * exp(-pow(x, 2)))'],
    ['mean(x, y)', 'c', 'dJ * (1.0 / 2.0)'],
  ])('of J = %s in %s', async (source, language, formula) => {
    expect(await formulaOf(language, 'dx', `J = ${source}`)).toBe(formula);
  });
});

describe('a fork', () => {
  test('adds up: a line a path, with its part of the chain rule', async () => {
    const code = await codeIn('javascript', trace('(a+b)*(b+1)'));
    expect(code).toContain(
      '  let db = du * 1;   // db = du · ∂u/∂b\n  db += dv * 1;      // db += dv · ∂v/∂b\n',
    );
    expect(code).toContain('  const da = du * 1; // da = du · du/da\n');
  });

  test('has a line for each use by the same quantity', async () => {
    const code = await codeIn('c', trace('x*x'));
    expect(code).toContain('  double dx = dJ * x;  // dx = ∂J/∂x\n  dx += dJ * x;        // dx += ∂J/∂x\n');
  });
});

describe('only what is asked for', () => {
  test('is computed: no dvar that leads elsewhere', async () => {
    const code = await codeIn('python', trace('3*(a+b*c)', { wrt: ['b'] }));
    expect(code.match(/^ {4}d\w+ = .*/gmu)?.map((line) => line.trim().split(' ')[0])).toEqual([
      'dJ',
      'dv',
      'du',
      'db',
      'db',
    ]);
    expect(code).not.toMatch(/\bd[ac]\b/u);
  });

  test('may be a quantity between, and the output itself', async () => {
    const code = await codeIn('julia', trace('3*(a+b*c)', { wrt: ['u', 'J'] }));
    expect(code).toContain('return du, dJ\n');
    expect(code).toContain('println("du = ", du)\n    println("dJ = ", dJ)\n');
  });

  test('without a variable there is no backward pass', async () => {
    const code = await codeIn('python', trace('2*3'));
    expect(code).not.toContain('backward');
    expect(code).toContain('J = forward()');
  });

  test('what the output does not depend on has the gradient 0, and is no input', async () => {
    const code = await codeIn('python', trace('k = 2*z; J = a + b'));
    expect(code).toContain(
      '    dz = 0       # J does not move when z does, so dz = 0.\n    return dz, da, db\n',
    );
    expect(code).not.toContain('    z = ');
  });
});

describe('helpers', () => {
  test('stand before what calls them, each once, and only those that are called', async () => {
    const code = await codeIn('c', trace('swish(x) + sigmoid(y) + gelu(x)'));
    expect(code.match(/^static double (\w+)\(/gmu)).toEqual([
      'static double sigmoid(',
      'static double swish(',
      'static double gelu(',
    ]);
  });
});
