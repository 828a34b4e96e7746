import { describe, expect, test } from 'vitest';
import { report } from '../../src/tutor/report.ts';
import { currentQuestion, isAtOnce, score, type Session } from '../../src/tutor/session.ts';
import { frozenSession, keysOf, outcomesOf, type } from '../support/session.ts';

const lecture = () => frozenSession('3*(a+b*c)');
const asked = (session: Session) => currentQuestion(session)?.name;

/** Through dv, da and du, to the question for db. */
const atB = () => type(lecture(), '3', '3', '3').session;

describe('the questions', () => {
  test("come in the lecture's order: dv, then da and du, then db and dc", () => {
    let session = lecture();
    const order: (string | undefined)[] = [];
    for (const text of ['3', '3', '3', '6', '9']) {
      order.push(asked(session));
      session = type(session, text).session;
    }
    expect(order).toEqual(['v', 'a', 'u', 'b', 'c']);
    expect(session.isOver).toBe(true);
    expect(currentQuestion(session)).toBeUndefined();
  });

  test('name the dvar, and know its value', () => {
    expect(currentQuestion(lecture())).toEqual({ kind: 'gradient', name: 'v', label: 'dv', expected: 3 });
  });

  test('are none where there is nothing to ask', () => {
    expect(frozenSession('1 + 2').isOver).toBe(true);
    expect(type(frozenSession('1 + 2'), '3')).toMatchObject({ messages: [] });
  });

  test('are none any more once the session is over', () => {
    const { session } = type(lecture(), '3', '3', '3', '6', '9');
    expect(type(session, '5')).toEqual({ session, messages: [] });
  });
});

describe('a right answer', () => {
  test.each([['6'], ['12/2'], ['2*3'], ['du*c'], ['du · c'], ['3c'], ['dv*1*c'], ['u'], ['6.00']])(
    '%s counts, and shows the worked step',
    (text) => {
      const turn = type(atB(), text);
      expect(keysOf(turn)).toContain('right');
      expect(turn.done?.question.name).toBe('b');
      expect(outcomesOf(turn.session)).toEqual(['right', 'right', 'right', 'right']);
      expect(asked(turn.session)).toBe('c');
    },
  );

  test('may use names only once they are known', () => {
    expect(keysOf(type(lecture(), 'dv'))).toEqual(['unknown-name', 'not-counted']);
    expect(keysOf(type(lecture(), '3', 'dv'))).toContain('right');
    expect(keysOf(type(lecture(), '3', 'dJ*dv'))).toContain('right');
  });

  test("uses the learner's variable where it has the name of a dvar", () => {
    const session = frozenSession('dv * x', { dv: 7, x: 2 });
    expect(keysOf(type(session, 'x', 'dv'))).toContain('right');
  });
});

describe('a wrong answer', () => {
  test("is first tested against the nudge with the learner's own number", () => {
    const turn = type(atB(), '2');
    expect(keysOf(turn)[0]).toBe('tested');
    expect(keysOf(turn)).toContain('again');
    expect(turn.messages[0]?.args).toMatchObject({
      name: 'b',
      dvar: 'db',
      answer: '2',
      step: '0.001',
      from: '33',
      predicted: '33.002',
      reached: '33.006',
    });
  });

  test('may be tried once more, and then the worked step is shown', () => {
    const once = type(atB(), '2');
    expect(once.done).toBeUndefined();
    expect(asked(once.session)).toBe('b');
    const twice = type(once.session, '9');
    expect(twice.done?.question.name).toBe('b');
    expect(keysOf(twice)).not.toContain('again');
    expect(outcomesOf(twice.session).at(-1)).toBe('wrong');
    expect(asked(twice.session)).toBe('c');
  });

  test('leaves the right answer to the second try', () => {
    const turn = type(atB(), '2', '6');
    expect(outcomesOf(turn.session).at(-1)).toBe('right');
    expect(turn.session.attempts).toEqual([]);
    expect(turn.done?.attempts.map(({ value }) => value)).toEqual([2, 6]);
  });

  test('that is close is asked for one more digit, and costs nothing', () => {
    const session = frozenSession('a/3', { a: 1 });
    const turn = type(session, '0.33');
    expect(keysOf(turn)).toEqual(['close']);
    expect(turn.session).toEqual(session);
  });

  test('where the nudge cannot tell is called wrong without a test', () => {
    const turn = type(frozenSession('abs(x)', { x: 0 }), '5');
    expect(keysOf(turn)[0]).toBe('wrong');
  });
});

