import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { derivative, dvarSpan, formula, type MathSpan, sign } from '../../src/document.ts';
import { mathTex } from '../../src/render/math.ts';
import { formulaTex } from '../../src/render/math/formula.ts';
import { derivativeTex, dvarTex, nameTex } from '../../src/render/math/names.ts';
import { examples } from '../support/examples.ts';
import { randomExpression } from '../support/expressions.ts';
import { relativeDifference } from '../support/numbers.ts';
import { randomProgram } from '../support/programs.ts';
import { valueOfTex } from '../support/read-tex.ts';

const words = { otherwise: 'otherwise' };
const tex = (text: string) => formulaTex(text, words);

describe('a formula in LaTeX', () => {
  test.each([
    ['3 * (a + b * c)', String.raw`3 \cdot (a + b \cdot c)`],
    ['J = 3 * v', String.raw`J = 3 \cdot v`],
    ['f(x, y) = x^2 + y', String.raw`f(x, y) = x^{2} + y`],
    ['1 / (1 + exp(-x))', String.raw`\frac{1}{1 + \exp(-x)}`],
    ['-(y * log(a) + (1 - y) * log(1 - a))', String.raw`-(y \cdot \log(a) + (1 - y) \cdot \log(1 - a))`],
    ['sigmoid(z)', String.raw`\mathrm{sigmoid}(z)`],
    ['leaky_relu(z)', String.raw`\mathrm{leaky\_relu}(z)`],
    ['f(a)', 'f(a)'],
    ['sqrt(1 + x^2)', String.raw`\sqrt{1 + x^{2}}`],
    ['cbrt(x)', String.raw`\sqrt[3]{x}`],
    ['nthRoot(x, n)', String.raw`\sqrt[n]{x}`],
    ['abs(a - b)^2', String.raw`\lvert a - b \rvert^{2}`],
    ['abs(x / 2)', String.raw`\left\lvert \frac{x}{2} \right\rvert`],
    ['floor(x) + ceil(x)', String.raw`\lfloor x \rfloor + \lceil x \rceil`],
    ['square(x + 1)', String.raw`(x + 1)^{2}`],
    ['log(x, 2) + log10(y)', String.raw`\log_{2}(x) + \log_{10}(y)`],
    ['asin(x) * max(a, b)', String.raw`\arcsin(x) \cdot \max(a, b)`],
    ['sin(x / 2)', String.raw`\sin{\left(\frac{x}{2}\right)}`],
    ['a mod b', String.raw`a \bmod b`],
  ])('%s', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test.each([
    ['a - (b - c)', 'a - (b - c)'],
    ['a - b + c', 'a - b + c'],
    ['a * (-3)', String.raw`a \cdot (-3)`],
    ['a - (-3)', 'a - (-3)'],
    ['-x^2', '-x^{2}'],
    ['(-x)^2', '(-x)^{2}'],
    ['-(a + b)', '-(a + b)'],
    ['-(-a)', '-(-a)'],
    ['(a / b)^2', String.raw`\left(\frac{a}{b}\right)^{2}`],
    ['(x^2)^3', '(x^{2})^{3}'],
    ['a^b^c', 'a^{b^{c}}'],
    ['2^(x + 1)', '2^{x + 1}'],
    ['(1 / 2) * x', String.raw`\frac{1}{2} \cdot x`],
    ['a / (b / c)', String.raw`\frac{a}{\frac{b}{c}}`],
    ['-x / y^2', String.raw`\frac{-x}{y^{2}}`],
  ])('%s has the brackets it needs, and no more', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test('keeps the brackets of a factor, unless a bar or an exponent stands for them', () => {
    expect(tex('(1 - a)')).toBe('(1 - a)');
    expect(tex('(-3)')).toBe('(-3)');
    expect(tex('(1 / a)')).toBe(String.raw`\frac{1}{a}`);
    expect(tex('(x^2)')).toBe('x^{2}');
  });

  test('tells cases row by row, nested ones below one another', () => {
    expect(tex('x > 0 ? x : 0')).toBe(
      String.raw`\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}`,
    );
    expect(tex('x > 1 ? a : x < 0 ? b : c')).toBe(
      String.raw`\begin{cases} a & x > 1 \\ b & x < 0 \\ c & \text{otherwise} \end{cases}`,
    );
    expect(tex('u ? 1 : 0')).toContain(String.raw`1 & u \ne 0`);
    expect(tex('2 * (x > 0 ? 1 : 0)')).toContain(String.raw`2 \cdot \left(\begin{cases}`);
  });

  test('brackets a comparison, as an equals sign is beside it', () => {
    expect(tex('x > 0')).toBe('(x > 0)');
    expect(tex('c = 1 < x <= 3')).toBe(String.raw`c = (1 < x \le 3)`);
    expect(tex('not (a == b) and c != d')).toBe(String.raw`(\lnot (a = b) \land (c \ne d))`);
  });

  test.each([
    ['12', '12'],
    ['-0.5', '-0.5'],
    ['1.5e-7', String.raw`1.5 \times 10^{-7}`],
    ['1e+21', '10^{21}'],
    ['(-1.5e-7)', String.raw`(-1.5 \times 10^{-7})`],
    ['x^2 * 1e-7', String.raw`x^{2} \cdot 10^{-7}`],
    ['1e-7^2', '(10^{-7})^{2}'],
    ['∞', String.raw`\infty`],
    ['-∞', String.raw`-\infty`],
    ['?', '?'],
  ])('writes the number %s as a person would', (text, expected) => {
    expect(tex(text)).toBe(expected);
  });

  test('that cannot be read is text', () => {
    expect(tex('log(?)')).toBe(String.raw`\text{log(?)}`);
    expect(tex('a_1 \\input{x} $ % # & ~ ^ { }')).toBe(
      String.raw`\text{a\_1 \textbackslash{}input\{x\} \$ \% \# \& \textasciitilde{} \textasciicircum{} \{ \}}`,
    );
  });

  test('of 50,000 terms and of deep powers is no problem', () => {
    const sum = Array.from({ length: 50_000 }, (_, i) => `x${i}`).join(' + ');
    expect(tex(sum)).toContain('x_{49998} + x_{49999}');
    expect(tex(`x${'^2'.repeat(200)}`)).toContain('^{2^{2');
  });
});

describe('a name in LaTeX', () => {
  test.each([
    ['x', 'x', String.raw`\mathit{dx}`],
    ['x1', 'x_{1}', String.raw`\mathit{dx}_{1}`],
    ['w_1', 'w_{1}', String.raw`\mathit{dw}_{1}`],
    ['w_out', String.raw`w_{\mathit{out}}`, String.raw`\mathit{dw}_{\mathit{out}}`],
    ['W_1_2', 'W_{1,2}', String.raw`\mathit{dW}_{1,2}`],
    ['loss', String.raw`\mathit{loss}`, String.raw`\mathit{dloss}`],
    ['alpha', String.raw`\alpha`, String.raw`d \alpha`],
    ['α', String.raw`\alpha`, String.raw`d \alpha`],
    ['theta2', String.raw`\theta_{2}`, String.raw`d \theta_{2}`],
    ['Δx', String.raw`\Delta x`, String.raw`d \Delta x`],
    ['pi', String.raw`\pi`, String.raw`d \pi`],
    ['가격', String.raw`\text{가격}`, String.raw`d \text{가격}`],
    ['값2', String.raw`\text{값}_{2}`, String.raw`d \text{값}_{2}`],
    ['köln', String.raw`\textit{köln}`, String.raw`\textit{dköln}`],
    ['цена', String.raw`\text{цена}`, String.raw`d \text{цена}`],
    ['__proto__', String.raw`\mathit{\_\_proto\_\_}`, String.raw`\mathit{d\_\_proto\_\_}`],
    ['constructor', String.raw`\mathit{constructor}`, String.raw`\mathit{dconstructor}`],
    ['$', String.raw`\mathit{\$}`, String.raw`\mathit{d\$}`],
    ['a$b', String.raw`\mathit{a\$b}`, String.raw`\mathit{da\$b}`],
  ])('%s, and its dvar', (name, expected, expectedDvar) => {
    expect(nameTex(name)).toBe(expected);
    expect(dvarTex(name)).toBe(expectedDvar);
  });

  test('stands in derivatives, whole ones and those of one path', () => {
    expect(derivativeTex('J', 'v', false)).toBe(String.raw`\frac{dJ}{dv}`);
    expect(derivativeTex('u', 'x1', true)).toBe(String.raw`\frac{\partial u}{\partial x_{1}}`);
    expect(derivativeTex('loss', 'alpha', false)).toBe(String.raw`\frac{d\mathit{loss}}{d\alpha}`);
  });
});

const lineTex = (spans: readonly MathSpan[]) => mathTex(spans, words, (role, part) => `<${role}>${part}</>`);

describe('mathematics in a line', () => {
  test('is set piece by piece', () => {
    const spans = [dvarSpan('b'), sign(' = '), dvarSpan('u'), sign(' · '), derivative('∂u/∂b')];
    expect(lineTex(spans)).toBe(String.raw`\mathit{db} = \mathit{du} \cdot \frac{\partial u}{\partial b}`);
  });

  test('is painted from its first formula to its last, so that signs keep their distance', () => {
    const spans = [
      sign('= ', 'forward'),
      formula('a', 'forward'),
      sign(' → ', 'forward'),
      formula('b', 'forward'),
    ];
    expect(lineTex(spans)).toBe(String.raw`= <forward>a \to b</>`);
  });

  test('has no subtraction behind a colon', () => {
    expect(lineTex([formula('a'), sign(': '), formula('-1'), sign(' → '), formula('-2')])).toBe(
      String.raw`a\colon {-1} \to -2`,
    );
  });
});

/** The value of every name in a trace. */
const valuesIn = ({ inputs, forward }: Trace): Map<string, number> =>
  new Map([...Object.entries(inputs), ...forward.map(({ name, value }) => [name, value] as const)]);

/** Every formula over names whose value the trace tells: the forward pass, the local derivatives, the last statement. */
function formulasIn(told: Trace): { text: string; value: number }[] {
  return [
    ...told.forward.filter(({ skipped }) => !skipped).map(({ formula: text, value }) => ({ text, value })),
    ...told.backward.flatMap(({ contributions }) =>
      contributions.map(({ formula: text, local }) => ({ text, value: local })),
    ),
  ];
}

/** Formulas that, read as they are set, have another value than the trace. */
function mistold(told: Trace, formulas = formulasIn(told)): string[] {
  const values = valuesIn(told);
  return formulas.flatMap(({ text, value }) => {
    const read = valueOfTex(tex(text), values);
    const isSame = relativeDifference(read, value) < 1e-9 || Math.abs(read - value) < 1e-12;
    return isSame ? [] : [`${text} = ${value}, not ${read}`];
  });
}

describe('what is set means the same', () => {
  test('for every formula of random programs', () => {
    fc.assert(
      fc.property(randomProgram, ({ text, at }) => {
        expect(mistold(trace(text, { at }))).toEqual([]);
      }),
      { seed: 20_260_301, numRuns: 300 },
    );
  });

  test('for random expressions, whole and step by step', () => {
    let count = 0;
    fc.assert(
      fc.property(randomExpression, (expression) => {
        let told: Trace;
        try {
          told = trace(expression);
        } catch (error) {
          if (error instanceof GradtutorError) return;
          throw error;
        }
        fc.pre(told.kinks.length === 0 && told.forward.every(({ value }) => Number.isFinite(value)));
        count++;
        const [text = ''] = told.statements;
        expect([...mistold(told), ...mistold(told, [{ text, value: told.value }])]).toEqual([]);
      }),
      { seed: 20_260_302, numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(500);
  });

  test('and a reader of TeX is not easily content', () => {
    const values = new Map([['x', 2]]);
    expect(valueOfTex('-x^{2}', values)).toBe(-4);
    expect(valueOfTex('(-x)^{2}', values)).toBe(4);
    expect(valueOfTex(String.raw`\frac{1}{x} \cdot 3`, values)).toBe(1.5);
    expect(() => valueOfTex('x x', values)).toThrow('unread');
    expect(() => valueOfTex(String.raw`\frac{1}{y}`, values)).toThrow('no meaning');
  });
});

test('every worked example can be read back', () => {
  const unread = examples.flatMap(({ id, expression, inputs }) =>
    trace(expression, { at: inputs })
      .statements.filter((text) => tex(text).includes(String.raw`\text{`))
      .map((text) => `${id}: ${text}`),
  );
  expect(unread).toEqual([]);
});
