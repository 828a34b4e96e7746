import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradtutor, temporaryFolder } from '../support/cli.ts';
import { quiz, reportsOf, unwrapped } from '../support/quiz.ts';

const LECTURE = '3*(a+b*c)';

/** What is said about an answer for db, up to the next question. */
async function feedbackOn(typed: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await quiz([LECTURE, ...args], ['3', '3', '3', typed]);
  return unwrapped(stdout.slice(stdout.indexOf(`\n  db = ${typed}\n`), stdout.lastIndexOf(' dc')));
}

describe.concurrent('a wrong answer', () => {
  it.each([
    ['2', '33.002', '2 is du/db, the local derivative.'],
    ['3', '33.003', 'Several slips lead to 3.'],
    ['5', '33.005', '5 is du plus du/db. Along a chain, multiply'],
    ['9', '33.009', '9 multiplies by b itself'],
    ['0.006', '33', 'for a nudge of 0.001'],
    ['33.006', '33.033', 'when b moves by 0.001'],
    ['33', '33.033', '33 is the value of J.'],
    ['-6', '32.994', '-6 has the right size and the wrong sign.'],
    ['1/6', '33.000167', 'is upside down.'],
    ['0.1667', '33.000167', 'is upside down.'],
    ['12', '33.012', '12 is twice too much'],
  ])('of %s for db is tested against the nudge, then told for what it is', async (typed, predicted, said) => {
    const told = await feedbackOn(typed);
    expect(told).toContain(predicted);
    expect(told).toContain('33.006');
    expect(told).toContain(said);
    expect(told.indexOf(predicted)).toBeLessThan(told.indexOf(said));
    expect(told).toContain('db = du · du/db = 3 · c = 3 · 2 = 6');
  });

  it('is told in Korean too', async () => {
    const told = await feedbackOn('2', '--lang', 'ko');
    expect(told).toContain('33.002');
    expect(told).toMatch(/국소 도함수/u);
  });

  it('that no slip leads to is only tested', async () => {
    const told = await feedbackOn('17.3');
    expect(told).toContain('33.006');
    expect(told).not.toMatch(/Several slips|17\.3 is /u);
  });

  it('is right where it follows from an earlier one, and the first wrong one is named', async () => {
    const answers = ['4', '4', '4', '8', '12'];
    const { code, stdout } = await quiz([LECTURE], answers);
    expect(code).toBe(1);
    const told = unwrapped(stdout);
    expect(told).toContain('da = 4 follows correctly from your dv = 4.');
    expect(told).toContain('db = 8 follows correctly from your dv = 4.');
    expect(told).toContain('dv is the one to mend');
    const [report] = await reportsOf([LECTURE], answers);
    expect(report?.questions.map(({ outcome }) => outcome)).toEqual([
      'wrong',
      'follows',
      'follows',
      'follows',
      'follows',
    ]);
    expect(report?.questions.slice(1).flatMap(({ attempts }) => attempts[0]?.mistakes)).toEqual([]);
  });

  it('costs no try when it cannot be read as a number', async () => {
    const answers = ['3', '3', '3', '2', 'zz', 'six!', ':frobnicate', '1/0', '6', '9'];
    const { code, stdout } = await quiz([LECTURE, '--tries', '2'], answers);
    expect(code).toBe(0);
    expect(stdout).toContain('There is no zz here.');
    expect(stdout.split('This did not count.')).toHaveLength(4);
  });

  it('that cannot be read moves no later answer of a hand-in to another question', async () => {
    const [report] = await reportsOf([LECTURE], ['3', 'zz', '3', '6x', '9']);
    expect(report?.questions.map(({ outcome }) => outcome)).toEqual([
      'right',
      'wrong',
      'right',
      'wrong',
      'right',
    ]);
    const [bug] = await reportsOf([LECTURE, '--ask', 'bug', '--seed', '1'], ['dzz', '6']);
    expect(bug?.questions[0]).toMatchObject({ kind: 'bug', outcome: 'wrong' });
    const { stdout } = await quiz([LECTURE], ['zz', '3', '3', '6', '9']);
    expect(stdout).not.toContain('This did not count.');
  });

  it('may begin with a name that begins like the one that is asked for', async () => {
    const chain = ['h1 = 2*h; J = 3*h1', '--at', 'h=5'];
    expect(await quiz(chain, ['3', 'dh1*2'])).toMatchObject({ code: 0 });
    const values = ['v = 2*v1; J = v + 1', '--at', 'v1=5', '--ask', 'value'];
    expect(await quiz(values, ['v1*2', 'v + 1'])).toMatchObject({ code: 0 });
  });

  it('may be written as an equation', async () => {
    expect(await quiz([LECTURE], ['dv = 3', 'da=3', 'du =3', 'db = du*c', '9'])).toMatchObject({ code: 0 });
  });
});

