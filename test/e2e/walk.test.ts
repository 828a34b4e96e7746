import { describe, expect, it } from 'vitest';
import { gradtutor } from '../support/cli.ts';
import { type Session, terminal } from '../support/pty.ts';

const LECTURE = ['run', '3*(a+b*c)'];
/** In the lecture's order. */
const DVARS = Object.entries({ dv: '3', da: '3', du: '3', db: '6', dc: '9' });
// oxlint-disable-next-line no-control-regex
const COLOUR = /\u001b\[[0-9;]*m/u;

/** Answers the questions from `first` up to `last`, rightly. */
async function answerRightly(session: Session, first = 'dv', last = 'dc'): Promise<void> {
  const names = DVARS.map(([dvar]) => dvar);
  for (const [dvar, value] of DVARS.slice(names.indexOf(first), names.indexOf(last) + 1)) {
    await session.answer(dvar, value);
  }
}

/** The terminal as it was before: it echoes, reads lines, and shows its cursor. */
function expectSane(session: Session, stty: string): void {
  expect(stty).toMatch(/(^|\s)icanon(\s|$)/u);
  expect(stty).toMatch(/(^|\s)echo(\s|$)/u);
  expect(session.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(
    session.raw.lastIndexOf('\u001b[?25l'),
  );
  expect(session.raw).not.toMatch(/^\s+at .*:\d+|Error\]/mu);
}

const words = {
  en: { ask: 'What is dv', right: 'Right: dv = 3', score: 'All 5 right.' },
  ko: { ask: 'dv는 얼마일까요?', right: '맞아요. dv = 3', score: '5개를 모두 맞혔어요.' },
};

describe('a walk in which every answer is right', () => {
  it.each(
    [80, 120].flatMap((columns) =>
      (['en', 'ko'] as const).flatMap((language) =>
        [{}, { NO_COLOR: '1' }].map((env) => ({ columns, language, env })),
      ),
    ),
  )(
    'ends with the score and exit code 0: $columns columns, $language, $env',
    async ({ columns, language, env }) => {
      const session = terminal([...LECTURE, '--lang', language], { columns, env });
      await session.waitFor(words[language].ask);
      await answerRightly(session);
      const { code, stty } = await session.ended();
      expect(code).toBe(0);
      expectSane(session, stty);
      expect(session.screen).toContain(words[language].right);
      expect(session.screen).toContain('da = 3, db = 6, dc = 9');
      expect(session.screen.trimEnd().endsWith(words[language].score)).toBe(true);
      expect(COLOUR.test(session.raw)).toBe(!('NO_COLOR' in env));
    },
  );

  it('shows no dvar before it has been answered, and asks in the order of the lecture', async () => {
    const session = terminal(LECTURE);
    for (const [i, [dvar, value]] of DVARS.entries()) {
      await session.waitForPrompt(dvar);
      const shown = session.screen;
      for (const [later, itsValue] of DVARS.slice(i)) {
        expect(shown).not.toMatch(new RegExp(`${later} ≈|${later} = .*${itsValue}$|\\b${later} = d`, 'mu'));
      }
      for (const [later] of DVARS.slice(i + 1)) expect(shown).not.toMatch(new RegExp(`\\b${later}\\b`, 'u'));
      session.type(`${value}\r`);
    }
    expect(await session.ended()).toMatchObject({ code: 0 });
  });

  it('shows each step worked out once it is answered', async () => {
    const session = terminal(LECTURE, { columns: 120 });
    await answerRightly(session);
    await session.ended();
    expect(session.screen).toContain(
      'b: 3 → 3.001   u: 6 → 6.002   v: 11 → 11.002   J: 33 → 33.006   db ≈ 6',
    );
    expect(session.screen).toContain('db = du · du/db = 3 · c = 3 · 2 = 6');
  });

  it('asks about a fork and about intermediate names of the learner', async () => {
    const session = terminal(['run', 'u = 가격*b; J = u*가격', '--at', '가격=5,b=3']);
    await session.answer('du', '가격');
    await session.answer('d가격', 'du*b + u');
    await session.answer('db', 'du*가격');
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('d가격 = 15 + 15 = 30');
    expect(session.screen).toContain('All 3 right.');
  });
});

describe('a wrong answer', () => {
  it('is tested against the nudge, and can be mended', async () => {
    const session = terminal(LECTURE, { columns: 120 });
    await session.answer('dv', '4');
    await session.waitFor('33.004');
    expect(session.screen).toContain('33.003');
    expect(session.screen).not.toContain('dv ≈');
    await answerRightly(session);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('All 5 right');
  });

  it('that is wrong twice gets the worked step, and exit code 1 at the end', async () => {
    const session = terminal(LECTURE, { columns: 120 });
    await session.answer('dv', '4');
    await session.answer('dv', '5');
    await session.waitFor('dv = dJ/dv = 3');
    await answerRightly(session, 'da');
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toContain('You found 4 of 5.');
    expect(session.screen).toContain('Where it went wrong: products (2 of 3 right at once).');
    expect(session.screen).toMatch(/To practise that: gradtutor quiz --level \d/u);
  });

  it('is not counted when it is a name that is not there, unreadable, or nothing', async () => {
    const session = terminal(LECTURE);
    for (const text of ['zz', 'db', '3*', '2 cm', 'hello world', ':frobnicate', '', '   ', '1/0', '(((']) {
      await session.answer('dv', text);
    }
    await session.answer('dv', '4');
    await answerRightly(session);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('There is no zz here.');
    expect(session.screen).toContain(':frobnicate is not a command.');
    expect(session.screen).toContain('All 5 right');
  });
});

describe('an answer', () => {
  it('may be a fraction, or an expression over the names at hand', async () => {
    const session = terminal(LECTURE);
    const answers = { dv: '6/2', da: 'dv*1', du: 'dv', db: 'du*c', dc: 'du · b' };
    for (const [dvar, text] of Object.entries(answers)) await session.answer(dvar, text);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain('All 5 right');
  });

  it.each(['b', 'u', 's', 'q'])('that is the name %s alone is an answer, not a command', async (name) => {
    const session = terminal(['run', `${name}^2/2`, '--at', `${name}=3`]);
    await session.waitFor('What is d');
    const first = /What is (d\S+),/u.exec(session.screen)?.[1] ?? '';
    if (first === `d${name}`) await session.answer(first, name);
    else {
      await session.answer(first, '1/2');
      await session.answer(`d${name}`, name);
    }
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen).toContain(`Right: d${name} = 3.`);
  });
});