describe('what a wrong answer is the sign of', () => {
  test('is told where one mistake gives the number', () => {
    const turn = type(atB(), '2');
    expect(turn.messages[1]).toMatchObject({
      key: 'diagnosis',
      args: { id: 'local-only', answer: '2', said: '2', local: 'du/db', rule: 'du · du/db' },
    });
    expect(turn.session.attempts.at(-1)?.mistakes).toEqual(['local-only']);
  });

  test('at a fork is told of the part that is off', () => {
    // du = 28 through v, and 6 through w
    const session = type(frozenSession('u = a*b; J = u^2 + 3*u*a', { a: 2, b: 7 }), '1', '1', '2').session;
    expect(type(session, '31').messages[1]).toMatchObject({
      key: 'diagnosis',
      args: { id: 'local-only', answer: '31', said: '3', inPart: 3, consumer: 'w', local: '∂w/∂u' },
    });
  });

  test('is not asserted on a tie: mistakes that are mended in different ways are told, two at most', () => {
    const turn = type(atB(), '3');
    expect(turn.messages[1]).toMatchObject({
      key: 'tie',
      args: { answer: '3', mistakes: [{ id: 'upstream-only' }, { id: 'own-value' }], remedy: undefined },
    });
    expect(turn.session.attempts.at(-1)?.mistakes).toEqual(['upstream-only', 'own-value', 'other-variable']);
  });

  test('on a tie of mistakes that are mended in the same way is what they share', () => {
    const start = frozenSession('2*(a*b) + 2*(a*c)', { a: 5, b: 3, c: 3 });
    const atA = type(start, '1', '1', '2', '2', '10').session;
    expect(asked(atA)).toBe('a');
    const turn = type(atA, '9');
    expect(turn.messages[1]).toMatchObject({
      key: 'tie',
      args: { answer: '9', mistakes: [{ id: 'local-only' }], remedy: 'chain' },
    });
    expect(turn.session.attempts.at(-1)?.mistakes).toEqual(['local-only']);
  });
});

