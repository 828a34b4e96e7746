import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../../src/tutor/mistakes.ts';
import type { Question } from '../../src/tutor/questions.ts';
import { viewOf } from '../../src/tutor/view.ts';
import { gradtutor, outputOf, temporaryFolder } from '../support/cli.ts';
import { builtInLessons } from '../support/course.ts';
import { answerAll, asked, idOf, progressIn, questionsIn, rightAnswer } from '../support/learner.ts';
import { terminal } from '../support/pty.ts';
import { unwrapped, widestLine } from '../support/quiz.ts';

describe.each(['en', 'ko'])('every lesson, answered rightly: %s', (lang) => {
  it.each(builtInLessons.map((lesson) => [idOf(lesson), lesson] as const))('%s', async (id, lesson) => {
    const XDG_DATA_HOME = temporaryFolder();
    const session = terminal(['learn', id, '--lang', lang], { env: { XDG_DATA_HOME } });
    await answerAll(session, questionsIn(lesson));
    expect(await session.ended()).toMatchObject({ code: 0 });
    const { title } = lesson.lesson.prose.get(lang) ?? {};
    expect(unwrapped(session.screen)).toContain(`${Number(id.slice(0, 2))}. ${title}`);
    expect(session.screen).not.toMatch(/\{\{|\}\}|undefined|NaN/u);
    const total = questionsIn(lesson).length;
    expect(session.screen).toMatch(
      lang === 'en' ? new RegExp(`All ${total} right`, 'u') : new RegExp(`${total}개를 모두`, 'u'),
    );
    const { answered, lessons } = progressIn(XDG_DATA_HOME);
    expect(lessons[id]).toMatchObject({ lines: [], done: total, total, finished: 1 });
    const again = /ask about this again (tomorrow|in \d+ days)|(내일|\d+일 뒤에) 다시 물어볼게요/u;
    const isPractised = answered.some(({ gate, chances = [] }) => gate !== undefined || chances.length > 0);
    expect(again.test(unwrapped(session.screen))).toBe(isPractised);
    expect(answered.map(({ outcome }) => outcome)).toEqual(questionsIn(lesson).map(() => 'right'));
  });
});

describe.each(['en', 'ko'])('every lesson, with a mistake that it trains: %s', (lang) => {
  it.each(builtInLessons.map((lesson) => [idOf(lesson), lesson] as const))('%s', async (id, lesson) => {
    const trained = new Set<string>(lesson.lesson.data.trains.mistakes);
    const XDG_DATA_HOME = temporaryFolder();
    const session = terminal(['learn', id, '--lang', lang], { env: { XDG_DATA_HOME } });
    const made: string[] = [];
    for (const { problem, questions } of lesson.scenes) {
      for (const question of questions) {
        await asked(session, question);
        const slip =
          question.kind === 'gradient' ? slipAt(lesson, problem ?? '', question, trained) : undefined;
        if (slip !== undefined && made.length === 0) {
          made.push(slip.id);
          session.type(`${slip.value}\r`);
          await session.waitFor(/says: add|is not|라면|아니에요/u);
          await asked(session, question);
        }
        session.type(`${rightAnswer(question)}\r`);
      }
    }
    expect(await session.ended()).toMatchObject({ code: 0 });
    // Where it trains no mistake about a dvar, its planted line is the exercise.
    expect(progressIn(XDG_DATA_HOME).answered.flatMap((each) => each.mistakes)).toEqual(made);
    expect(made.length > 0 || questionsIn(lesson).some(({ kind }) => kind === 'bug')).toBe(true);
  });
});

const isNear = (a: number, b: number) => Math.abs(a - b) <= 0.02 * Math.max(1, Math.abs(b));

/** The number of a trained mistake, where no other mistake and no right answer has it. */
function slipAt(
  { studies }: (typeof builtInLessons)[number],
  problem: string,
  { name, expected }: Question,
  trained: ReadonlySet<string>,
): { id: string; value: number } | undefined {
  const studied = studies.get(problem);
  if (!studied) return undefined;
  const view = viewOf(studied, name);
  const all = mistakes.flatMap(({ id, find }) => find(view).map(({ value }) => ({ id, value })));
  return all.find(
    ({ id, value }) =>
      trained.has(id) &&
      id !== 'other-variable' && // is named only once the other one is done
      Number.isFinite(value) &&
      !isNear(value, expected) &&
      all.every((other) => other.id === id || !isNear(other.value, value)),
  );
}

