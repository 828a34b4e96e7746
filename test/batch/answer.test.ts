import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batch, type BatchOptions } from '../../src/batch/answer.ts';
import type { GradtutorError } from '../../src/core/errors.ts';
import { trace, type Trace } from '../../src/core/trace.ts';
import { en as words } from '../../src/i18n/batch/en.ts';
import { ko as koreanWords } from '../../src/i18n/batch/ko.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import { randomExpression } from '../support/expressions.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/result.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

interface Parsed {
  readonly id?: string | number;
  readonly line?: number;
  readonly error?: { code: string; message: string; source?: string; position?: number };
  readonly [key: string]: unknown;
}

/** What the lines are answered; every answer follows the published schema. */
function answersTo(lines: readonly string[], options: Partial<BatchOptions> = {}, first = 1): Parsed[] {
  const batch = new Batch({ at: new Map(), isChecked: false, ...options }, en, words);
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const parts = [...batch.answer({ first, count: lines.length, bytes, isCut: false })];
  const answers = parts
    .flatMap(({ text }) => text.trimEnd().split('\n'))
    .map((text) => JSON.parse(text) as Parsed);
  for (const answer of answers) {
    validate(answer);
    expect(validate.errors ?? []).toEqual([]);
  }
  return answers;
}

const answerTo = (line: string | object, options?: Partial<BatchOptions>): Parsed =>
  answersTo([typeof line === 'string' ? line : JSON.stringify(line)], options)[0] as Parsed;

describe('a line', () => {
  it('may be an expression', () => {
    expect(answerTo('3*(a+b*c)')).toEqual({
      source: '3*(a+b*c)',
      inputs: { a: 5, b: 3, c: 2 },
      chosen: ['a', 'b', 'c'],
      unused: [],
      output: 'J',
      value: 33,
      gradients: { a: 3, b: 6, c: 9 },
      kinks: [],
    });
  });

  it('may be an object with an id and values', () => {
    expect(answerTo({ id: 'q7', expression: 'a*b', at: { a: 2, b: '1/4', z: 1 } })).toMatchObject({
      id: 'q7',
      inputs: { a: 2, b: 0.25 },
      chosen: [],
      unused: ['z'],
      gradients: { a: 0.25, b: 2 },
    });
    expect(answerTo({ id: 7, expression: 'a', at: null })).toMatchObject({ id: 7, chosen: ['a'] });
    expect(answerTo({ id: null, expression: 'u = a\nu*b' })).not.toHaveProperty('id');
  });

  it('that is blank or a comment is passed over, and counted', () => {
    const answers = answersTo(['', '  \t', '# derivatives', 'a', '(']);
    expect(answers).toHaveLength(2);
    expect(answers[1]).toMatchObject({ line: 5 });
  });

  it('keeps every name', () => {
    const at = JSON.parse('{"__proto__": 2, "constructor": 3}') as object;
    const { gradients } = answerTo({ expression: '__proto__ * constructor', at });
    expect(Object.entries(gradients as object)).toEqual([
      ['__proto__', 3],
      ['constructor', 2],
    ]);
    expect(answerTo('가격*α')).toMatchObject({ gradients: { 가격: 3, α: 5 } });
  });

  it('tells infinities as strings, and kinks', () => {
    expect(answerTo({ expression: 'sqrt(x)', at: { x: 0 } })).toMatchObject({
      gradients: { x: 'Infinity' },
      kinks: [{ name: 'J', formula: 'sqrt(x)' }],
    });
    expect(answerTo({ expression: 'relu(x)', at: { x: 0 } })).toMatchObject({
      kinks: [{ name: 'J', formula: 'relu(x)' }],
    });
  });
});