const asksAgain = async (tries: string) =>
  (await quiz([LECTURE, '--tries', tries], ['1'])).stdout.includes('Try once more');

describe.concurrent('--tries', () => {
  it('is one for a hand-in, and as many as it says', async () => {
    expect(await quiz([LECTURE], ['3', '3', '3', '2', '6', '9'])).toMatchObject({ code: 1 });
    expect(await quiz([LECTURE, '--tries', '2'], ['3', '3', '3', '2', '6', '9'])).toMatchObject({ code: 0 });
    const [report] = await reportsOf([LECTURE, '--tries', '3'], ['1', '2', '5', '3']);
    expect(report?.questions.map(({ outcome }) => outcome).slice(0, 2)).toEqual(['wrong', 'right']);
    expect(report?.questions[0]?.attempts).toHaveLength(3);
  });

  it('says to try again only while there is a try', async () => {
    expect([await asksAgain('1'), await asksAgain('2')]).toEqual([false, true]);
  });
});

describe.concurrent('a hint', () => {
  it('grows until only the multiplication is left, and never says which hint it is', async () => {
    const { stdout } = await quiz([LECTURE], ['3', '3', '3', '?', '?', '?', '?', '?']);
    const told = unwrapped(stdout.split('What is db').at(-1) ?? '');
    expect(told).toMatch(/db = \? b .*\bu\b.*db = du · du\/db .*du\/db = c\b.*db = 3 · 2\b/u);
    expect(told).not.toMatch(/\bof [345]\b(?!\.)|hint \d/u);
    expect(told.split(' db = ? ')).toHaveLength(6);
  });
});