describe.each([
  ['en', 'ko'],
  ['ko', 'en'],
])('every lesson, left in the middle in %s', (lang, other) => {
  it.each(builtInLessons.map((lesson) => [idOf(lesson), lesson] as const))(
    `%s goes on at the same question in ${other}`,
    async (id, lesson) => {
      const XDG_DATA_HOME = temporaryFolder();
      const questions = questionsIn(lesson);
      const middle = Math.floor(questions.length / 2);
      const first = terminal(['learn', id, '--lang', lang], { env: { XDG_DATA_HOME } });
      await answerAll(first, questions.slice(0, middle));
      await asked(first, questions[middle] as Question);
      first.type(middle % 2 === 0 ? '\u0003' : ':q\r');
      expect(await first.ended()).toMatchObject({ code: middle % 2 === 0 ? 130 : 1 });
      expect(progressIn(XDG_DATA_HOME).lessons[id]).toMatchObject({ done: middle, finished: 0 });
      const again = terminal(['learn', '--lang', other], { env: { XDG_DATA_HOME } });
      await answerAll(again, questions.slice(middle));
      expect(await again.ended()).toMatchObject({ code: 0 });
      const { answered, lessons } = progressIn(XDG_DATA_HOME);
      expect(lessons[id]).toMatchObject({ done: questions.length, finished: 1 });
      expect(answered).toHaveLength(questions.length);
    },
  );
});

describe('gradtutor learn', () => {
  it('welcomes once, begins with the first lesson, and goes on with the next', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    const [first, second] = builtInLessons;
    if (!first || !second) throw new Error('no lessons');
    const session = terminal(['learn'], { env: { XDG_DATA_HOME } });
    await answerAll(session, questionsIn(first));
    await session.ended();
    expect(session.screen).toMatch(/^\s*Welcome/u);
    const next = terminal(['learn'], { env: { XDG_DATA_HOME } });
    await asked(next, questionsIn(second)[0] as Question);
    expect(next.screen).not.toContain('Welcome');
    expect(next.screen).toContain(second.lesson.prose.get('en')?.title);
    next.type(':q\r');
    await next.ended();
    const list = await outputOf(['learn', 'list'], { env: { XDG_DATA_HOME } });
    expect(list).toMatch(/██████████ {2}01-slope .* done/u);
    expect(list).toMatch(/░░░░░░░░░░ {2}19-capstone/u);
  });

  it.each(['4', '04', 'backward', '04-backward'])('takes a lesson by %s', async (name) => {
    const { stdout } = await gradtutor(['learn', name, '--answers', ':n']);
    expect(stdout).toMatch(/^4\. Backward/u);
  });

  it('forgets one lesson, or all', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    const env = { XDG_DATA_HOME };
    for (const id of ['1', '2']) {
      const session = terminal(['learn', id], { env });
      const [question] = questionsIn(builtInLessons[Number(id) - 1] as (typeof builtInLessons)[number]);
      await asked(session, question as Question);
      session.type(`${rightAnswer(question as Question)}\r`);
      await session.waitFor(/Right/u);
      session.type(':q\r');
      await session.ended();
    }
    expect(Object.keys(progressIn(XDG_DATA_HOME).lessons)).toEqual(['01-slope', '02-slope-that-varies']);
    await outputOf(['learn', 'reset', 'slope'], { env });
    expect(Object.keys(progressIn(XDG_DATA_HOME).lessons)).toEqual(['02-slope-that-varies']);
    await outputOf(['learn', 'reset'], { env });
    expect(existsSync(join(XDG_DATA_HOME, 'gradtutor/progress.json'))).toBe(false);
  });

  it('is not done with a lesson in which something was skipped', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    const [lesson] = builtInLessons;
    const [first, ...others] = questionsIn(lesson as (typeof builtInLessons)[number]);
    const session = terminal(['learn', '1'], { env: { XDG_DATA_HOME } });
    await asked(session, first as Question);
    session.type(':skip\r');
    await answerAll(session, others);
    await session.ended();
    expect(session.screen).toMatch(/You skipped 1 question, so this lesson is still open/u);
    expect(progressIn(XDG_DATA_HOME).lessons['01-slope']).toMatchObject({ done: others.length, finished: 0 });
    expect(await outputOf(['learn', 'list'], { env: { XDG_DATA_HOME } })).toMatch(/01-slope.*6 of 7/u);
  });

  it('tells who leaves of the lesson, once', async () => {
    const session = terminal(['learn', '1']);
    await answerAll(session, questionsIn(builtInLessons[0] as (typeof builtInLessons)[number]).slice(0, 3));
    session.type(':q\r');
    await session.ended();
    expect(session.screen.match(/Stopped/gu)).toHaveLength(1);
    expect(session.screen).toContain('Go on with: gradtutor learn 01-slope');
  });

  it('goes on without keeping progress where it cannot, and says so once', async () => {
    const [lesson] = builtInLessons;
    const session = terminal(['learn', '1'], { env: { XDG_DATA_HOME: '/dev/null/nowhere' } });
    await answerAll(session, questionsIn(lesson as (typeof builtInLessons)[number]));
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen.match(/not kept/gu)).toHaveLength(1);
  });

  it('sets a file that it cannot read aside, and names it', async () => {
    const XDG_DATA_HOME = temporaryFolder();
    mkdirSync(join(XDG_DATA_HOME, 'gradtutor'));
    const file = join(XDG_DATA_HOME, 'gradtutor/progress.json');
    writeFileSync(file, '{"version":1,');
    const { code, stderr } = await gradtutor(['learn', 'list'], { env: { XDG_DATA_HOME } });
    expect(code).toBe(0);
    expect(stderr).toContain(`${file}.unreadable`);
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('{"version":1,');
    expect(existsSync(file)).toBe(false);
  });

  it.each<[string, string[], RegExp]>([
    ['a lesson that is not there', ['learn', 'backwards'], /no lesson backwards.*Did you mean backward\?/u],
    ['a folder that is not there', ['learn', '--from', '/nowhere'], /\/nowhere.*no such file or folder/u],
    ['a folder without lessons', ['learn', '--from', temporaryFolder()], /cannot be used.*lessons check/u],
  ])('is one clear error for %s', async (_, args, said) => {
    const { code, stdout, stderr } = await gradtutor(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(unwrapped(stderr)).toMatch(said);
  });

  it.each(['en', 'ko'])('stays within 80 columns, and reads out plainly: %s', async (lang) => {
    for (const flags of [[], ['--plain'], ['--ascii']]) {
      const { stdout } = await gradtutor(['learn', '4', '--lang', lang, ...flags], {
        input: ':n\n'.repeat(30),
      });
      expect(widestLine(stdout)).toBeLessThanOrEqual(80);
      expect(flags.length > 0 && /[─│┌┐└┘├┤┬┴▸]/u.test(stdout)).toBe(false);
    }
  });
});

