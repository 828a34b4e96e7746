import { describe, expect, test } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { refusal } from '../support/read.ts';

describe('what is not in the language is refused, with the place where it stands', () => {
  test.each<[text: string, code: string, args: object, index: number | undefined]>([
    ['', 'empty', {}, undefined],
    ['  \n ; # nothing\n', 'empty', {}, undefined],
    ['a = 5; b = 3', 'only-inputs', {}, undefined],
    ['f(x) = x^2', 'only-inputs', {}, undefined],
    ['x +', 'syntax-end', {}, 3],
    ['x + * y', 'syntax-value', {}, 4],
    ['x*)', 'syntax-value', {}, 2],
    ['(x + y', 'syntax-close', { bracket: ')' }, 6],
    ['sin(x', 'syntax-close', { bracket: ')' }, 5],
    ['x + y)', 'syntax-unexpected', { part: ')' }, 5],
    ['x @ y', 'syntax-character', { part: '@' }, 2],
    ['x × @', 'syntax-character', { part: '@' }, 4],
    ['x² + √(y @ 2)', 'syntax-character', { part: '@' }, 9],
    ['가격 @ 2', 'syntax-character', { part: '@' }, 3],
    ['x + 🙂', 'syntax-character', { part: '🙂' }, 4],
    ['x * 2e+x', 'syntax-exponent', {}, 4],
    ['3 = x', 'syntax-assign', {}, undefined],
    ['x + 1 = y', 'syntax-assign', {}, undefined],
    ['1e400 * x', 'number-too-large', { text: '1e400' }, 0],
    ['x + ∞', 'number-too-large', {}, 4],
    ['x + NaN', 'not-a-number-literal', { text: 'NaN' }, 4],
    ['x + 1_000', 'digit-separator', { text: '1_000', plain: '1000' }, 5],
    ['"3" * x', 'unsupported', { construct: 'string' }, 0],
    ['true * x', 'unsupported', { construct: 'boolean', text: 'true' }, 0],
    ['[a + b] * c', 'unsupported', { construct: 'matrix' }, 0],
    ['2 * {a: 1}', 'unsupported', { construct: 'object' }, 4],
    ['2 + a[1]', 'unsupported', { construct: 'index' }, 5],
    ['2 + a.b', 'unsupported', { construct: 'property' }, 5],
    ['x + 1:3', 'unsupported', { construct: 'range' }, undefined],
    ['x to y', 'unsupported', { construct: 'conversion' }, 2],
    ["x'", 'unsupported', { construct: 'transpose' }, 1],
    ['x + y!', 'unsupported', { construct: 'factorial' }, 5],
    ['x | y', 'unsupported', { construct: 'bars', text: '|' }, 2],
    ['2*|x - 1|', 'unsupported', { construct: 'bars', text: '|' }, 2],
    ['x > 0 || y > 0 ? x : y', 'unsupported', { construct: 'logic', text: '||' }, 6],
    ['x > 0 && y > 0 ? x : y', 'unsupported', { construct: 'logic', text: '&&' }, 6],
    ['||x||', 'unsupported', { construct: 'bars', text: '|' }, 0],
    ['2*||x| - 1|', 'unsupported', { construct: 'bars', text: '|' }, 2],
    ['3*(a+b # |x|', 'syntax-close', { bracket: ')' }, 12],
    ['a + b) # a || b', 'syntax-unexpected', { part: ')' }, 5],
    ['"a|b', 'unsupported', { construct: 'string', text: '"' }, 4],
    ['Σ(x, y)', 'unknown-function', { name: 'Σ', suggestion: 'sum' }, 0],
    ['Π(x, y)', 'unknown-function', { name: 'Π', suggestion: 'prod' }, 0],
    ['|x|', 'unsupported', { construct: 'bars', text: '|' }, 0],
    ['1 + σ(x)', 'unknown-function', { name: 'σ', suggestion: 'sigmoid' }, 4],
    ['σ*x + σ(x)', 'call-of-variable', { name: 'σ', argument: 'x' }, 0],
    ['x << y', 'unsupported', { construct: 'bitwise', text: '<<' }, 2],
    ['~x', 'unsupported', { construct: 'bitwise', text: '~' }, 0],
    ['x ?? y', 'unsupported', { construct: 'nullish' }, 2],
    ['3i * x', 'unsupported', { construct: 'complex', text: '3i' }, 0],
    ['u = v = x', 'unsupported', { construct: 'assignment' }, undefined],
    ['x + (y = 2)', 'unsupported', { construct: 'assignment' }, undefined],
    ['x + 3 kg', 'unit', { name: 'kg', text: '3' }, 6],
    ['5 cm + x', 'unit', { name: 'cm', text: '5' }, 2],
    ['a(b+1)', 'call-of-variable', { name: 'a', argument: 'b + 1' }, 0],
    ['2 + x (3)', 'call-of-variable', { name: 'x', argument: '3' }, 4],
    ['ab + ab(c)', 'call-of-variable', { name: 'ab', argument: 'c' }, undefined],
    ['sin x', 'function-without-call', { name: 'sin' }, 0],
    ['2 + sin^2(x)', 'function-without-call', { name: 'sin' }, 4],
    ['sinn(x)', 'unknown-function', { name: 'sinn', suggestion: 'sin' }, 0],
    ['1 + sigmod(x)', 'unknown-function', { name: 'sigmod', suggestion: 'sigmoid' }, 4],
    ['Exp(x)', 'unknown-function', { name: 'Exp', suggestion: 'exp' }, 0],
    ['Relu(x)', 'unknown-function', { name: 'Relu', suggestion: 'relu' }, 0],
    ['softmax(x)', 'unknown-function', { name: 'softmax' }, 0],
    ['random()', 'unknown-function', { name: 'random' }, 0],
    ['evaluate(x)', 'unknown-function', { name: 'evaluate' }, 0],
    ['import(x)', 'unknown-function', { name: 'import' }, 0],
    ['createUnit(x)', 'unknown-function', { name: 'createUnit' }, 0],
    ['constructor(x)', 'unknown-function', { name: 'constructor' }, 0],
    ['__proto__(x)', 'unknown-function', { name: '__proto__' }, 0],
    ['toString()', 'unknown-function', { name: 'toString' }, 0],
    ['sin(x, y)', 'function-arity', { name: 'sin', expected: '1', got: 2 }, 0],
    ['x + sin()', 'function-arity', { name: 'sin', expected: '1', got: 0 }, 4],
    ['log(x, y, z)', 'function-arity', { name: 'log', got: 3 }, 0],
    ['atan2(x)', 'function-arity', { name: 'atan2', expected: '2', got: 1 }, 0],
    ['max()', 'function-arity', { name: 'max', got: 0 }, 0],
    ['f(x) = x; f(a, b)', 'function-arity', { name: 'f', expected: '1', got: 2 }, undefined],
    ['f(x) = f(x - 1); f(a)', 'function-recursive', { name: 'f' }, 0],
    ['f(x) = g(x); g(x) = f(x); f(a)', 'function-recursive', {}, undefined],
    ['f(x, x) = x; f(a, b)', 'function-parameter-twice', { name: 'f', parameter: 'x' }, 0],
    ['f(x) = x; f(x) = 2x; f(a)', 'set-twice', { name: 'f' }, undefined],
    ['x = 1; x = 2; x', 'set-twice', { name: 'x' }, undefined],
    ['u = a; u = b; u', 'set-twice', { name: 'u' }, undefined],
    ['a = b + 1; b = a', 'cycle', { names: ['b', 'a', 'b'] }, undefined],
    ['a = a + 1', 'cycle', { names: ['a', 'a'] }, undefined],
    ['J = u*2; u = a*b; J', 'used-before-set', { name: 'u' }, 4],
    ['u = v + 1; v = a*2; u*v', 'used-before-set', { name: 'v' }, 4],
  ])('%j', (text, code, args, index) => {
    expect(refusal(text)).toMatchObject(index === undefined ? { code, args } : { code, args, index });
  });

  test('a wrong number of arguments names how many there may be', () => {
    for (const text of ['max()', 'log(x, y, z)', 'nthRoot()', 'atan2(x)']) {
      expect(refusal(text).args).toMatchObject({ expected: expect.stringMatching(/\d/u) as string });
    }
  });

  test('the place of an error is counted in the text as given, byte order mark and all', () => {
    expect(refusal('x +\r\ny @ z').code).toBe('syntax-character');
    expect(refusal('√(x) ÷ 2² @ 3').index).toBe(10);
    expect(refusal('x**2 @ 3').index).toBe(5);
    expect(refusal('mod(x, 2) @ 3').index).toBe(10);
  });

  test('plus before not is refused rather than guessed at', () => {
    expect(refusal('not+x').code).toBe('unsupported');
  });
});