describe('what is typed before the first question is asked', () => {
  it('answers it, and the ones after it, up to a line that is only begun', async () => {
    const session = terminal(LECTURE, { columns: 120 });
    session.type('3\r3\r3\r12/');
    await session.waitFor('db = 12/');
    for (const dvar of ['dv', 'da', 'du']) expect(session.screen).toContain(`Right: ${dvar} = 3.`);
    session.type('2\r');
    await session.waitFor('Right: db = 6.');
    await session.answer('dc', '9');
    expect(await session.ended()).toMatchObject({ code: 0 });
  });
});

describe('a command', () => {
  it('? gives a hint, and then a larger one, without giving the answer away at once', async () => {
    const session = terminal(LECTURE, { columns: 120 });
    await answerRightly(session, 'dv', 'du');
    const hints: string[] = [];
    for (let i = 0; i < 5; i++) {
      await session.waitForPrompt('db');
      const before = session.screen.length;
      session.type('?\r');
      await session.waitForPrompt('db');
      hints.push(session.screen.slice(before).split('\n').slice(1, -1).join('\n').trim());
    }
    expect(hints[0]).toMatch(/\bu\b/u);
    expect(hints[0]).not.toMatch(/[2-9]/u);
    expect(hints[1]).toBe('db = du · du/db');
    expect(hints[2]).toContain('du/db = c');
    expect(hints[3]).toContain('3 · 2');
    expect(hints[4]).toContain(':show');
    await answerRightly(session, 'db');
    expect(await session.ended()).toMatchObject({ code: 0 });
  });

  it.each([':s', ':show', ':SHOW', ' :s '])(
    '%j shows the step, which is not scored as found',
    async (command) => {
      const session = terminal(LECTURE);
      await session.answer('dv', command);
      await session.waitFor('dv = dJ/dv = 3');
      await answerRightly(session, 'da');
      expect(await session.ended()).toMatchObject({ code: 0 });
      expect(session.screen).toContain('You found 4 of 5.');
    },
  );

  it.each([':q', ':quit', '\u0004'])(
    '%j stops quietly, and shows no dvar that is still open',
    async (command) => {
      const session = terminal(LECTURE);
      await session.answer('dv', '3');
      await session.waitForPrompt('da');
      session.type(command === '\u0004' ? command : `${command}\r`);
      const { code, stty } = await session.ended();
      expect(code).toBe(0);
      expectSane(session, stty);
      expect(session.screen).toContain('Stopped. You found 1 of 1 so far.');
      expect(session.screen).not.toMatch(/da (=|≈) 3|db = 6/u);
    },
  );

  it.each([{}, { TERM: 'dumb' }])('Ctrl+C exits 130 and leaves the terminal sane: %j', async (env) => {
    const session = terminal(LECTURE, { env });
    await session.answer('dv', '3');
    await session.waitForPrompt('da');
    session.type('2\u0003');
    const { code, stty } = await session.ended();
    expect(code).toBe(130);
    expectSane(session, stty);
    expect(session.screen).not.toContain('Error');
    expect(session.screen.match(/^ {2}Stopped.*$/gmu)).toEqual([
      '  Stopped. To go on, give the same command again.',
    ]);
  });
});

