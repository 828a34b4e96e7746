import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, quiet } from '../support/cli.ts';

const LECTURE = '3*(a+b*c)';

describe('the whole story', () => {
  it("is the lecture's for the lecture's expression", async () => {
    expect(await outputOf(['run', LECTURE])).toMatchInlineSnapshot(`
      "J = 3 * (a + b * c)
      a = 5, b = 3, c = 2   (chosen for you; set your own with --at a=5,b=3,c=2)

                  a = 5 ─────────┐
        b = 3 ─┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33
               ├─ u = b * c = 6 ─┘
        c = 2 ─┘

      Forward pass: left to right
        u = b * c = 3 * 2  = 6
        v = a + u = 5 + 6  = 11
        J = 3 * v = 3 * 11 = 33

      Nudge check: add 0.001 to one value and watch J
        v: 11 → 11.001                                 J: 33 → 33.003   dv ≈ 3
        a: 5 → 5.001   v: 11 → 11.001                  J: 33 → 33.003   da ≈ 3
        u: 6 → 6.001   v: 11 → 11.001                  J: 33 → 33.003   du ≈ 3
        b: 3 → 3.001   u: 6 → 6.002   v: 11 → 11.002   J: 33 → 33.006   db ≈ 6
        c: 2 → 2.001   u: 6 → 6.003   v: 11 → 11.003   J: 33 → 33.009   dc ≈ 9
        All 5 slopes agree with the backward pass below.

      Backward pass: the chain rule, right to left
        dv is short for dJ/dv: how much J moves for each 1 that v moves. We start at
        the right, with dJ = 1.
        dv = dJ/dv = 3
        da = dv · dv/da = 3 · 1 = 3
        du = dv · dv/du = 3 · 1 = 3
        db = du · du/db = 3 · c = 3 · 2 = 6
        dc = du · du/dc = 3 · b = 3 · 3 = 9

      Gradient of J
        da = 3, db = 6, dc = 9

                   a = 5 ─────────┐
                   da = 3         │
        b = 3 ──┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33
        db = 6  ├─ u = b * c = 6 ─┘  dv = 3             dJ = 1
                │  du = 3
        c = 2 ──┘
        dc = 9
      "
    `);
  });

  it('is told in Korean too', async () => {
    expect(await outputOf(['run', LECTURE, '--lang', 'ko'])).toMatchInlineSnapshot(`
      "J = 3 * (a + b * c)
      a = 5, b = 3, c = 2   (자동으로 고른 값이에요. 바꾸려면 --at a=5,b=3,c=2)

                  a = 5 ─────────┐
        b = 3 ─┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33
               ├─ u = b * c = 6 ─┘
        c = 2 ─┘

      순방향 전파: 왼쪽에서 오른쪽으로
        u = b * c = 3 * 2  = 6
        v = a + u = 5 + 6  = 11
        J = 3 * v = 3 * 11 = 33

      살짝 올려 보기: 값 하나에 0.001을 더하고 J를 지켜보세요
        v: 11 → 11.001                                 J: 33 → 33.003   dv ≈ 3
        a: 5 → 5.001   v: 11 → 11.001                  J: 33 → 33.003   da ≈ 3
        u: 6 → 6.001   v: 11 → 11.001                  J: 33 → 33.003   du ≈ 3
        b: 3 → 3.001   u: 6 → 6.002   v: 11 → 11.002   J: 33 → 33.006   db ≈ 6
        c: 2 → 2.001   u: 6 → 6.003   v: 11 → 11.003   J: 33 → 33.009   dc ≈ 9
        기울기 5개 모두 아래 역방향 전파의 결과와 같아요.

      역방향 전파: 연쇄법칙으로 오른쪽에서 왼쪽으로
        dv는 dJ/dv를 줄여 쓴 이름이에요. v가 1만큼 변할 때 J가 얼마나 변하는지를
        나타내요. 오른쪽 끝의 dJ = 1에서 출발해요.
        dv = dJ/dv = 3
        da = dv · dv/da = 3 · 1 = 3
        du = dv · dv/du = 3 · 1 = 3
        db = du · du/db = 3 · c = 3 · 2 = 6
        dc = du · du/dc = 3 · b = 3 · 3 = 9

      J의 기울기
        da = 3, db = 6, dc = 9

                   a = 5 ─────────┐
                   da = 3         │
        b = 3 ──┐                 ├─ v = a + u = 11 ─── J = 3 * v = 33
        db = 6  ├─ u = b * c = 6 ─┘  dv = 3             dJ = 1
                │  du = 3
        c = 2 ──┘
        dc = 9
      "
    `);
  });

  it('says why the parts of a fork are added', async () => {
    expect(await outputOf(['run', 'u = a*b; J = u*a'])).toMatchInlineSnapshot(`
      "u = a * b
      J = u * a
      a = 5, b = 3   (chosen for you; set your own with --at a=5,b=3)

                ┌──────────────────┐
        a = 5 ─┬┘                  │
               ▸┬─ u = a * b = 15 ─┴─ J = u * a = 75
        b = 3 ──┘

      Forward pass: left to right
        u = a * b = 5 * 3  = 15
        J = u * a = 15 * 5 = 75

      Nudge check: add 0.001 to one value and watch J
        u: 15 → 15.001                  J: 75 → 75.005   du ≈ 5
        a: 5 → 5.001   u: 15 → 15.003   J: 75 → 75.03    da ≈ 30
        b: 3 → 3.001   u: 15 → 15.005   J: 75 → 75.025   db ≈ 25
        All 3 slopes agree with the backward pass below.

      Backward pass: the chain rule, right to left
        du is short for dJ/du: how much J moves for each 1 that u moves. We start at
        the right, with dJ = 1.
        du = dJ/du = a = 5
        a feeds u, J: a change travels along every path, so the parts add up (da +=
        …).
        da = du · ∂u/∂a + ∂J/∂a
             via u: du · ∂u/∂a = 5 · b = 5 · 3 = 15
             via J: ∂J/∂a = u = 15
        da = 15 + 15 = 30
        db = du · du/db = 5 · a = 5 · 5 = 25

      Gradient of J
        da = 30, db = 25

        a = 5 ───┬──────────────────┐
        da = 30  │                  │
                 ▾                  ├─ J = u * a = 75
        b = 3 ───┴─ u = a * b = 15 ─┘  dJ = 1
        db = 25     du = 5
      "
    `);
  });

  it('is the same from stdin as from the command line', async () => {
    const expected = await outputOf(['run', LECTURE]);
    expect(await outputOf(['run', '-'], { input: `${LECTURE}\n` })).toBe(expected);
    expect(await outputOf(['run', '-'], { input: `\uFEFF${LECTURE}\r\n` })).toBe(expected);
  });

  it('takes a program of several lines from stdin', async () => {
    const input = '# the lecture\nu = b*c\nv = a+u\nJ = 3*v\na = 5; b = 3; c = 2\n';
    expect(await outputOf(['run', '-', '--quiet'], { input })).toBe('db = 6, dc = 9, da = 3\n');
  });

  it('asks nothing, moves no cursor and shows no colour in a pipe', async () => {
    const stdout = await outputOf(['run', LECTURE]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('?');
    expect(stdout).not.toContain('\r');
    expect(await outputOf(['run', LECTURE, '--no-ask'])).toBe(stdout);
  });
});

describe('--format json', () => {
  it('is one object with the documented keys', async () => {
    const document = JSON.parse(await outputOf(['run', LECTURE, '--format', 'json'])) as Record<
      string,
      unknown
    >;
    expect(document).toMatchObject({
      version: 1,
      source: LECTURE,
      inputs: { a: 5, b: 3, c: 2 },
      chosen: ['a', 'b', 'c'],
      output: 'J',
      value: 33,
      gradients: { a: 3, b: 6, c: 9, u: 3, v: 3, J: 1 },
    });
    for (const key of ['graph', 'forward', 'nudges', 'backward']) expect(document).toHaveProperty(key);
  });

  it('never has colour, and does not change with the language or the width', async () => {
    const plain = await outputOf(['run', LECTURE, '-f', 'json']);
    expect(await outputOf(['run', LECTURE, '-f', 'json', '--color', '--lang', 'ko', '--width', '40'])).toBe(
      plain,
    );
  });

  it('keeps names that JavaScript objects have of their own', async () => {
    const stdout = await outputOf([
      'run',
      '__proto__*2 + constructor*toString',
      '-f',
      'json',
      '--at',
      '__proto__=7,constructor=3,toString=4',
    ]);
    const { inputs, gradients } = JSON.parse(stdout) as Record<
      'inputs' | 'gradients',
      Record<string, number>
    >;
    expect(Object.entries(inputs)).toEqual([
      ['__proto__', 7],
      ['constructor', 3],
      ['toString', 4],
    ]);
    expect(Object.entries(gradients)).toEqual(
      expect.arrayContaining([
        ['__proto__', 2],
        ['constructor', 4],
        ['toString', 3],
      ]),
    );
  });

  it('says nothing on stdout that is not JSON when a value is missing on the way', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', 'log(a*b)', '-f', 'json', '--at', 'a=-1,b=2']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('log(-2)');
  });
});