describe('a bad line', () => {
  it.each<[string, string | object, object]>([
    ['a syntax error', '(a+b', { code: 'syntax-close', source: '(a+b', position: 4 }],
    ['an unknown function', { expression: 'x + frob(x)' }, { code: 'unknown-function', position: 4 }],
    ['a missing value', { expression: 'a*b', at: { a: 1 } }, { code: 'missing-value', source: 'a*b' }],
    ['a value outside a domain', { expression: 'log(a)', at: { a: -1 } }, { code: 'domain' }],
    [
      'a value that is no number',
      { expression: 'a', at: { a: '(1' } },
      { code: 'syntax-close', source: '(1' },
    ],
    ['a value too large', '{"expression": "a", "at": {"a": 1e999}}', { code: 'bad-value' }],
    ['broken JSON', '{"expression": "a"', { code: 'not-json', position: 18 }],
    ['JSON with a bad token', '{"id": nul}', { code: 'not-json', position: 7 }],
    ['JSON nested without end', '{"a":'.repeat(100_000), { code: 'not-json' }],
    ['no expression', { id: 3 }, { code: 'no-expression' }],
    ['an expression that is no text', { expression: 3 }, { code: 'no-expression' }],
    ['an unknown key', { expresion: 'a' }, { code: 'unknown-key' }],
    ['an id that is a list', { id: [1], expression: 'a' }, { code: 'bad-id' }],
    ['an id that JSON would change', '{"id": 12345678901234567890, "expression": "a"}', { code: 'bad-id' }],
    ['values that are a list', { expression: 'a', at: [1] }, { code: 'bad-values' }],
    ['a value that is true', { expression: 'a', at: { a: true } }, { code: 'bad-values' }],
    ['nothing but a NUL', '\0', { code: 'syntax-character' }],
  ])('says why: %s', (_, line, error) => {
    const answer = answerTo(line);
    expect(answer).toMatchObject({ line: 1, error });
    expect(answer.error?.message).toMatch(/^[^\n]{10,400}$/u);
  });

  it('carries its id where there is one', () => {
    expect(answerTo({ id: 'q9', expression: '(' })).toMatchObject({ id: 'q9', line: 1 });
    expect(answerTo({ id: 'q9', expresion: 'a' })).toMatchObject({ id: 'q9' });
  });

  it('does not disturb the others', () => {
    const answers = answersTo(['a', ')', 'b', '{', 'c'], {}, 101);
    expect(answers.map(({ line, source }) => line ?? source)).toEqual(['a', 102, 'b', 104, 'c']);
  });

  it('is told of in Korean as well', () => {
    for (const line of ['{', '{"x": 1}', '{"id": 1}', '(']) {
      const batch = new Batch({ at: new Map(), isChecked: false }, ko, koreanWords);
      const bytes = new TextEncoder().encode(line);
      const [answers] = [...batch.answer({ first: 1, count: 1, bytes, isCut: false })];
      expect(answers?.text).toMatch(/"message":"[^"]*[가-힣]/u);
    }
  });
});

describe('options', () => {
  it('give values to every line, and a line goes before them', () => {
    const at = new Map([
      ['a', 2],
      ['b', 3],
    ]);
    const answers = answersTo(['a*b', '{"expression": "a*b", "at": {"b": 10}}'], { at });
    expect(answers.map(({ value }) => value)).toEqual([6, 20]);
  });

  it('choose the variables', () => {
    expect(answerTo('3*(a+b*c)', { wrt: ['u', 'b'] })).toMatchObject({ gradients: { u: 3, b: 6 } });
    expect(answerTo('a*b', { wrt: ['q'] })).toMatchObject({ error: { code: 'unknown-wrt' } });
  });

  it('ask for the nudge check', () => {
    expect(answerTo('3*(a+b*c)', { isChecked: true })).toMatchObject({
      nudges: { a: 'agrees', b: 'agrees', c: 'agrees' },
    });
    expect(answerTo('abs(x-5)', { isChecked: true })).toMatchObject({ nudges: { x: 'kink' } });
  });
});

/** The trace, or the code of why there is none. */
function traceOrCode(text: string): Trace | string {
  try {
    return trace(text);
  } catch (error) {
    return (error as GradtutorError).code;
  }
}

describe('results', () => {
  it('are those of a trace', () => {
    fc.assert(
      fc.property(randomExpression, (text) => {
        if (/^\s*(#|$)/u.test(text)) return;
        const answer = answerTo(text);
        const told = traceOrCode(text);
        expect(answer.error?.code).toBe(typeof told === 'string' ? told : undefined);
        if (typeof told === 'string') return;
        expect(answer).toMatchObject({ inputs: told.inputs, chosen: told.chosen, output: told.output });
        expect(answer['value']).toBe(told.value + 0);
        expect((answer['kinks'] as { name: string }[]).map(({ name }) => name)).toEqual(
          told.kinks.map(({ name }) => name),
        );
        for (const name of Object.keys(told.inputs)) {
          const gradient = told.gradients[name] as number;
          const expected = Number.isFinite(gradient) ? gradient : String(gradient);
          expect((answer['gradients'] as Record<string, unknown>)[name]).toBe(expected);
        }
      }),
    );
  });

  it('are the same whatever was answered before', () => {
    const lines = [
      'e*x',
      '{"expression": "e*x", "at": {"e": 2, "x": 3}}',
      '{"expression": "u*x+x", "at": {"u": 1, "x": 2}}',
    ];
    const many = Array.from({ length: 900 }, (_, i) => lines[i % 3] as string);
    const others = Array.from({ length: 300 }, (_, i) => `a*${i}`);
    const answers = answersTo([...many, ...others, ...lines]);
    const alone = lines.map((line) => answerTo(line));
    expect(answers.slice(0, 900)).toEqual(many.map((_, i) => alone[i % 3]));
    expect(answers.slice(-3)).toEqual(alone);
  });
});
