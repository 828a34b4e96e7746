import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf } from '../support/cli.ts';

describe('gradtutor ops', () => {
  it('lists every operation on a page of 80, with its rules, domain and kinks', async () => {
    const stdout = await outputOf(['ops']);
    expect(stdout).toMatch(/^sigmoid\(x\) +du\/dx = u \* \(1 - u\)$/mu);
    expect(stdout).toMatch(/^x \/ y +∂u\/∂x = 1 \/ y\n +∂u\/∂y = -x \/ y\^2\n +where y != 0$/mu);
    expect(stdout).toMatch(/^abs\(x\) +du\/dx = sign\(x\)\n +kink: x == 0$/mu);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('writes JSON and Markdown', async () => {
    const { version, operations } = JSON.parse(await outputOf(['ops', '-f', 'json'])) as {
      version: number;
      operations: { name: string; rules: unknown }[];
    };
    expect(version).toBe(1);
    expect(operations.find(({ name }) => name === 'square')?.rules).toEqual([
      { operand: 'x', formula: '2 * x' },
    ]);
    const rows = (await outputOf(['ops', '-f', 'markdown', '--lang', 'ko']))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(operations.length + 2);
    expect(rows.every((row) => row.split('|').length === 6)).toBe(true);
    expect(rows[0]).toContain('도함수');
  });
});

describe('gradtutor explain', () => {
  it('tells one operation, with an example', async () => {
    const stdout = await outputOf(['explain', 'square']);
    expect(stdout).toContain('Local derivative: du/dx = 2 * x');
    expect(stdout).toMatch(/da = du · du\/da = .* = 12$/mu);
    expect(stdout).toContain('gradtutor run "u = square(a); J = 3 * u" --at a=2');
  });

  it('takes other names, signs and a call, in both languages', async () => {
    expect(await outputOf(['explain', 'silu'])).toBe(await outputOf(['explain', 'swish(x)']));
    expect(await outputOf(['explain', '*', '--lang', 'ko'])).toContain('두 값을 곱해요');
    expect(await outputOf(['explain', '-'])).toMatch(/u = x - y[^]*u = -x/u);
    expect(await outputOf(['explain', 'log'])).toMatch(/u = log\(x\)[^]*u = log\(x, y\)/u);
  });

  it('writes JSON and Markdown', async () => {
    const json: unknown = JSON.parse(await outputOf(['explain', 'relu', '-f', 'json']));
    expect(json).toMatchObject({ version: 1, operations: [{ kink: 'x == 0', example: { value: 6 } }] });
    expect(await outputOf(['explain', 'relu', '-f', 'markdown'])).toMatch(/^## u = relu\(x\)$/mu);
  });

  it('takes signs of other languages, pasted ones and constants', async () => {
    expect(await outputOf(['explain', '**'])).toBe(await outputOf(['explain', '^']));
    expect(await outputOf(['explain', '?:'])).toContain('u = x ? y : z');
    expect(await outputOf(['explain', 'π'])).toBe(await outputOf(['explain', 'pi']));
    expect(await outputOf(['explain', 'tau', '--lang', 'ko'])).toMatch(/^tau = 6\.28[^]*상수/u);
    expect(JSON.parse(await outputOf(['explain', 'e', '-f', 'json']))).toMatchObject({
      operations: [],
      constants: [{ name: 'e', value: Math.E }],
    });
  });

  it.each([
    ['sigmod', /no operation sigmod\. Did you mean sigmoid\?/u],
    ['constructor', /no operation constructor\. See gradtutor ops/u],
    ['', /no operation/u],
  ])('refuses %j', async (name, reason) => {
    const { code, stdout, stderr } = await gradtutor(['explain', name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
  });
});