describe('values', () => {
  test('are chosen only when none is given', () => {
    expect(trace('x*y').chosen).toEqual(['x', 'y']);
    expect(refusal('x*y', { x: 1 })).toMatchObject({ code: 'missing-value', args: { names: ['y'] } });
    expect(refusal('x = 1; x*y')).toMatchObject({ code: 'missing-value', args: { names: ['y'] } });
  });

  test('that were chosen are 5, 3, 2, … in order of appearance, or fractions where those lie outside a domain', () => {
    expect(trace('3*(a+b*c)').inputs).toEqual({ a: 5, b: 3, c: 2 });
    expect(trace('-(y*log(a)+(1-y)*log(1-a))').inputs).toEqual({ y: 0.5, a: 0.3 });
  });

  test.each([
    ['sigmoid(w*x + b)', { w: 0.5, x: 0.3, b: 0.2 }],
    ['tanh(w*x + b)', { w: 0.5, x: 0.3, b: 0.2 }],
    ['exp(a*b) + c', { a: 0.5, b: 0.3, c: 0.2 }],
    ['z = w*x + b; a = sigmoid(z); L = (a - y)^2', { w: 0.5, x: 0.3, b: 0.2, y: 0.4 }],
    // Not saturated, or flat for another reason.
    ['sigmoid(x)', { x: 5 }],
    ['exp(x) * y', { x: 5, y: 3 }],
    ['relu(b - a) * c', { b: 5, a: 3, c: 2 }],
    ['relu(a - 9) * b', { a: 5, b: 3 }],
    // The saturated branch is not taken, or is a constant.
    ['a > 0 ? a*b : sigmoid(20*a)', { a: 5, b: 3 }],
    ['a * sigmoid(20)', { a: 5 }],
    // No values help.
    ['exp(x - 100)', { x: 5 }],
  ])('that were chosen for %s saturate nothing where that can be: %j', (source, inputs) => {
    const told = trace(source);
    expect(told.inputs).toEqual(inputs);
    expect(told.chosen).toEqual(Object.keys(inputs));
  });

  test('that were given may saturate what they will', () => {
    expect(trace('sigmoid(x)', { at: { x: 40 } }).inputs).toEqual({ x: 40 });
    expect(trace('x = 40; sigmoid(x)').inputs).toEqual({ x: 40 });
  });

  test('that are missing for ab suggest a*b when a and b have values', () => {
    expect(refusal('a + b + ab', { a: 1, b: 2 })).toMatchObject({
      code: 'missing-value',
      args: { names: ['ab'], product: 'a*b' },
    });
  });

  test('may be expressions of numbers, but hold no name and must be finite', () => {
    expect(trace('x', { at: { x: '1/4' } }).value).toBe(0.25);
    expect(trace('sin(x)', { at: { x: 'pi/2' } }).value).toBe(1);
    expect(refusal('x', { x: 'y + 1' })).toMatchObject({ code: 'bad-value-name', args: { name: 'x' } });
    expect(refusal('x', { x: '1/0' })).toMatchObject({ code: 'bad-value', args: { name: 'x' } });
    expect(refusal('x', { x: 'log(-1)' }).code).toBe('bad-value');
    expect(refusal('x', { x: NaN }).code).toBe('bad-value');
    expect(refusal('x', { x: Infinity }).code).toBe('bad-value');
    expect(refusal('x = 1/0; x').code).toBe('bad-value');
  });

  test('are given once, whether in the program or beside it', () => {
    expect(refusal('a = 5; a*b', { a: 1, b: 2 })).toMatchObject({ code: 'set-twice', args: { name: 'a' } });
    expect(refusal('u = a*b; u + 1', { a: 1, b: 2, u: 7 })).toMatchObject({
      code: 'set-twice',
      args: { name: 'u' },
    });
  });

  test('for a name that is not in the expression are reported, with what was probably meant', () => {
    const told = trace('alpha * x', { at: { alpha: 1, x: 2, alpa: 3, q: 4 } });
    expect(told.unused).toEqual([{ name: 'alpa', suggestion: 'alpha' }, { name: 'q' }]);
    expect(told.value).toBe(2);
  });

  test('a nudge of zero, or of no finite size, is refused', () => {
    for (const nudge of [0, NaN, Infinity]) expect(() => trace('x', { nudge })).toThrow('bad-nudge');
  });

  test('wrt must name variables of the expression', () => {
    expect(() => trace('alpha * x', { wrt: ['alpa'] })).toThrow('unknown-wrt');
    expect(trace('a*b + c', { wrt: ['c'] }).backward.map(({ name }) => name)).toEqual(['J', 'c']);
  });
});

