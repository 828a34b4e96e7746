import { describe, expect, it } from 'vitest';
import { gradtutor, type Options } from '../support/cli.ts';
import { terminal } from '../support/pty.ts';

/** What a command says that must be refused: one error, no stack trace, nothing on stdout, exit code 2. */
async function refusalOf(args: readonly string[], options?: Options): Promise<string> {
  const { code, stdout, stderr } = await gradtutor(args, options);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^(Error|오류): [^\n]+\n( {2}[^\n]*\n {2} *\^\n)?$/u);
  expect(stderr).not.toMatch(/^\s+at |Error: .*Error: /mu);
  return stderr;
}

describe('an expression that is refused', () => {
  it.each<[string, string, RegExp]>([
    ['nothing', '', /There is no expression/u],
    ['blanks', '  \t ', /There is no expression/u],
    ['only a comment', '# J = 3*a', /There is no expression/u],
    ['only values', 'a = 5; b = 3', /only sets values/u],
    ['a unit', '3 cm + a', /3 cm reads as a unit/u],
    ['a unit conversion', '5 cm to inch', /[Uu]nits/u],
    ['text in quotes', '"hi"', /quotes/u],
    ['text in quotes that are never closed', 'a + "hi', /quotes/u],
    ['a complex number', '2i + a', /complex/u],
    ['a matrix', '[1, 2; 3, 4]', /matrix/u],
    ['an object', '{a: 1}', /[Cc]urly/u],
    ['an index', 'x[1]', /index/u],
    ['a range', '1:3', /range/u],
    ['a transpose', "x'", /transposes/u],
    ['a factorial', 'n!', /gamma\(n \+ 1\)/u],
    ['a bitwise operator', 'a & b', /bits/u],
    ['an absolute value in bars', '|a - b|', /abs\(x\)/u],
    ['true as a number', 'true + a', /not a number/u],
    ['an unknown function', 'frobnicate(x)', /There is no function frobnicate\./u],
    ['a misspelt function', 'sinn(x)', /Did you mean sin\?/u],
    ['a function without brackets', 'sin x', /sin\(x\)/u],
    ['a product that looks like a call', 'a(b+c)', /write a\*\(b \+ c\)/u],
    ['too many arguments', 'sin(x, y)', /1 argument, not 2/u],
    ['too few arguments', 'atan2(x)', /2 arguments, not 1/u],
    ['a function of itself', 'f(x) = f(x)+1; f(2)', /calls itself/u],
    ['a parameter twice', 'f(x, x) = x; f(1, 2)', /parameter x twice/u],
    ['a bracket that is not closed', '(a + b', /still open/u],
    ['a bracket that was not opened', 'a + b)', /closes nothing/u],
    ['an operator without its right side', 'a +', /stops too early/u],
    ['an operator without its left side', '* a', /expected a number, a name or a bracket/u],
    ['a strange character', 'a @ b', /character @/u],
    ['a number to the left of =', '5 = x', /left of =/u],
    ['two = in a statement', 'a = b = c', /once in a statement/u],
    ['a literal too large', '1e999 * a', /1e999 is too large/u],
    ['Infinity', 'Infinity * a', /too large|not a number/u],
    ['NaN', 'NaN + a', /not a number/u],
    ['underscores in a number', '1_000 + x', /1000/u],
    ['a name set twice', 'u = a; u = b; J = u', /u is set twice/u],
    ['a cycle', 'u = v + 1; v = u + 1; J = u', /circle/u],
    ['a name used before it is set', 'y = x*u; u = 3*x; J = y', /used before it is set/u],
    ['a value too large to hold', 'exp(exp(x*100))', /too large/u],
    ['0^0', 'x = 5; y = 3; x^y + 0*(x-5)^(y-3)', /0\^0/u],
  ])('is told why: %s', async (_, expression, reason) => {
    const { code, stderr } = await gradtutor(['run', expression, '--quiet']);
    expect(code).toBe(2);
    expect(await refusalOf(['run', expression, '--quiet'])).toMatch(reason);
    expect(stderr.length).toBeLessThan(500);
  });

  it('is refused in Korean as well', async () => {
    expect(await refusalOf(['run', '(a+b', '--lang', 'ko'])).toBe(
      '오류: 괄호가 닫히지 않았어요. 닫는 괄호 )를 넣어 주세요.\n  (a+b\n      ^\n',
    );
    expect(await refusalOf(['run', '3*a', '--quiett'], { env: { LC_ALL: 'ko_KR.UTF-8' } })).toMatch(
      /--quiet/u,
    );
  });

  it.each([
    ['a+*b', '  a+*b\n    ^'],
    ['(a + b', '  (a + b\n        ^'],
    ['가격*(2+', '  가격*(2+\n          ^'],
    ['a\nb+ @\nc', '  b+ @\n     ^'],
    ['α + 변수 @', '  α + 변수 @\n           ^'],
    ['x² + y³ )', '  x² + y³ )\n          ^'],
    ['a\t+ @', '  a + @\n      ^'],
  ])('has the caret under the place: %j', async (expression, picture) => {
    const [, ...lines] = (await refusalOf(['run', expression])).trimEnd().split('\n');
    expect(lines.join('\n')).toBe(picture);
  });

  it('is cut around the caret when it is long', async () => {
    const stderr = await refusalOf(['run', `${'가격+'.repeat(100)})${'+b'.repeat(100)}`]);
    const [, source = '', caret = ''] = stderr.split('\n');
    expect(source.length).toBeLessThan(80);
    const before = source.slice(0, source.indexOf(')'));
    expect(caret).toBe(`${' '.repeat(before.length + (before.match(/[가격]/gu) ?? []).length)}^`);
  });
});

