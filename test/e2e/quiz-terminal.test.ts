import { describe, expect, it } from 'vitest';
import { type Session, terminal } from '../support/pty.ts';
import { reportsOf, rightAnswers, unwrapped, widestLine } from '../support/quiz.ts';

const LECTURE = ['quiz', '3*(a+b*c)'];
const DVARS = Object.entries({ dv: '3', da: '3', du: '3', db: '6', dc: '9' });
// oxlint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[0-9;]*m/u;
// oxlint-disable-next-line no-control-regex
const CURSOR = /\u001b\[\??\d*[A-HJKhl]/u;

async function answerRightly(session: Session, first = 'dv', last = 'dc'): Promise<void> {
  const names = DVARS.map(([dvar]) => dvar);
  for (const [dvar, value] of DVARS.slice(names.indexOf(first), names.indexOf(last) + 1)) {
    await session.answer(dvar, value);
  }
}

/** Types a line and returns what is said to it, once the prompt of `next` is there. */
async function typed(session: Session, text: string, next: string): Promise<string> {
  const before = session.screen.length;
  session.type(`${text}\r`);
  await session.waitForPrompt(next);
  return session.screen.slice(before);
}

function expectSane(session: Session, stty: string): void {
  expect(stty).toMatch(/(^|\s)icanon(\s|$)/u);
  expect(stty).toMatch(/(^|\s)echo(\s|$)/u);
  expect(session.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(
    session.raw.lastIndexOf('\u001b[?25l'),
  );
  expect(session.raw).not.toMatch(/^\s+at .*:\d+|Error\]/mu);
}

describe('a whole quiz', () => {
  it.each(
    (['en', 'ko'] as const).flatMap((language) =>
      [[], ['--ascii'], ['--plain']].flatMap((flags) =>
        [{}, { NO_COLOR: '1' }].map((env) => ({ language, flags, env })),
      ),
    ),
  )('can be answered rightly in 80 columns: $language $flags $env', async ({ language, flags, env }) => {
    const session = terminal([...LECTURE, '--lang', language, ...flags], { env });
    await session.answer('dv', '4');
    await session.answer('dv', '?');
    await answerRightly(session);
    const { code, stty } = await session.ended();
    expect(code).toBe(0);
    expectSane(session, stty);
    expect(session.screen).toMatch(language === 'en' ? /All 5 right/u : /5개를 모두 맞혔/u);
    const printed = session.raw.split('\n').filter((line) => !CURSOR.test(line));
    expect(printed.length).toBeGreaterThan(20);
    // oxlint-disable-next-line no-control-regex
    expect(widestLine(printed.join('\n').replaceAll(/\u001b\[[0-9;]*m|\r/gu, ''))).toBeLessThanOrEqual(80);
    expect(COLOUR.test(session.raw)).toBe(!('NO_COLOR' in env) && !flags.includes('--plain'));
    // The Korean sentences are not ASCII; nothing but Hangul may be left of them.
    const isAscii = /^[\p{ASCII}가-힣]*$/u.test(session.screen);
    expect(isAscii).toBe(flags.includes('--ascii'));
  });

  it('of problems that are made asks for what their JSON says, and ends with the score of all', async () => {
    const series = ['--level', '2', '--count', '2', '--seed', '3'];
    const reports = await reportsOf(series);
    const session = terminal(['quiz', ...series]);
    for (const { label, expected } of reports.flatMap(({ questions }) => questions))
      await session.answer(label, String(expected));
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('Problem 2 of 2');
    expect(session.screen).toContain(`All ${rightAnswers(reports).length} right.`);
  });

  it('gives two tries at a question, then the worked step, and ends with 1', async () => {
    const session = terminal(LECTURE);
    await session.answer('dv', '4');
    await session.waitForPrompt('dv');
    expect(await typed(session, '5', 'da')).toContain('dv = dJ/dv = 3');
    await answerRightly(session, 'da');
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toContain('You found 4 of 5.');
    expect(session.screen).toContain('To practise that: gradtutor quiz');
  });

  it('tells in its JSON how long a person took for each question, and nothing of it for a hand-in', async () => {
    const session = terminal([...LECTURE, '--format', 'json']);
    await answerRightly(session);
    expect(await session.ended()).toMatchObject({ code: 0 });
    const taken = [...session.screen.matchAll(/"seconds": ([\d.]+)/gu)].map(([, seconds]) => Number(seconds));
    expect(taken).toHaveLength(DVARS.length);
    for (const seconds of taken) expect(seconds).toBeLessThan(60);
    const [handIn] = await reportsOf(
      LECTURE.slice(1),
      DVARS.map(([, value]) => value),
    );
    expect(JSON.stringify(handIn)).not.toContain('seconds');
  });

  it('shows no score and no dvar before it is answered', async () => {
    const session = terminal(LECTURE);
    for (const [i, [dvar, value]] of DVARS.entries()) {
      await session.waitForPrompt(dvar);
      for (const [later] of DVARS.slice(i + 1))
        expect(session.screen).not.toMatch(new RegExp(`\\b${later}\\b`, 'u'));
      expect(session.screen).not.toMatch(new RegExp(`${dvar} ≈|\\b${dvar} = d|You found`, 'u'));
      session.type(`${value}\r`);
    }
    expect(await session.ended()).toMatchObject({ code: 0 });
  });

  it('takes a block of answers that is pasted at once', async () => {
    const session = terminal(LECTURE);
    await session.waitForPrompt('dv');
    session.type(DVARS.map(([, value]) => `${value}\r`).join(''));
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('All 5 right.');
  });
});

describe('find the bug', () => {
  const args = [...LECTURE, '--ask', 'bug', '--at', 'a=5,b=7,c=2', '--seed', '4'];
  it.each(['en', 'ko'])('asks for the line, and then for what it should say: %s', async (language) => {
    const [bug, mend] = (await reportsOf(args.slice(1)))[0]?.questions ?? [];
    const session = terminal([...args, '--lang', language]);
    const isAsked = language === 'en' ? /\n {2}line:\s*$/u : /\n {2}줄:\s*$/u;
    await session.waitFor(isAsked);
    const wrongLine = bug?.name === 'a' ? 'dv' : 'da';
    session.type('dzz\r');
    await session.waitFor(isAsked);
    session.type('?\r');
    await session.waitFor(isAsked);
    session.type(`${wrongLine}\r`);
    await session.waitFor(isAsked);
    session.type(`d${bug?.name}\r`);
    await session.answer(`d${mend?.name}`, String(mend?.expected));
    const { code, stty } = await session.ended();
    expect(code).toBe(0);
    expectSane(session, stty);
    expect(session.screen).toMatch(language === 'en' ? /All 2 right/u : /2개를 모두 맞혔/u);
  });
});

describe('plain lines, for a screen reader', () => {
  it.each([
    ['--plain', {}, 'en'],
    ['--plain', {}, 'ko'],
    ['', { ACCESSIBLE: '1' }, 'en'],
    ['', { ACCESSIBLE: '1', FORCE_COLOR: '1' }, 'ko'],
  ])('have no escape sequences, and no columns: %s %j %s', async (flag, env, language) => {
    const session = terminal([...LECTURE, '--lang', language, ...(flag === '' ? [] : [flag])], { env });
    for (const text of ['4', '?', ':keys', ':graph', ':values', 'zz']) await session.answer('dv', text);
    await answerRightly(session);
    const { code, stty } = await session.ended();
    expect(code).toBe(0);
    expectSane(session, stty);
    expect(session.raw).not.toContain('\u001b');
    const columns = session.screen.split('\n').filter((line) => /\S {2,}\S/u.test(line));
    expect(columns).toEqual([]);
  });

  it('say in words where the learner is, in place of a mark', async () => {
    const session = terminal([...LECTURE, '--plain']);
    await answerRightly(session, 'dv', 'du');
    await session.answer('db', ':graph');
    await session.waitForPrompt('db');
    expect(session.screen).not.toContain('▸');
    session.type(':q\r');
    await session.ended();
  });
});

describe.each([
  ['', ''],
  ['with --plain, ', '--plain'],
])('a command %s', (_, flag) => {
  const args = [...LECTURE, ...(flag === '' ? [] : [flag])];
  const atB = async (): Promise<Session> => {
    const session = terminal(args);
    await answerRightly(session, 'dv', 'du');
    await session.waitForPrompt('db');
    return session;
  };

  it.each([
    ['?', 'db', /\bb\b.*\bu\b/u],
    [':show', 'dc', /db = du · du\/db = 3 · c = 3 · 2 = 6/u],
    [':s', 'dc', /db = du · du\/db = 3 · c = 3 · 2 = 6/u],
    [':skip', 'dc', /db comes again at the end/u],
    [':n', 'dc', /db comes again at the end/u],
    [':back', 'du', /What is du/u],
    [':b', 'du', /What is du/u],
    [':undo', 'du', /What is du/u],
    [':u', 'du', /What is du/u],
    [':graph', 'db', /dv = 3[\s\S]*dJ = 1/u],
    [':g', 'db', /dv = 3[\s\S]*dJ = 1/u],
    [':values', 'db', /u\s+= (b \* c\s+= )?6/u],
    [':v', 'db', /u\s+= (b \* c\s+= )?6/u],
    [':keys', 'db', /:quit/u],
    [':k', 'db', /:quit/u],
    [':KEYS', 'db', /:quit/u],
    [':frobnicate', 'db', /:frobnicate is not a command/u],
  ])('%s goes on with %s', async (command, next, said) => {
    const session = await atB();
    const told = await typed(session, command, next);
    expect(unwrapped(told)).toMatch(said);
    expect(/db = 6|db = du · du\/db = 3/u.test(told)).toBe(
      command.startsWith(':s') && !command.startsWith(':sk'),
    );
    session.type(':q\r');
    expect(await session.ended()).toMatchObject({ code: 1 });
  });

  it.each([':quit', ':q'])('%s stops, says how it went, and ends with 1', async (command) => {
    const session = await atB();
    session.type(`${command}\r`);
    const { code, stty } = await session.ended();
    expect(code).toBe(1);
    expectSane(session, stty);
    expect(session.screen).toContain('You found 3 of');
    expect(session.screen).not.toMatch(/db = 6|Gradient of/u);
  });

  it('that skips or shows is not scored as found', async () => {
    const session = await atB();
    await session.answer('db', ':s');
    await session.answer('dc', ':n');
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toContain('You found 3 of 5.');
  });
});