describe.concurrent('--transcript', () => {
  it.each([
    ['en', 'text'],
    ['ko', 'text'],
    ['en', 'json'],
  ])('writes the session as Markdown: %s, %s', async (language, format) => {
    const file = join(temporaryFolder(), 'transcript.md');
    const answers = ['3', '6/2', 'dv', '2', ':s'];
    const args = [LECTURE, '--lang', language, '--format', format];
    const { code, stderr, stdout } = await quiz([...args, '--color', '--transcript', file], answers);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# \S.*\n\n/u);
    expect((text.match(/^```/gmu)?.length ?? 0) % 2).toBe(0);
    expect(text).not.toContain('\u001b');
    expect(text.endsWith('\n')).toBe(true);
    for (const part of ['J = 3 \\cdot (a + b \\cdot c)', 'db', '33.002', '3 \\cdot 2 = 6'])
      expect(text.replaceAll(/&+/gu, '').replaceAll('\\left', '').replaceAll('\\right', '')).toContain(part);
    expect(text).toContain(language === 'en' ? 'You found 3 of 5.' : '5개 가운데 3개');
    // What the learner typed belongs to the session.
    for (const typed of ['da = 6/2', 'du = dv', 'db = 2'])
      expect(text).toMatch(new RegExp(`^> \`${typed}\`$`, 'mu'));
    expect(stdout.startsWith('{')).toBe(format === 'json');
  });
});

describe.concurrent('the end of a quiz', () => {
  it.each([
    ['the local derivative', [LECTURE], ['3', '3', '3', '2', '9']],
    ['a branch', ['u = a*b; J = u^2 + 3*u', '--at', 'a=2,b=7', '--tries', '1'], [':n', ':n', '28']],
    ['an activation', ['sigmoid(z)^2', '--at', 'z=0.5'], [':n', '2*sigmoid(0.5)*0.25']],
    ['the power rule', ['x^3', '--at', 'x=5'], ['25']],
    ['the divisor', ['mean(a, b, c)', '--at', 'a=2,b=7,c=5'], ['1/9']],
  ])('names what came up and a command that practises it: %s', async (_, args, answers) => {
    const { stdout, code } = await quiz([...args, '--width', '300'], answers);
    expect(code).toBe(1);
    const [, cameUp, command] =
      /What came up:\n([\s\S]*?) {2}To practise that: gradtutor (.*)$/mu.exec(stdout) ?? [];
    expect(cameUp).toMatch(/^ {4}– \S.*\n$/u);
    expect(command).toMatch(/^quiz --/u);
    const practice = await gradtutor([...(command ?? '').split(' '), '--answers', ':n']);
    expect(practice).toMatchObject({ code: 1, stderr: '' });
    expect(practice.stdout).toContain('Problem 1 of');
  });

  it('names a mistake once, the most frequent first', async () => {
    const answers = ['17', '17', '17', '2', '18', ...Array.from({ length: 20 }, () => ':n')];
    const { stdout } = await quiz([LECTURE], answers);
    const listed = /What came up:\n((?: {4}–.*\n)+)/u.exec(stdout)?.[1]?.trim().split('\n') ?? [];
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('names nothing where nothing went wrong', async () => {
    for (const answers of [
      ['3', '3', '3', '6', '9'],
      [':s', ':s', ':s', ':s', ':s'],
    ])
      expect((await quiz([LECTURE], answers)).stdout).not.toMatch(/Where it went|What came up|To practise/u);
  });

  it('names the gates that went wrong, also where no mistake is beyond doubt', async () => {
    const { stdout } = await quiz([LECTURE], ['3', '3', '3', '3', '9']);
    expect(stdout).toContain('Where it went wrong: products (2 of 3 right at once).');
    expect(stdout).not.toContain('What came up');
    expect(stdout).toContain('To practise that: gradtutor quiz --level 3');
    const korean = await quiz([LECTURE, '--lang', 'ko'], ['3', '5', '3', '2', '9']);
    expect(unwrapped(korean.stdout)).toContain(
      '틀린 곳: 곱셈 (3개 가운데 2개를 한 번에 맞힘), 덧셈 (2개 가운데 1개를 한 번에 맞힘)',
    );
  });

  it('of an expression without a variable says that there is nothing to ask, and claims no score', async () => {
    const { code, stdout, stderr } = await quiz(['2^3'], ['8']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: .*\n$/u);
    expect(stdout).not.toMatch(/All 0|0 of 0/u);
  });
});

describe('a variable that stands in a node twice', () => {
  it.each([
    [
      'en',
      'a stands in u twice, and each place counts: da = du · ∂u/∂a (operand 1) + du · ∂u/∂a (operand 2).',
    ],
    [
      'ko',
      'a는 u에 두 번 쓰이니 자리마다 구해 모두 더해야 해요: da = du · ∂u/∂a (1번째 자리) + du · ∂u/∂a (2번째 자리)',
    ],
  ])('counts in each place: %s', async (lang, said) => {
    const { stdout } = await quiz(['a*a*b', '--at', 'a=3,b=4', '--lang', lang], ['4', '9', '12']);
    expect(unwrapped(stdout)).toContain(said);
    expect(stdout).not.toMatch(/other factor|다른 인수/u);
  });
});
