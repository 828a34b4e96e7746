import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { trace } from '../../src/core/trace.ts';
import { jsonPieces, toJson } from '../../src/render/json.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/trace.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
const rendered = (source: string, at: Record<string, number> = {}): Record<string, unknown> =>
  JSON.parse(toJson(trace(source, { at }))) as Record<string, unknown>;

describe('JSON', () => {
  it.each([
    ['3*(a+b*c)', {}],
    ['z = w*x+b; a = sigmoid(z); L = -(y*log(a)+(1-y)*log(1-a))', { w: 0.5, x: 2, b: 0, y: 1 }],
    ['(a+b)*(b+1)', { a: 2, b: 1 }],
    ['sqrt(x)', { x: 0 }],
    ['x > 0 ? x : log(x)', { x: 3 }],
    ['max(a, b, a)', { a: 1, b: 1 }],
    ['5', {}],
    ['a', { a: 2, zz: 3 }],
  ])('of %s follows the published schema', (source, at) => {
    validate(rendered(source, at));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('fails the schema when a key is missing or unknown', () => {
    const { value: _, ...rest } = rendered('3*a');
    expect(validate(rest)).toBe(false);
    expect(validate({ ...rendered('3*a'), extra: 1 })).toBe(false);
  });

  it('in pieces is the same, however long the lists in it, and whatever stands there', () => {
    const long = Array.from({ length: 1001 }, (_, i) => ({ i, value: i % 7 === 0 ? NaN : i / 3 }));
    const data = {
      name: 'null',
      few: [{ parts: long.slice(0, 3) }],
      many: [{ parts: long, end: -Infinity }],
    };
    expect([...jsonPieces(data)].join('')).toBe(toJson(data));
    expect(toJson(data)).toContain('"value": "NaN"');
  });

  it('writes numbers that are not finite as strings, never as null', () => {
    const text = toJson(trace('sqrt(x)', { at: { x: 0 } }));
    expect(text).not.toContain('null');
    expect((JSON.parse(text) as { gradients: unknown }).gradients).toMatchObject({ x: 'Infinity' });
  });

  it('keeps names that are special to JavaScript', () => {
    const text = toJson(
      trace('__proto__ * constructor', {
        at: new Map([
          ['__proto__', 2],
          ['constructor', 3],
        ]),
      }),
    );
    expect(text).toContain('"__proto__": 2');
    expect(Object.entries((JSON.parse(text) as { gradients: object }).gradients)).toContainEqual([
      '__proto__',
      3,
    ]);
  });
});
