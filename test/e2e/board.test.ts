import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { type Session, terminal } from '../support/pty.ts';
import { reportsOf } from '../support/quiz.ts';

const LECTURE = '3*(a+b*c)';
const BOXES = /[─│┌┐└┘├┤┬┴]/u;

/** What has been shown since the answer before. */
async function shownAt(session: Session, dvar: string, before: number): Promise<string> {
  await session.waitForPrompt(dvar);
  return session.screen.slice(before);
}

describe.each(['run', 'quiz'])('the graph above the questions of %s', (command) => {
  it.each(['en', 'ko'])(
    'fills with the dvars as they are found, and marks the node in question: %s',
    async (lang) => {
      const session = terminal([command, LECTURE, '--lang', lang]);
      const first = await shownAt(session, 'dv', 0);
      expect(first).toContain('▸v = a + u = 11 ─── J = 3 * v = 33');
      expect(first).toMatch(/dv = \? +dJ = 1/u);
      const before = session.screen.length;
      session.type('3\r');
      const second = await shownAt(session, 'da', before);
      expect(second).toContain('▸a = 5 ──');
      expect(second).toMatch(/dv = 3 +dJ = 1/u);
      expect(second).toContain('da = ?');
      expect(second).not.toMatch(/du =|db =|dc =/u);
      session.type(':q\r');
      await session.ended();
    },
  );

  it('is not repeated for another try, and is shown on request', async () => {
    const session = terminal([command, LECTURE]);
    let before = (await shownAt(session, 'dv', 0)).length;
    session.type('4\r');
    const again = await shownAt(session, 'dv', before);
    expect(again).not.toMatch(BOXES);
    before = session.screen.length;
    session.type(':graph\r');
    expect(await shownAt(session, 'dv', before)).toContain('▸v = a + u = 11');
    session.type(':q\r');
    await session.ended();
  });

  it.each([['--plain'], ['--ascii']])('keeps to the alphabet with %s', async (flag) => {
    const session = terminal([command, LECTURE, flag]);
    const shown = await shownAt(session, 'dv', 0);
    expect(shown).not.toMatch(BOXES);
    expect(shown.includes('>v = a + u = 11 --- J')).toBe(flag === '--ascii');
    session.type(':q\r');
    await session.ended();
  });

  it('shows what lies around the node where the terminal is too low for all of it', async () => {
    const chain = 'u = a*b; v = sin(u); w = cos(v); p = exp(w); q = sin(p); J = q^2';
    const session = terminal([command, chain], { rows: 24, columns: 60 });
    const shown = await shownAt(session, 'dq', 0);
    const board = shown.slice(shown.lastIndexOf('dq = ?') - 300);
    expect(board).toContain('q = sin(p)');
    expect(board).not.toContain('a * b');
    expect(board).toMatch(/around q/u);
    session.type(':q\r');
    await session.ended();
  });

  it('leaves a very low terminal to the words', async () => {
    const session = terminal([command, LECTURE], { rows: 14 });
    expect(await shownAt(session, 'dv', 0)).not.toMatch(BOXES);
    session.type(':q\r');
    await session.ended();
  });
});

describe('the graph above a question', () => {
  it('has no value before it is found', async () => {
    const session = terminal(['quiz', LECTURE, '--ask', 'value']);
    await session.waitForPrompt('u');
    expect(session.screen).toContain('▸u = b * c = ?');
    expect(session.screen).not.toMatch(/11|33/u);
    session.type('6\r');
    await session.waitForPrompt('v');
    expect(session.screen).toContain('u = b * c = 6');
    session.type(':q\r');
    await session.ended();
  });

  it('does not tell which line is wrong, where that is the question', async () => {
    const args = [LECTURE, '--ask', 'bug', '--seed', '4', '--at', 'a=5,b=7,c=2'];
    const [bug] = (await reportsOf(args))[0]?.questions ?? [];
    const session = terminal(['quiz', ...args]);
    await session.waitFor(/\n {2}line:\s*$/u);
    expect(session.screen).toMatch(BOXES);
    expect(session.screen).not.toContain('▸');
    session.type(':g\r');
    await session.waitFor(/\n {2}line:\s*$/u);
    expect(session.screen).not.toContain('▸');
    session.type(`d${bug?.name}\r`);
    await session.waitForPrompt(`d${bug?.name}`);
    expect(session.screen).toContain(`d${bug?.name} = ?`);
    session.type(':q\r');
    await session.ended();
  });

  it('is there again when a quiz goes on', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    const session = terminal(['quiz', LECTURE], { env: { XDG_DATA_HOME } });
    await session.answer('dv', '3');
    await session.answer('da', ':q');
    await session.ended();
    const resumed = terminal(['quiz', '--resume'], { env: { XDG_DATA_HOME } });
    const shown = await shownAt(resumed, 'da', 0);
    expect(shown).toContain('▸a = 5 ──');
    expect(shown).toMatch(/dv = 3 +dJ = 1/u);
    resumed.type(':q\r');
    await resumed.ended();
  });
});