describe('a command line that is refused', () => {
  it.each<[string, string[], RegExp]>([
    ['no expression', ['run'], /expression is missing.*gradtutor run "3\*\(a\+b\*c\)"/u],
    ['an expression without quotes', ['run', 'a', '+', 'b'], /in quotes/u],
    ['an unknown option', ['run', 'a', '--frobnicate'], /no option --frobnicate/u],
    ['a misspelt option', ['run', 'a', '--quite'], /--quite.*Did you mean --quiet\?/u],
    ['a misspelt option with a value', ['run', 'a', '--formt=json'], /Did you mean --format\?/u],
    ['a misspelt option before the command', ['--versoin'], /Did you mean --version\?/u],
    ['an unknown command', ['frobnicate'], /no command frobnicate/u],
    ['a misspelt command', ['runn', 'a'], /no command runn.*Did you mean gradtutor run\?/u],
    [
      'a misspelt subcommand',
      ['lessons', 'chek'],
      /no command chek\. Did you mean gradtutor lessons check\?/u,
    ],
    ['a subcommand of another command', ['knew'], /Did you mean gradtutor lessons new\?/u],
    [
      'an unknown subcommand',
      ['lessons', 'frobnicate'],
      /no gradtutor lessons frobnicate\. There are: check, new/u,
    ],
    ['a command without its subcommand', ['lessons'], /gradtutor lessons needs one of .*: check, new/u],
    [
      'a misspelt option of a subcommand',
      ['lessons', 'check', '--widht', '80'],
      /Did you mean --width\? See gradtutor lessons check --help/u,
    ],
    ['an option of another command', ['run', 'a', '--transcript', 'x'], /--transcript .* gradtutor quiz\./u],
    ['an option before the command', ['--ascii', 'run', 'a'], /--ascii belongs behind a command/u],
    [
      'too many arguments of a subcommand',
      ['lessons', 'check', 'a', 'b'],
      /Too many arguments for gradtutor lessons check/u,
    ],
    ['a missing argument of a subcommand', ['lessons', 'new'], /argument name is missing/u],
    ['a misspelt --format', ['run', 'a', '--format', 'jsn'], /Did you mean json\?/u],
    ['an expression without a command', ['3*(a+b*c)'], /gradtutor run "3\*\(a\+b\*c\)"/u],
    ['an option without its value', ['run', 'a', '--at'], /--at.* needs a value/u],
    ['--at without =', ['run', 'a', '--at', '5'], /name=number.*: 5\n/u],
    ['--at without a value', ['run', 'a', '--at', 'a='], /name=number/u],
    ['--at with a name as value', ['run', 'a', '--at', 'a=b'], /has a name in it/u],
    ['--at with a value that has none', ['run', 'a', '--at', 'a=1/0'], /not a finite number/u],
    ['--at with a syntax error', ['run', 'a', '--at', 'a=(1'], /still open/u],
    ['--at with a name twice', ['run', 'a', '--at', 'a=1', '--at', 'a=2'], /a is set twice/u],
    ['--at for a name that the program sets', ['run', 'a=5; b*a', '--at', 'a=1,b=2'], /a is set twice/u],
    ['--at for some of the names', ['run', 'a*b*c', '--at', 'a=1'], /No value for b, c\..*--at b=…,c=…/u],
    [
      '--at for the factors of a missing name',
      ['run', 'a*b+ab', '--at', 'a=1,b=2'],
      /No value for ab\. Did you mean a\*b\?/u,
    ],
    ['--nudge 0', ['run', 'a', '--nudge', '0'], /nudge.*0/u],
    ['--nudge that is no number', ['run', 'a', '--nudge', 'tiny'], /I cannot use: tiny/u],
    ['--nudge Infinity', ['run', 'a', '--nudge', 'Infinity'], /I cannot use: Infinity/u],
    ['an empty --nudge', ['run', 'a', '--nudge', ''], /nudge/u],
    ['an unknown --format', ['run', 'a', '--format', 'xml'], /--format.*text, json/u],
    ['an unknown --lang', ['run', 'a', '--lang', 'fr'], /--lang.*en, ko/u],
    ['--width that is no number', ['run', 'a', '--width', 'wide'], /--width/u],
    ['--width 0', ['run', 'a', '--width', '0'], /--width/u],
    ['--width with a fraction', ['run', 'a', '--width', '79.5'], /--width/u],
    ['an unknown --wrt', ['run', 'alpha*b', '--wrt', 'alpa'], /no variable alpa\. Did you mean alpha\?/u],
  ])('is told why: %s', async (_, args, reason) => {
    expect(await refusalOf(args)).toMatch(reason);
  });
});

describe('an error on a terminal', () => {
  it.each([[[]], [['--no-color']], [['--plain']]])('takes colours as asked for: %j', async (options) => {
    const session = terminal(['run', 'a+', ...options]);
    expect(await session.ended()).toMatchObject({ code: 2 });
    const [told = ''] = session.raw.split('[stty]');
    expect(told.includes('\u001b[')).toBe(options.length === 0);
  });
});