describe('an expression that begins with a minus', () => {
  it.each(['-x+2', '-x', '--at x=1 -x+2', '-x+2 --at x=1', '-(x)', '-- -x', '-1*x', '−x'])(
    'is not taken for an option: %s',
    async (args) => {
      expect(await quiet(...args.split(' '))).toBe('dx = -1\n');
    },
  );
});

describe('where there is no single derivative, or no value', () => {
  it.each([
    ['abs(x)', 'x=0', 'dx: the slope is -1 on the left and 1 on the right'],
    ['relu(x)', 'x=0', 'dx: the slope is 0 on the left and 1 on the right'],
    ['max(a, b)', 'a=2,b=2', 'da: the slope is 0 on the left and 1 on the right'],
  ])('%s at %s says so, names the convention and both slopes', async (expression, at, slopes) => {
    const stdout = await outputOf(['run', expression, '--at', at, '--width', '200']);
    expect(stdout).toContain('exactly here');
    expect(stdout).toContain(slopes);
    expect(stdout).toMatch(/By convention the local derivative is taken as \S+\./u);
    expect(stdout).not.toMatch(/slopes? agree/u);
  });

  it('shows the forward pass up to the node without a value, and then the reason', async () => {
    const { code, stdout, stderr } = await gradtutor([
      'run',
      'u = a*b; v = u-16; J = 1 + log(v)',
      '--at',
      'a=5,b=3',
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe(
      'Forward pass: left to right\n  u = a * b  = 5 * 3   = 15\n  v = u - 16 = 15 - 16 = -1\n',
    );
    expect(stderr).toMatch(
      /^Error: \S+ = log\(v\) = log\(-1\) has no value: it needs a number above 0\. .*\n$/u,
    );
  });

  it('shows nothing but the reason with --quiet', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', 'a*b/(a-5)', '--quiet', '--at', 'a=5,b=3']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: .* has no value/u);
  });

  it('has nothing to print for an expression without variables, and says so', async () => {
    expect(await outputOf(['run', '2^3 + 1'])).toContain('no variable');
    expect(await quiet('2^3 + 1')).toBe('');
  });

  it('takes a bare name as an output that is its own input', async () => {
    expect(await outputOf(['run', 'a'])).not.toContain('no variable');
    expect(await quiet('a')).toBe('da = 1\n');
  });
});
