import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, shell } from '../support/cli.ts';

const DEPTH = 50_000;

const nested = (open: string, inside: string, close: string, depth = DEPTH): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/** f applied so many times. */
function iterate(f: (x: number) => number, x: number, count = DEPTH): number {
  let value = x;
  for (let i = 0; i < count; i++) value = f(value);
  return value;
}

/** Far more than fits on the stack of the thread that parses. */
const BOTTOMLESS = nested('(', 'a', ')', 400_000);

interface Line {
  readonly value: number;
  readonly gradients: Readonly<Record<string, number>>;
  readonly error?: { readonly code: string; readonly position: number };
}

describe('50,000 levels', () => {
  it.each([1, 2])('are worked out line by line, in %i threads', { timeout: 60_000 }, async (jobs) => {
    const lines = [
      nested('sin(', 'a', ')'),
      `${nested('(', 'a', ')')} + 1`,
      nested('-(', 'a', ')'),
      `a${'^a'.repeat(DEPTH)}`,
      `${'a > 9 ? 0 : '.repeat(DEPTH)}2*a`,
    ];
    const input = lines.join('\n');
    const args = ['run', '-', '--format', 'ndjson', '--at', 'a=1', '--jobs', String(jobs)];
    const told = (await outputOf(args, { input }))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(told.map(({ value }) => value)).toEqual([iterate(Math.sin, 1), 2, 1, 1, 2]);
    expect(told.map(({ gradients }) => gradients['a']).slice(1)).toEqual([1, 1, 1, 2]);
  });

  it('are told as text, in a length that is linear', { timeout: 60_000 }, async () => {
    const told = await outputOf(['run', '-', '--at', 'a=1', '--wrt', 'a'], {
      input: nested('sin(', 'a', ')'),
    });
    expect(told.match(/^ {2}\S+ +/gmu)?.length).toBeGreaterThan(2 * DEPTH);
    expect(told.length).toBeLessThan(400 * DEPTH);
  });

  it('are checked, and graded', { timeout: 60_000 }, async () => {
    const expression = `${nested('(', 'a', ')')} * 3`;
    const check = await gradtutor(['check', '-', '--at', 'a=2', '--wrt', 'a', '--answers', 'da=3'], {
      input: expression,
    });
    expect({ code: check.code, stderr: check.stderr }).toEqual({ code: 0, stderr: '' });
    const handIn = JSON.stringify({ id: 'one', expression, at: { a: 2 }, answers: { da: 3 } });
    const grade = await gradtutor(['grade', '-', '--input', 'ndjson'], { input: `${handIn}\n` });
    expect({ code: grade.code, stderr: grade.stderr }).toEqual({ code: 0, stderr: '' });
    expect(grade.stdout).toContain('"right"');
  });
});

describe('what is nested more deeply still', () => {
  it('is one error, with its place and a way out', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await gradtutor(['run', '-'], { input: BOTTOMLESS });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [words, source, caret, ...rest] = stderr.split('\n');
    expect(words).toMatch(/^Error: This is nested too deeply to read, most deeply here\. Give inner parts/u);
    expect(source).toMatch(/^ {2}…\(+a\)+…$/u);
    expect((source as string)[(caret as string).indexOf('^')]).toBe('(');
    expect((source as string)[(caret as string).indexOf('^') + 1]).toBe('a');
    expect(rest).toEqual(['']);
  });

  it('costs its own line of a batch', { timeout: 60_000 }, async () => {
    const { code, stdout } = await gradtutor(['run', '-', '--format', 'ndjson'], {
      input: `${BOTTOMLESS}\n${nested('(', 'a', ')', 5_000)}\n`,
    });
    const [refused, read] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(code).toBe(1);
    expect(refused?.error).toMatchObject({ code: 'too-deep', position: 399_999 });
    expect(read?.value).toBe(5);
  });

  it('and wrong is said to be wrong, with its place', { timeout: 60_000 }, async () => {
    const { code, stderr } = await gradtutor(['run', '-'], { input: nested('(', 'a + * b', ')') });
    expect(code).toBe(2);
    expect(stderr).not.toContain('deep');
    const [, source = '', caret = ''] = stderr.split('\n');
    expect(source[caret.indexOf('^')]).toBe('*');
  });
});

const sum = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`).join('+');

describe('the story of a large graph', () => {
  it('has all of its lines, and a length that grows as the graph does', { timeout: 60_000 }, async () => {
    const lengths: number[] = [];
    for (const count of [5_000, 20_000]) {
      const told = await outputOf(['run', '-'], { input: sum(count) });
      expect(told.match(/ = 1$/gmu)?.length).toBeGreaterThan(count);
      lengths.push(told.length);
    }
    expect((lengths[1] as number) / (lengths[0] as number)).toBeLessThan(4.5);
  });

  it(
    'ends quietly where nobody reads on, and needs no heap for what was written',
    { timeout: 60_000 },
    async () => {
      const { stdout, stderr } = await shell(
        `printf '%s' "$(seq -s + -f 'x%.0f' 1 30000)" | "$NODE" --max-old-space-size=160 "$BIN" run - $FLAGS | head -c 9 >/dev/null; echo "\${PIPESTATUS[1]}"`,
        { env: { FLAGS: '--format json' } },
      );
      expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
    },
  );

  it('is the same JSON as that of the library, however long', { timeout: 60_000 }, async () => {
    const told = await outputOf(['run', '-', '--format', 'json'], { input: sum(2_000) });
    const { trace } = await import('../../src/core/trace.ts');
    const { toJson } = await import('../../src/render/json.ts');
    expect(told).toBe(toJson(trace(sum(2_000))));
  });
});