describe('outside a domain the node, its formula, its numbers and the reason are named', () => {
  test.each([
    [
      'log(x)',
      { x: -1 },
      { node: 'J', formula: 'log(x)', numbers: 'log(-1)', op: 'log', reason: 'positive' },
    ],
    [
      '2 * log(a - b)',
      { a: 3, b: 3 },
      { node: 'v', formula: 'log(u)', numbers: 'log(0)', reason: 'positive' },
    ],
    ['u = 1/x; u + 1', { x: 0 }, { node: 'u', formula: '1 / x', numbers: '1 / 0', reason: 'non-zero' }],
    ['sqrt(x)', { x: -4 }, { reason: 'non-negative' }],
    ['asin(x)', { x: 2 }, { reason: 'within-one' }],
    ['exp(x)', { x: 1000 }, { reason: 'overflow' }],
    ['x^y', { x: 0, y: 0 }, { reason: 'zero-to-zero' }],
    ['x^y', { x: 0, y: -1 }, { reason: 'zero-to-negative' }],
    ['x^(1/3)', { x: -8 }, { reason: 'power-of-negative' }],
    ['(-8)^(1/3)', {}, { reason: 'power-of-negative' }],
    ['nthRoot(x, 4)', { x: -16 }, { reason: 'even-root' }],
    ['mod(x, y)', { x: 5, y: 0 }, { reason: 'non-zero' }],
    ['gamma(x)', { x: -1 }, { reason: 'pole' }],
    ['log(x, y)', { x: 5, y: 1 }, { reason: 'log-base' }],
    ['atan2(x, y)', { x: 0, y: 0 }, { reason: 'both-zero' }],
    ['acosh(x)', { x: 0.5 }, { reason: 'one-or-more' }],
    ['log(-1)', {}, { reason: 'positive' }],
  ])('%s', (text, at, args) => {
    expect(refusal(text, at)).toMatchObject({ code: 'domain', args });
  });

  test('the steps before it are told, and nothing after it is invented', () => {
    const refused = refusal('p = a*b; q = log(p); r = q + 1; r*2', { a: 2, b: -3 });
    expect(refused).toMatchObject({
      code: 'domain',
      args: { node: 'q', before: [{ name: 'p', value: -6 }] },
    });
    expect((refused.args as { before: readonly object[] }).before).toHaveLength(1);
  });
});