describe('the report', () => {
  test('has the time a person took for each question, to a tenth of a second, where it was measured', () => {
    const { questions } = report(type(lecture(), '3', '3').session, [1.26, undefined]);
    expect(questions.map(({ seconds }) => seconds)).toEqual([
      1.3,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(questions.map((question) => 'seconds' in question)).toEqual([true, false, false, false, false]);
    expect(report(lecture()).questions.some((question) => 'seconds' in question)).toBe(false);
  });
});

describe('what is no answer costs no try', () => {
  test.each([
    ['six!', 'not-a-number'],
    ['2*', 'not-a-number'],
    ['1/0', 'not-a-number'],
    ['3*dc', 'unknown-name'],
    ['', 'empty'],
    ['   ', 'empty'],
    [':foo', 'unknown-command'],
    [':', 'unknown-command'],
  ])('%j', (text, key) => {
    const session = atB();
    const turn = type(session, text);
    expect(keysOf(turn).filter((told) => told !== 'not-counted')).toEqual([key]);
    expect(turn.session).toEqual(session);
    expect(turn.done).toBeUndefined();
  });

  test('and the names at hand are told', () => {
    const [message] = type(atB(), 'zz').messages;
    expect(message?.args).toMatchObject({ name: 'zz' });
    const names = message && 'names' in message.args ? message.args.names : [];
    expect(names).toEqual(expect.arrayContaining(['a', 'b', 'c', 'u', 'v', 'J', 'dJ', 'dv', 'da', 'du']));
    expect(names).not.toContain('db');
  });
});

describe('commands', () => {
  test.each([[':s'], [':show'], [':SHOW'], [' :s ']])('%s shows the worked step', (text) => {
    const turn = type(atB(), text);
    expect(turn.done?.question.name).toBe('b');
    expect(outcomesOf(turn.session).at(-1)).toBe('shown');
  });

  test.each([[':q'], [':quit'], [':Q']])('%s ends the session and tells how it went', (text) => {
    const turn = type(atB(), text);
    expect(turn.session.isOver).toBe(true);
    expect(turn.messages).toEqual([{ key: 'stopped', args: { right: 3, asked: 3 } }]);
    expect(type(turn.session, '6').messages).toEqual([]);
  });

  test.each([[':u'], [':undo']])('%s takes back the last answer', (text) => {
    const session = atB();
    const { session: after } = type(session, '2', text);
    expect({ ...after, met: session.met }).toEqual(session);
    expect([...after.met].map(({ label }) => label)).toEqual(['db']);
    expect(asked(type(session, '6', text).session)).toBe('b');
  });

  test.each([[':b'], [':back']])('%s opens the question before', (text) => {
    const { session } = type(atB(), text);
    expect(asked(session)).toBe('u');
    expect(outcomesOf(session)).toEqual(['right', 'right']);
  });

  test('taking back where nothing was done yet does nothing', () => {
    for (const text of [':u', ':b']) expect(type(lecture(), text).session).toEqual(lecture());
  });

  test('never hide a variable: q and s are names where the expression has them', () => {
    const session = frozenSession('q*s', { q: 4, s: 9 });
    expect(keysOf(type(session, 's'))).toContain('right');
    expect(keysOf(type(session, 's', 'q'))).toContain('right');
  });
});

const hints = (count: number) =>
  keysOf(type(atB(), ...Array.from({ length: count }, (_, i) => (i % 2 === 0 ? '?' : '？'))));

describe('hints', () => {
  test('grow from the rule to the numbers, then stay', () => {
    expect([1, 2, 3, 4, 5].map((count) => hints(count).at(-1))).toEqual([
      'hint-rule',
      'hint-symbols',
      'hint-local',
      'hint-numbers',
      'no-more-hints',
    ]);
  });

  test('cost no try, and begin anew with the next question', () => {
    const turn = type(atB(), '?', '?', '6', '?');
    expect(outcomesOf(turn.session).at(-1)).toBe('right');
    expect(keysOf(turn)).toEqual(['hint-rule']);
    expect(turn.messages[0]?.args).toMatchObject({ name: 'c' });
  });

  test('name what the lecture names', () => {
    const told = ['?', '?', '?', '?'].map(
      (_, i, all) => type(atB(), ...all.slice(0, i + 1)).messages[0]?.args,
    );
    expect(told[0]).toMatchObject({ name: 'b', consumers: ['u'], output: 'J' });
    expect(told[1]).toMatchObject({ dvar: 'db', symbols: 'du · du/db' });
    expect(told[2]).toMatchObject({ locals: ['du/db = c'] });
    expect(told[3]).toMatchObject({ dvar: 'db', numbers: '3 · 2' });
  });

  test('at a fork name every path', () => {
    const session = type(frozenSession('(a*b)*(a+b)', { a: -2, b: 3 }), ':s', ':s').session;
    const turn = type(session, '?', '?');
    expect(turn.messages[0]?.args).toMatchObject({
      symbols: expect.stringMatching(/^[^+]+ \+ [^+]+$/u) as string,
    });
  });
});

describe('the score', () => {
  test('counts what was found without being shown', () => {
    const { session } = type(lecture(), '3', '1', '2', ':s', '2', '6', '9');
    expect(outcomesOf(session)).toEqual(['right', 'wrong', 'shown', 'right', 'right']);
    expect(score(session)).toEqual({ key: 'score', args: { right: 3, follows: 0, total: 5, first: 2 } });
  });
});

describe('a skipped question', () => {
  test('is named when a hint needs it', () => {
    const { messages } = type(frozenSession('3*(a+b*c)'), '3', '3', ':skip', '?');
    expect(messages.map(({ key }) => key)).toEqual(['still-open', 'hint-rule']);
    expect(messages[0]).toMatchObject({ args: { dvars: ['du'] } });
  });

  test('comes again once, after the others, and counts when it is found then', () => {
    const first = type(frozenSession('3*(a+b*c)'), ':skip');
    expect(first.messages[0]).toMatchObject({ key: 'skipped', args: { label: 'dv', comesAgain: true } });
    const { session } = type(first.session, '3', '3', ':skip', '9');
    expect(currentQuestion(session)?.label).toBe('dv');
    const found = type(session, '3', '6').session;
    expect(found.results.map(({ question, outcome }) => `${question.label} ${outcome}`)).toEqual(
      ['da', 'du', 'dc', 'dv', 'db'].map((label) => `${label} right`),
    );
    const again = type(session, ':skip');
    expect(again.messages[0]).toMatchObject({ key: 'skipped', args: { label: 'dv', comesAgain: false } });
    expect(currentQuestion(again.session)?.label).toBe('db');
  });

  test('is open again after :undo, where it stood', () => {
    const { session } = type(frozenSession('3*(a+b*c)'), '3', ':skip', ':undo');
    expect(currentQuestion(session)?.label).toBe('da');
    expect(session.postponed.size).toBe(0);
  });

  test('is left open when it was the last one', () => {
    const last = type(frozenSession('3*(a+b*c)'), '3', '3', '3', '6', ':skip');
    expect(last.messages[0]).toMatchObject({ key: 'skipped', args: { comesAgain: false } });
    expect(outcomesOf(last.session).at(-1)).toBe('skipped');
  });
});

describe('a question that was gone back to', () => {
  test.each([
    ['after the step was shown', [':show', ':back', '3']],
    ['after wrong answers', ['99', '98', ':back', '3']],
    ['after a wrong answer was taken back', ['99', ':undo', '3']],
    ['after a hint, and a skip', ['?', ':skip', '3', '3', '6', '9', '3']],
  ])('%s is found again, not at once', (_, typed) => {
    const { session } = type(frozenSession('3*(a+b*c)'), ...typed);
    const result = session.results.find(({ question }) => question.label === 'dv');
    expect(result).toMatchObject({ outcome: 'right', isAgain: true });
    expect(session.results.filter(isAtOnce).every(({ question }) => question.label !== 'dv')).toBe(true);
  });

  test('is as new where nothing had been made of it', () => {
    const { session } = type(frozenSession('3*(a+b*c)'), ':skip', '3', '3', '6', '9', '3');
    expect(session.results.at(-1)).toMatchObject({ question: { label: 'dv' }, isAgain: false });
  });
});

describe('at a kink', () => {
  test('another slope than the convention is right, and said to be one of several', () => {
    const [message] = type(frozenSession('relu(a)', { a: 0 }), '1').messages;
    expect(message).toEqual({ key: 'right-at-kink', args: { label: 'da', answer: '1', value: '0' } });
    expect(keysOf(type(frozenSession('relu(a)', { a: 0 }), '0'))).toEqual(['right']);
    expect(keysOf(type(frozenSession('relu(a)', { a: 0 }), '2'))[0]).toBe('wrong');
  });
});

describe('an answer in which almost all cancels', () => {
  test('is not right by what the screen leaves out', () => {
    expect(keysOf(type(frozenSession('6*a', { a: 1 }), '50+0.1*1e9-0.1*1e9'))[0]).not.toBe('right');
  });
});

describe('an answer that is close', () => {
  test('is asked for more digits only where there are more', () => {
    expect(type(frozenSession('3*(a+b*c)'), '3.004').messages[0]).toMatchObject({
      key: 'close',
      args: { isShort: true },
    });
    expect(type(frozenSession('sigmoid(a)', { a: 1 }), '0.2').messages[0]).toMatchObject({
      key: 'close',
      args: { isShort: false },
    });
  });
});