describe('gradtutor lessons', () => {
  it('proves the course that comes with it', async () => {
    expect(await outputOf(['lessons', 'check'])).toBe('19 lessons, nothing to mend.\n');
    expect(await outputOf(['lessons', 'check', '--lang', 'ko'])).toBe('수업 19개, 고칠 것이 없어요.\n');
  });

  it('makes lessons that can be proved and played', async () => {
    const cwd = temporaryFolder();
    expect(await outputOf(['lessons', 'new', 'chain-rule'], { cwd })).toContain('Made 01-chain-rule');
    expect(await outputOf(['lessons', 'new', 'next'], { cwd })).toContain('Made 02-next');
    expect(await outputOf(['lessons', 'check', '.'], { cwd })).toBe('2 lessons, nothing to mend.\n');
    const played = await gradtutor(['learn', '--from', '.', '2', '--answers', '4,28,db,12'], { cwd });
    expect(played).toMatchObject({ code: 0, stderr: '' });
    expect(played.stdout).toContain('All 4 right.');
    expect(unwrapped(played.stdout)).toContain('are not kept in your progress');
    expect(unwrapped(await outputOf(['learn', 'list', '--from', '.'], { cwd }))).toContain(
      "Go on with: gradtutor learn --from '.'. A lesson by its number or name: gradtutor learn --from '.' 2",
    );
    const again = await gradtutor(['lessons', 'new', 'chain-rule'], { cwd });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('01-chain-rule is there already');
  });

  it('says what is wrong, where, and how to mend it, and ends with 1', async () => {
    const cwd = temporaryFolder();
    await outputOf(['lessons', 'new', 'one'], { cwd });
    const file = join(cwd, '01-one/lesson.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('about: [u, a]', 'about: [u, zebra]'));
    const { code, stdout } = await gradtutor(['lessons', 'check', '.'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe(
      '01-one/lesson.yaml:15 The problem first has no variable zebra.\n1 thing to mend in 1 lesson.\n',
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a name with spaces', ['lessons', 'new', 'My Lesson'], /no name for a lesson/u],
    ['a folder without lessons', ['lessons', 'check', temporaryFolder()], /There is no lesson in/u],
  ])('is one clear error for %s', async (_, args, said) => {
    const { code, stderr } = await gradtutor(args, { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });
});
