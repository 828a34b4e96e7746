import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf, quiet } from '../support/cli.ts';

const LECTURE = '3*(a+b*c)';
const KOREAN = '가격*(변수 + 학습률*c) + max(가격, 변수)';
const ESCAPE = '\u001b[';

/** Columns that a line takes on a terminal, computed apart from the program. */
function columns(line: string): number {
  let width = 0;
  for (const c of line) width += eastAsianWidth(c.codePointAt(0) as number);
  return width;
}

describe('colour', () => {
  it.each<[string, string[], Record<string, string>, boolean]>([
    ['is off in a pipe', [], {}, false],
    ['is on with --color', ['--color'], {}, true],
    ['is on with --color whatever NO_COLOR says', ['--color'], { NO_COLOR: '1' }, true],
    ['is on with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['is off with FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['is off with --no-color whatever FORCE_COLOR says', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['is off with NO_COLOR', [], { NO_COLOR: '1' }, false],
  ])('%s', async (_, flags, env, hasColor) => {
    const stdout = await outputOf(['run', LECTURE, ...flags], { env });
    expect(stdout.includes(ESCAPE)).toBe(hasColor);
    expect(stripVTControlCharacters(stdout)).toBe(await outputOf(['run', LECTURE]));
  });
});

describe('layout', () => {
  it('uses nothing but ASCII with --ascii', async () => {
    for (const expression of [LECTURE, 'exp(a*b) - abs(c-2)', 'u = a*b; J = u*a']) {
      const stdout = await outputOf(['run', expression, '--ascii']);
      expect(stdout).toMatch(/^[\n -~]+$/u);
      expect(stdout).toContain('->');
    }
  });

  it.each([40, 80, 120])('has no line wider than --width %i', async (width) => {
    for (const language of ['en', 'ko']) {
      for (const expression of [
        LECTURE,
        KOREAN,
        'z = w1*x1+w2*x2+b; y = sigmoid(z); L = -(t*log(y)+(1-t)*log(1-y))',
        'abs(x-5)',
      ]) {
        const stdout = await outputOf(['run', expression, '--width', String(width), '--lang', language]);
        const tooWide = stdout.split('\n').filter((line) => columns(line) > width);
        expect(tooWide).toEqual([]);
      }
    }
  });

  it('does not break a line where the width allows it', async () => {
    const stdout = await outputOf(['run', LECTURE, '--width', '200', '--lang', 'ko']);
    expect(stdout).toContain(
      'v가 1만큼 변할 때 J가 얼마나 변하는지를 나타내요. 오른쪽 끝의 dJ = 1에서 출발해요.\n',
    );
  });

  it('lines columns up below Hangul names, which are two columns wide', async () => {
    const stdout = await outputOf(['run', KOREAN]);
    const forward = stdout.split('\n\n')[2]?.split('\n').slice(1) ?? [];
    expect(forward.length).toBeGreaterThan(3);
    expect(new Set(forward.map((line) => columns(line.slice(0, line.lastIndexOf(' = ')))))).toHaveProperty(
      'size',
      1,
    );
  });

  it('does not look at COLUMNS, LINES or the terminal in a pipe', async () => {
    expect(await outputOf(['run', LECTURE], { env: { COLUMNS: '40', LINES: '3', TERM: undefined } })).toBe(
      await outputOf(['run', LECTURE]),
    );
  });
});

describe('options', () => {
  it('--quiet prints only the gradient', async () => {
    expect(await quiet(LECTURE)).toBe('da = 3, db = 6, dc = 9\n');
  });

  it('--wrt keeps to some variables, intermediates among them', async () => {
    expect(await quiet(LECTURE, '--wrt', 'c,v')).toBe('dc = 9, dv = 3\n');
    expect(await quiet(LECTURE, '-w', 'b')).toBe('db = 6\n');
    const stdout = await outputOf(['run', LECTURE, '--wrt', 'a']);
    expect(stdout).toContain('da ≈ 3');
    expect(stdout).not.toContain('dc');
  });

  it('--nudge sets the step', async () => {
    const stdout = await outputOf(['run', LECTURE, '--nudge', '0.01']);
    expect(stdout).toContain('  b: 3 → 3.01   u: 6 → 6.02   v: 11 → 11.02   J: 33 → 33.06   db ≈ 6\n');
    expect(await outputOf(['run', LECTURE, '-n', '-0.001'])).toContain('v: 11 → 10.999');
  });

  it('--at takes several values, again and again, and values that are expressions', async () => {
    expect(await quiet('a*b*c', '--at', 'a=2,b=1/4', '--at', 'c=-8')).toBe('da = -2, db = -16, dc = 0.5\n');
    expect(await quiet('a*b', '--at', 'a = max(1,2), b=2^3')).toBe('da = 8, db = 2\n');
    expect(await quiet('sin(x)', '--at', 'x=pi/4')).toBe('dx = 0.707107\n');
    expect(await quiet('가격*2', '--at', '가격=1')).toBe('d가격 = 2\n');
    expect(await quiet('a*b', '-a', 'a=2', '--at=b=3')).toBe('da = 3, db = 2\n');
  });

  it('a short option takes its value glued on', async () => {
    expect(await quiet('a*b', '-aa=2,b=3')).toBe('da = 3, db = 2\n');
  });

  it('warns of a value for a name that is not there, and goes on', async () => {
    const { code, stdout, stderr } = await gradtutor(['run', 'alpha*2', '--quiet', '--at', 'alpha=3,alpa=4']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dalpha = 2\n' });
    expect(stderr).toBe('Note: alpa has a value but is not in the expression. Did you mean alpha?\n');
  });

  it('--lang comes before the locale, and the locale before English', async () => {
    const inKorean = await outputOf(['run', LECTURE, '--lang', 'ko']);
    const inEnglish = await outputOf(['run', LECTURE]);
    const told = (args: string[], env: Record<string, string | undefined>) =>
      outputOf(['run', LECTURE, ...args], { env });
    expect(await told([], { LC_ALL: 'ko_KR.UTF-8' })).toBe(inKorean);
    expect(await told([], { LANG: 'ko_KR.UTF-8' })).toBe(inKorean);
    expect(await told(['--lang=ko'], { LC_ALL: 'en_US.UTF-8' })).toBe(inKorean);
    expect(await told(['-l', 'en'], { LC_ALL: 'ko_KR.UTF-8' })).toBe(inEnglish);
    expect(await told([], { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' })).toBe(inEnglish);
    expect(await told([], { LANG: undefined })).toBe(inEnglish);
    expect(await told([], { LANG: 'de_DE.UTF-8' })).toBe(inEnglish);
  });
});

describe('help', () => {
  it('is on stdout, in the language, with the exit codes, and exits 0', async () => {
    for (const args of [['--help'], ['-h'], [], ['run', '--help']])
      expect(await outputOf(args)).toContain('Usage: gradtutor');
    expect(await outputOf(['--help'])).toContain('130 interrupted');
    expect(await outputOf(['run', '--help', '--lang', 'ko'])).toContain('사용법: gradtutor run');
    expect(await outputOf(['--help'], { env: { LC_ALL: 'ko_KR.UTF-8' } })).toContain('종료 코드: 0 완료');
    expect(await outputOf(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('two letters without a sign between them', () => {
  it('are one name, and the note says how to write a product', async () => {
    const { stdout, stderr, code } = await gradtutor(['run', '3*ab', '-q']);
    expect({ stdout, code }).toEqual({ stdout: 'dab = 3\n', code: 0 });
    expect(stderr).toBe('Note: ab is read as one name. For a product write a*b.\n');
  });

  it('are no matter when they have a value', async () => {
    expect((await gradtutor(['run', '3*ab', '--at', 'ab=2', '-q'])).stderr).toBe('');
  });
});

describe('a statement without a name', () => {
  it.each([
    [
      'x^2; y^2',
      'dx = 0, dy = 6\n',
      'Note: x^2 plays no part: it has no name, and it is not the last statement.\n',
    ],
    ['u = x^2; u', 'dx = 10\n', ''],
    ['a = 4; a^2; b = 3', 'da = 8, db = 0\n', ''],
    ['f(t) = t^2; f(x)', 'dx = 10\n', ''],
  ])('%s: is noted where nothing can use it', async (text, stdout, stderr) => {
    expect(await gradtutor(['run', text, '-q'])).toMatchObject({ code: 0, stdout, stderr });
  });
});