describe('a terminal', () => {
  it.each([{ TERM: 'dumb' }, { ACCESSIBLE: '1', NO_COLOR: '1' }])(
    'that wants plain lines gets no escape sequences: %j',
    async (env) => {
      const session = terminal(LECTURE, { env });
      await session.answer('dv', '4');
      await answerRightly(session);
      const { code, stty } = await session.ended();
      expect(code).toBe(0);
      expectSane(session, stty);
      expect(session.raw).not.toContain('\u001b');
      expect(session.screen).toContain('All 5 right');
    },
  );

  it.each([{ TERM: 'dumb' }, { ACCESSIBLE: '1' }])(
    'with plain lines ends quietly on Ctrl+D: %j',
    async (env) => {
      const session = terminal(LECTURE, { env });
      await session.waitForPrompt('dv');
      session.type('\u0004');
      expect(await session.ended()).toMatchObject({ code: 0 });
      expect(session.screen).toContain('Stopped');
    },
  );

  it.each(['--no-ask', '--quiet', '--format=json'])('is asked nothing with %s', async (flag) => {
    const session = terminal([...LECTURE, flag, '--no-color']);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen.trimEnd()).toBe((await gradtutor([...LECTURE, flag])).stdout.trimEnd());
  });

  it('is as wide as it says', async () => {
    const session = terminal([...LECTURE, '--no-ask', '--no-color'], { columns: 50 });
    await session.ended();
    expect(session.screen.trimEnd()).toBe((await gradtutor([...LECTURE, '--width', '50'])).stdout.trimEnd());
  });

  it('is asked nothing when there is nothing to ask', async () => {
    const session = terminal(['run', '2^3']);
    expect(await session.ended()).toMatchObject({ code: 0 });
  });

  it.each(['</dev/null', '2>/dev/null', '| cat'])(
    'is asked nothing when a stream is something else: %s',
    async (redirection) => {
      const session = terminal([...LECTURE, '--no-color'], { redirection });
      expect(await session.ended()).toMatchObject({ code: 0 });
      expect(session.screen.trimEnd()).toBe((await gradtutor(LECTURE)).stdout.trimEnd());
    },
  );
});
