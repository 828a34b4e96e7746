import { describe, expect, test } from 'vitest';
import { askedSteps } from '../../src/chain.ts';
import { type Study, study } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { plantAt, type PlantedBug, plantBug } from '../../src/tutor/bug.ts';
import { generate } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { mistakes } from '../../src/tutor/mistakes.ts';
import { aboutBug, questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { currentQuestion, startSession, type Turn } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';
import { viewOf } from '../../src/tutor/view.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => i);

/** Worked passes with a wrong line, from every level. */
const planted: readonly { readonly studied: Study; readonly bug: PlantedBug }[] = Array.from(
  { length: HIGHEST_LEVEL },
  (_, i) => i + 1,
).flatMap((level) =>
  SEEDS.map((seed) => {
    const { source, at } = generate(level, new Random(seed));
    const studied = study(source, { at });
    const bug = plantBug(studied, new Random(seed));
    if (!bug) throw new Error(`nothing planted in ${source}`);
    return { studied, bug };
  }),
);

const lecture = study('3*(a+b*c)', { at: { a: 5, b: 7, c: 2 } });

describe('a planted slip', () => {
  test('is the same for the same seed, and comes up in different lines', () => {
    for (const seed of SEEDS)
      expect(plantBug(lecture, new Random(seed))).toEqual(plantBug(lecture, new Random(seed)));
    const lines = SEEDS.map((seed) => plantBug(lecture, new Random(seed))?.name);
    expect(new Set(lines).size).toBeGreaterThan(2);
  });

  test('can be seen: the line shows another number than it should, well off the right one', () => {
    for (const { studied, bug } of planted) {
      const right = studied.trace.gradients[bug.name] as number;
      const value = bug.lines.find(({ name }) => name === bug.name)?.value as number;
      expect(formatValue(value)).not.toBe(formatValue(right));
      expect(Math.abs(value - right)).toBeGreaterThan(0.01 * Math.max(0.2, Math.abs(right)));
    }
  });

  test('is a row of the table, with its number', () => {
    for (const { studied, bug } of planted) {
      const value = bug.lines.find(({ name }) => name === bug.name)?.value;
      const row = mistakes.find(({ id }) => id === bug.mistake);
      expect(row?.find(viewOf(studied, bug.name)).map((signature) => signature.value)).toContain(value);
    }
  });

  test('is in every line that is asked, in the order of telling', () => {
    for (const { studied, bug } of planted)
      expect(bug.lines.map(({ name }) => name)).toEqual(askedSteps(studied.trace).map(({ name }) => name));
  });

  test('is the only wrong line: every other follows from those above it', () => {
    for (const { studied, bug } of planted) {
      const { trace } = studied;
      const told = new Map([
        [trace.output, 1],
        ...bug.lines.map(({ name, value }) => [name, value] as const),
      ]);
      for (const { name, contributions } of askedSteps(trace)) {
        const follows = contributions.reduce(
          (sum, { consumer, upstream, local }) => sum + (told.get(consumer) ?? upstream) * local,
          0,
        );
        const line = told.get(name) as number;
        const isOff = Math.abs(line - follows) > 1e-9 * Math.max(1, Math.abs(follows));
        expect({ name, isOff }).toEqual({ name, isOff: name === bug.name });
      }
    }
  });

  test('goes along into what follows from it', () => {
    const seed = SEEDS.find((candidate) => plantBug(lecture, new Random(candidate))?.name === 'v');
    const lines = new Map(
      plantBug(lecture, new Random(seed ?? 0))?.lines.map(({ name, value }) => [name, value]),
    );
    const wrong = lines.get('v') as number;
    expect(wrong).not.toBe(3);
    expect(Object.fromEntries(lines)).toEqual({ v: wrong, a: wrong, u: wrong, b: 2 * wrong, c: 7 * wrong });
  });

  test('is none where there is no line', () => {
    expect(plantBug(study('1 + 2'), new Random(1))).toBeUndefined();
  });
});

/** The planted line guessed wrong so many times. */
const wrongLine = (times: number) => {
  const questions = questionsFor(lecture, ['bug'], 3);
  const other = lecture.trace.wrt.find((name) => name !== questions[0]?.name) as string;
  let turn: Turn = { session: startSession(lecture, questions, 2), messages: [] };
  for (let i = 0; i < times; i++) turn = answer(turn.session, `d${other}`);
  return turn;
};

describe('the question for the planted line', () => {
  test('gives a second try, then names the line without praise for a wrong guess', () => {
    expect(wrongLine(1).messages.map(({ key }) => key)).toEqual(['bug-elsewhere', 'again']);
    const { messages, done } = wrongLine(2);
    expect(messages.map(({ key }) => key)).toEqual(['bug-elsewhere', 'bug-was', 'tested', 'diagnosis']);
    expect(messages[1]?.args).toEqual({ dvar: `d${done?.question.name}` });
    expect(done?.outcome).toBe('wrong');
  });

  test('tells why the line is wrong once it is found: its number against the nudge, the slip, and the rule', () => {
    const bug = plantAt(lecture, 'local-only', 'b');
    const session = startSession(lecture, aboutBug(lecture, bug), 2);
    for (const typed of ['db', ':show']) {
      const { messages } = answer(session, typed);
      expect(messages.map(({ key }) => key)).toEqual([
        typed === 'db' ? 'bug-found' : 'bug-was',
        'tested',
        'diagnosis',
      ]);
      expect(messages[1]?.args).toMatchObject({
        dvar: 'db',
        answer: '2',
        predicted: '57.002',
        reached: '57.006',
      });
      expect(messages[2]?.args).toMatchObject({
        id: 'local-only',
        said: '2',
        rule: 'du · du/db',
        local: 'du/db',
      });
    }
  });

  test('comes again after the others when it is skipped, and what it should say along with it', () => {
    const [gradient] = questionsFor(lecture, ['gradient']);
    const [bug, mend] = aboutBug(lecture, plantAt(lecture, 'local-only', 'b'));
    if (!gradient || !bug || !mend) throw new Error('no questions');
    const first = answer(startSession(lecture, [bug, mend, gradient], 2), ':n');
    expect(first.messages).toEqual([{ key: 'skipped-line', args: { comesAgain: true } }]);
    expect(first.session.questions).toEqual([gradient, bug, mend]);
    const then = answer(first.session, String(gradient.expected)).session;
    const again = answer(then, ':n');
    expect(again.messages).toEqual([{ key: 'skipped-line', args: { comesAgain: false } }]);
    expect(again.session.isOver).toBe(true);
    expect(again.session.results.map(({ outcome }) => outcome)).toEqual(['right', 'skipped', 'skipped']);
    expect(answer(then, 'db').messages[0]?.key).toBe('bug-found');
  });

  test('left open, is gone back to before what the line should say', () => {
    const pair = aboutBug(lecture, plantAt(lecture, 'local-only', 'b'));
    const [gradient] = questionsFor(lecture, ['gradient']);
    if (!gradient) throw new Error('no question');
    let session = startSession(lecture, [...pair, gradient], 2);
    for (const typed of [':n', ':n', ':n']) session = answer(session, typed).session;
    expect(session.results.map(({ question }) => question.kind)).toEqual(['bug', 'mend']);
    expect(currentQuestion(session)).toBe(gradient);
    for (const typed of [':b', ':u'])
      expect(currentQuestion(answer(session, typed).session)?.kind).toBe('bug');
  });

  test('is told to a hand-in that names no line', () => {
    const pair = aboutBug(lecture, plantAt(lecture, 'local-only', 'b'));
    const { messages, done } = answer(startSession(lecture, pair, 1, true), '6');
    expect(messages.map(({ key }) => key)).toEqual(['unknown-line', 'bug-was', 'tested', 'diagnosis']);
    expect(done?.outcome).toBe('wrong');
    const person = answer(startSession(lecture, pair, 2), '6');
    expect(person.messages.map(({ key }) => key)).toEqual(['unknown-line', 'not-counted']);
  });

  test('tells it of every slip that is planted', () => {
    for (const { studied, bug } of planted) {
      const session = startSession(studied, aboutBug(studied, bug), 2);
      const [, tested, why] = answer(session, `d${bug.name}`).messages;
      expect(['tested', 'wrong']).toContain(tested?.key);
      expect(why).toMatchObject({ key: 'diagnosis', args: { id: bug.mistake } });
    }
  });
});
