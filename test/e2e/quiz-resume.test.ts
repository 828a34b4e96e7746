import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Environment, gradtutor, temporaryFolder } from '../support/cli.ts';
import { type Session, terminal } from '../support/pty.ts';
import { reportsOf } from '../support/quiz.ts';

const LECTURE = '3*(a+b*c)';
const DVARS = Object.entries({ dv: '3', da: '3', du: '3', db: '6', dc: '9' });
const SERIES = ['--level', '2', '--count', '2', '--seed', '9'];
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** A data folder that two processes share. */
const home = (): Environment => ({ XDG_DATA_HOME: temporaryFolder() });
const folderIn = (env: Environment) => join(env['XDG_DATA_HOME'] as string, 'gradtutor');

/** The files of sessions of a command. */
const filesIn = (env: Environment, command = 'quiz') =>
  (existsSync(folderIn(env)) ? readdirSync(folderIn(env)) : [])
    .filter((name) => name.startsWith(command) && name.endsWith('.json'))
    .map((name) => join(folderIn(env), name));

function keep(env: Environment, text: string): string {
  const file = join(folderIn(env), 'quiz-0123456789abcdef.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function answerUntil(session: Session, last: string): Promise<void> {
  for (const [dvar, value] of DVARS) {
    await session.waitForPrompt(dvar);
    if (dvar === last) return;
    session.type(`${value}\r`);
  }
}

async function leaveAtDb(command: string, how: string, env: Environment) {
  const session = terminal([command, LECTURE], { env });
  await answerUntil(session, 'db');
  session.type('2\r');
  await session.waitForPrompt('db');
  session.type(how);
  return session.ended();
}

/** Answers what is left from db on. */
async function finish(session: Session): Promise<number> {
  await session.answer('db', '6');
  await session.answer('dc', '9');
  return (await session.ended()).code;
}

describe('a quiz that was left', () => {
  it.each([
    ['Ctrl+C', CTRL_C, 130],
    ['Ctrl+D', CTRL_D, 1],
    [':quit', ':quit\r', 1],
    [':q', ':q\r', 1],
  ])('with %s goes on at the same question, with what was answered', async (_, how, code) => {
    const env = home();
    expect(await leaveAtDb('quiz', how, env)).toMatchObject({ code });
    const session = terminal(['quiz', '--resume'], { env });
    await session.waitForPrompt('db');
    expect(session.screen).toContain('Going on where you stopped.');
    expect(session.screen).toMatch(/J = 3 \* \(a \+ b \* c\)[\s\S]*dv = 3[\s\S]*What is db/u);
    expect(session.screen).not.toMatch(/What is d[vauc]\b|db = 6|dc/u);
    expect(await finish(session)).toBe(0);
    expect(session.screen).toMatch(/All 5 right/u);
  });

  it('keeps the tries that were used', async () => {
    const env = home();
    await leaveAtDb('quiz', CTRL_C, env);
    const session = terminal(['quiz', '--resume'], { env });
    await session.answer('db', '5');
    await session.answer('dc', '9');
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toContain('You found 4 of 5.');
  });

  it('keeps the seed, the level and the kinds of a series, and the score of the problems before', async () => {
    const env = home();
    const args = [...SERIES, '--ask', 'local,gradient'];
    const questions = (await reportsOf(args)).flatMap((report) => report.questions);
    const stopAt = questions.length - 2;
    let session = terminal(['quiz', ...args], { env });
    for (const [i, { label, expected }] of questions.slice(0, stopAt).entries())
      await session.answer(label, i === 0 ? ':show' : String(expected));
    await session.waitForPrompt(questions[stopAt]?.label ?? '');
    session.type(CTRL_C);
    expect(await session.ended()).toMatchObject({ code: 130 });
    session = terminal(['quiz', '--resume', '--lang', 'ko'], { env });
    for (const { label, expected } of questions.slice(stopAt)) await session.answer(label, String(expected));
    expect(await session.ended()).toMatchObject({ code: 1 });
    expect(session.screen).toContain(`${questions.length}개 가운데 ${questions.length - 1}개`);
  });

  it('can be left and gone on with more than once', async () => {
    const env = home();
    await leaveAtDb('quiz', CTRL_C, env);
    for (const typed of ['?', ':g']) {
      const session = terminal(['quiz', '--resume'], { env });
      await session.answer('db', typed);
      await session.waitForPrompt('db');
      session.type(CTRL_C);
      expect(await session.ended()).toMatchObject({ code: 130 });
    }
    const session = terminal(['quiz', '--resume', '--plain'], { env });
    expect(await finish(session)).toBe(0);
  });

  it('leaves nothing to go on with once it is finished', async () => {
    const env = home();
    await leaveAtDb('quiz', CTRL_C, env);
    expect(await finish(terminal(['quiz', '--resume'], { env }))).toBe(0);
    expect(filesIn(env)).toEqual([]);
    const { code, stdout, stderr } = await gradtutor(['quiz', '--resume'], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: There is no quiz to go on with\..*\n$/u);
  });

  it('is not taken for a walk, nor a walk for a quiz', async () => {
    const env = home();
    await leaveAtDb('run', CTRL_C, env);
    expect(await gradtutor(['quiz', '--resume'], { env })).toMatchObject({ code: 2 });
    const other = home();
    await leaveAtDb('quiz', CTRL_C, other);
    const session = terminal(['run', LECTURE], { env: other });
    await session.waitForPrompt('dv');
    expect(session.screen).not.toContain('You stopped here before');
  });

  it('is not touched by answers that are handed in', async () => {
    const env = home();
    await leaveAtDb('quiz', CTRL_C, env);
    const [file = ''] = filesIn(env);
    const before = readFileSync(file, 'utf8');
    expect(await gradtutor(['quiz', LECTURE, '--answers', '3,3,3,6,9'], { env })).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is kept beside another one: two terminals do not write over one another', async () => {
    const env = home();
    const other = terminal(['quiz', '2*x'], { env });
    await other.waitForPrompt('dx');
    await leaveAtDb('quiz', CTRL_C, env);
    other.type('1\r');
    await other.waitForPrompt('dx');
    other.type(CTRL_C);
    await other.ended();
    expect(filesIn(env)).toHaveLength(2);
    const last = terminal(['quiz', '--resume'], { env });
    await last.answer('dx', '2');
    expect(await last.ended()).toMatchObject({ code: 0 });
    expect(await finish(terminal(['quiz', '--resume'], { env }))).toBe(0);
    expect(filesIn(env)).toEqual([]);
  });
});

describe('a walk that was left', () => {
  const offer = /Enter to go on from there, n to start again:\s*$/u;

  it.each([
    ['Ctrl+C', CTRL_C],
    ['Ctrl+D', CTRL_D],
    [':q', ':q\r'],
  ])('with %s is offered the next time, and goes on with Enter', async (_, how) => {
    const env = home();
    await leaveAtDb('run', how, env);
    const session = terminal(['run', LECTURE], { env });
    await session.waitFor(offer);
    session.type('\r');
    await session.waitForPrompt('db');
    expect(session.screen).not.toMatch(/What is d[vauc]\b/u);
    expect(await finish(session)).toBe(0);
    expect(session.screen).toMatch(/All 5 right/u);
    expect(filesIn(env, 'run')).toEqual([]);
  });

  it('begins anew with n', async () => {
    const env = home();
    await leaveAtDb('run', CTRL_C, env);
    const session = terminal(['run', LECTURE], { env });
    await session.waitFor(offer);
    session.type('n\r');
    for (const [dvar, value] of DVARS) await session.answer(dvar, value);
    expect(await session.ended()).toMatchObject({ code: 0 });
  });

  it('is not offered for another expression, or with other values', async () => {
    const env = home();
    await leaveAtDb('run', CTRL_C, env);
    for (const args of [
      ['run', '2*x'],
      ['run', LECTURE, '--at', 'a=5,b=7,c=2'],
    ]) {
      const session = terminal(args, { env });
      await session.waitFor(/What is d/u);
      expect(session.screen).not.toContain('You stopped here before');
      session.type(CTRL_C);
      await session.ended();
    }
  });
});

describe('a session file', () => {
  it.each([
    ['is cut off', '{"version":1,"comm'],
    ['is empty', ''],
    ['has another format', '{"version":2,"lines":[]}'],
    ['is a list', '[]'],
    ['is null', 'null'],
    [
      'has lines that are no text',
      '{"version":1,"command":"quiz","about":{"ask":["gradient"]},"lines":[1,2]}',
    ],
    ['does not say what it is about', '{"version":1,"command":"quiz","about":null,"lines":["3"]}'],
  ])('that %s is set aside and named, and nothing breaks', async (_, text) => {
    const env = home();
    const file = keep(env, text);
    const { code, stderr } = await gradtutor(['quiz', '--resume'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain(file);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    const aside = readdirSync(dirname(file)).filter((name) => join(dirname(file), name) !== file);
    expect(aside.map((name) => readFileSync(join(dirname(file), name), 'utf8'))).toEqual([text]);
    expect(existsSync(file)).toBe(false);
  });

  it.each(['quiz', 'run'])('that cannot be written gives one note, and %s goes on', async (command) => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    const session = terminal([command, LECTURE], { env: { XDG_DATA_HOME: folder } });
    for (const [dvar, value] of DVARS) await session.answer(dvar, value);
    expect(await session.ended()).toMatchObject({ code: 0 });
    expect(session.screen.split('Your place is not kept').length - 1).toBe(1);
    expect(session.screen).toMatch(/All 5 right/u);
  });
});

describe('Ctrl+C', () => {
  it.each([
    ['en', [], /^ {2}Stopped\. To go on, give the same command again\.$/mu],
    ['en', ['3'], /^ {2}Stopped\. Go on with: gradtutor quiz --resume$/mu],
    ['ko', ['3'], /^ {2}여기서 멈출게요\. 이어서 하려면: gradtutor quiz --resume$/mu],
  ])('says how to go on: %s after %j', async (lang, before, said) => {
    const session = terminal(['quiz', LECTURE, '--lang', lang], { env: home() });
    for (const text of before) await session.answer('dv', text);
    await session.waitForPrompt(before.length === 0 ? 'dv' : 'da');
    session.type(CTRL_C);
    expect(await session.ended()).toMatchObject({ code: 130 });
    expect(session.screen).toMatch(said);
  });
});
