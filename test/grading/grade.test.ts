import { describe, expect, test } from 'vitest';
import { study } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { readAnswers } from '../../src/grading/given.ts';
import { grade, type HandIn } from '../../src/grading/grade.ts';
import { answerKey } from '../../src/grading/key.ts';
import { firstWrongIn, isAllRight, scoreOf } from '../../src/grading/report.ts';
import { plantAt } from '../../src/tutor/bug.ts';
import { generate } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL } from '../../src/tutor/kinds.ts';
import { mistakes } from '../../src/tutor/mistakes.ts';
import { Random } from '../../src/core/random.ts';

const lecture = answerKey(study('3*(a+b*c)', { at: { a: 5, b: 7, c: 2 } }));

const unknownIn = (text: string) => gradeText(text).unknown;
const gradeText = (text: string, key = lecture): HandIn => grade(key, readAnswers(text));

const outcomesOf = ({ graded }: HandIn): Record<string, string> =>
  Object.fromEntries(graded.map(({ question, outcome }) => [question.label, outcome]));

const one = (handIn: HandIn, label: string) => handIn.graded.find(({ question }) => question.label === label);

describe('answers by name', () => {
  const right = { dv: 'right', da: 'right', du: 'right', db: 'right', dc: 'right' };

  test.each([
    'dv=3,da=3,du=3,db=6,dc=21',
    'dc=21, db=6, du=3, da=3, dv=3',
    'v=3,a=3,u=3,b=6,c=21',
    'dJ/dv=3,∂J/∂a=3,du = 3 , dJ/db=6,dc=21',
    'dv=dv=3,da=3,du=3,db=db = 6,dc=21',
    'dv=9/3,da=max(3,1),du=1+2,db=3*2,dc=3*7',
    'dv=3，da＝3,du=3,db=6.0,dc=2.1e1',
  ])('%s', (text) => {
    const handIn = gradeText(text);
    expect(outcomesOf(handIn)).toEqual(right);
    expect(isAllRight(handIn)).toBe(true);
  });

  test('are told in the order of the lecture, whatever order they come in', () => {
    const handIn = gradeText('dc=21,db=6,du=3,da=3,dv=3');
    expect(handIn.graded.map(({ question }) => question.label)).toEqual(['dv', 'da', 'du', 'db', 'dc']);
  });

  test('that are not there are missing', () => {
    const handIn = gradeText('dv=3,da=,db=6');
    expect(outcomesOf(handIn)).toEqual({
      dv: 'right',
      da: 'missing',
      du: 'missing',
      db: 'right',
      dc: 'missing',
    });
    expect(isAllRight(handIn)).toBe(false);
    expect(firstWrongIn(handIn)).toBeUndefined();
  });

  test('under a name that leads nowhere are told, with the one that may be meant', () => {
    const { unknown, graded } = gradeText('dv=3,da=3,du=3,db=6,dc=21,gradient=4');
    expect(gradeText('dv=3,da=3,du=3,dc=21,gradient=4,dJ/dbb=6').unknown).toEqual([
      { name: 'gradient' },
      { name: 'dJ/dbb', suggestion: 'dJ/db' },
    ]);
    expect(isAllRight({ unknown, graded })).toBe(false);
  });

  test('that lead nowhere are never taken for one that is answered', () => {
    expect(unknownIn('dv=3,dx=1')).not.toContainEqual({ name: 'dx', suggestion: 'dv' });
    expect(unknownIn('dv=3,da=3,du=3,db=6,dx=1')).toEqual([{ name: 'dx', suggestion: 'dc' }]);
    expect(unknownIn('dx=1,dv=3,da=3,du=3,db=6,dc=21,dJ=1')).toEqual([{ name: 'dx' }]);
  });

  test('may be in any script, and have the names of what every object has', () => {
    const at = new Map([
      ['가격', 5],
      ['constructor', 3],
      ['__proto__', 2],
    ]);
    const key = answerKey(study('3*(가격 + constructor*__proto__)', { at }));
    const handIn = gradeText('d가격=3,dconstructor=6,__proto__=9,u=3,v=3', key);
    expect(isAllRight(handIn)).toBe(true);
    expect(gradeText('toString=3', key).unknown.map(({ name }) => name)).toEqual(['toString']);
  });

  test('mean the dvar of v by dv, and by ddv that of a variable called dv', () => {
    const key = answerKey(study('J = 2*v + 7*dv', { at: { v: 1, dv: 1 } }));
    expect(isAllRight(gradeText('dv=2,ddv=7,du=1,dw=1', key))).toBe(true);
  });

  test('are refused where a dvar has two', () => {
    expect(() => gradeText('dv=3,v=4')).toThrow(expect.objectContaining({ code: 'answered-twice' }));
  });

  test.each(['3,3,3', 'dv', '=3', 'dv=3,da'])(
    'are refused where there is no name or no value: %s',
    (text) => {
      expect(() => gradeText(text)).toThrow(expect.objectContaining({ code: 'bad-answer' }));
    },
  );

  test('are not asked for where nothing varies', () => {
    expect(() => gradeText('dx=1', answerKey(study('3*4')))).toThrow(
      expect.objectContaining({ code: 'nothing-asked' }),
    );
  });
});

describe('a wrong answer', () => {
  test('gets the diagnosis that the quiz gives it', () => {
    const handIn = gradeText('dv=3,da=3,du=3,db=2,dc=21');
    expect(one(handIn, 'db')).toMatchObject({ outcome: 'wrong', value: 2, mistakes: ['local-only'] });
    expect(one(handIn, 'db')?.messages.map(({ key }) => key)).toEqual(['tested', 'diagnosis']);
    expect(firstWrongIn(handIn)).toBe('db');
  });

  test('may be another gradient, though it is told further on', () => {
    expect(one(gradeText('dv=21'), 'dv')?.mistakes).toEqual(['other-variable']);
  });

  test('is where others follow from', () => {
    const handIn = gradeText('dv=3,da=3,du=2,db=4,dc=14');
    expect(outcomesOf(handIn)).toEqual({
      dv: 'right',
      da: 'right',
      du: 'wrong',
      db: 'follows',
      dc: 'follows',
    });
    expect(firstWrongIn(handIn)).toBe('du');
  });

  test('that is no number is said to be none, and nothing follows from it', () => {
    const handIn = gradeText('dv=three!,da=3,du=oops,db=1/0');
    expect(one(handIn, 'dv')?.messages[0]?.key).toBe('not-a-number');
    expect(one(handIn, 'du')?.messages[0]).toMatchObject({ key: 'unknown-name', args: { name: 'oops' } });
    expect(one(handIn, 'db')?.messages[0]?.key).toBe('not-a-number');
    expect(one(handIn, 'da')?.outcome).toBe('right');
  });

  test('that is a command of the quiz is no number', () => {
    for (const text of ['?', ':show', ':skip', ':q'])
      expect(one(gradeText(`dv=${text}`), 'dv')?.messages[0]?.key).toBe('not-a-number');
  });
});

describe('a name in an answer', () => {
  test('stands for what the learner found, right or wrong, wherever it was written', () => {
    for (const text of ['du=2,db=du*c,dc=du*b', 'dc=du*b,db=du*c,du=2', 'db=du*c,du=4/2,dc=du*b'])
      expect(outcomesOf(gradeText(text))).toMatchObject({ du: 'wrong', db: 'follows', dc: 'follows' });
  });

  test('does not give the right answer away', () => {
    expect(outcomesOf(gradeText('dv=?!,da=dv,du=dv'))).toMatchObject({ da: 'wrong', du: 'wrong' });
    expect(outcomesOf(gradeText('da=dv'))).toMatchObject({ da: 'wrong' });
  });

  test('may be a variable, or the output', () => {
    expect(isAllRight(gradeText('dv=3*dJ,da=dv,du=dv,db=du*c,dc=du*u/c'))).toBe(true);
  });

  test('that goes round in a circle is no number', () => {
    expect(outcomesOf(gradeText('dv=3,da=du,du=da'))).toMatchObject({
      dv: 'right',
      da: 'wrong',
      du: 'wrong',
    });
  });

  test('goes through a chain of any length', () => {
    const length = 300;
    const sum = Array.from({ length }, (_, i) => `x${i} = x${i + 1} + 1`);
    const key = answerKey(study(`${sum.toReversed().join('; ')}; J = 2*x0`, { at: { [`x${length}`]: 1 } }));
    const answers = Array.from({ length: length + 1 }, (_, i) =>
      i === 0 ? 'dx0=2' : `dx${i}=dx${i - 1}`,
    ).toReversed();
    expect(isAllRight(gradeText(answers.join(), key))).toBe(true);
  });
});

describe('what is not asked for', () => {
  test('may be written down, and counts for nothing', () => {
    const handIn = gradeText('dJ=1,dv=3,da=3,du=3,db=6,dc=21');
    expect(isAllRight(handIn)).toBe(true);
    expect(scoreOf(handIn, 'strict')).toMatchObject({ credit: 5, total: 5 });
  });

  test('is where a mistake may begin', () => {
    const handIn = gradeText('dJ=2,dv=6,da=6,du=6,db=12,dc=42');
    expect(firstWrongIn(handIn)).toBe('dJ');
    expect(scoreOf(handIn, 'follow')).toMatchObject({ credit: 5, total: 5, outcomes: { follows: 5 } });
    expect(isAllRight(handIn)).toBe(false);
  });

  test('is what lies outside the variables chosen, and what the output does not depend on', () => {
    const key = answerKey(study('y = 2*b; J = 3*a; J', { at: { a: 1, b: 1 } }), ['a']);
    const handIn = gradeText('da=3,db=0', key);
    expect(handIn.graded.map(({ question, isAsked }) => [question.label, isAsked])).toEqual(
      expect.arrayContaining([
        ['db', false],
        ['da', true],
      ]),
    );
    expect(handIn.unknown).toEqual([]);
  });
});

describe('variables chosen', () => {
  const key = answerKey(study('3*(a+b*c)', { at: { a: 5, b: 7, c: 2 } }), ['b']);

  test('are all that is asked for, and none of the others is missing', () => {
    expect(outcomesOf(gradeText('db=6', key))).toEqual({ db: 'right' });
    expect(outcomesOf(gradeText('', key))).toEqual({ db: 'missing' });
  });

  test('are judged after the others, in the order of telling', () => {
    const handIn = gradeText('dc=14,db=4,du=2', key);
    expect(outcomesOf(handIn)).toEqual({ du: 'wrong', db: 'follows', dc: 'follows' });
    expect(scoreOf(handIn, 'follow')).toMatchObject({ credit: 1, total: 1 });
  });

  test('may be the output, one on which it does not depend, or an intermediate', () => {
    const wide = answerKey(study('y = 2*b; J = 3*a; J', { at: { a: 1, b: 1 } }), ['b', 'y', 'J']);
    expect(isAllRight(gradeText('db=0,dy=0,dJ=1', wide))).toBe(true);
  });
});

describe('credit', () => {
  test.each([
    ['strict', 2],
    ['follow', 4],
    ['half', 3],
  ] as const)('by the rule %s', (rule, credit) => {
    expect(scoreOf(gradeText('dv=3,da=3,du=2,db=4,dc=14'), rule)).toEqual({
      rule,
      credit,
      total: 5,
      outcomes: { right: 2, follows: 2, close: 0, wrong: 1, missing: 0 },
    });
  });

  test('of a close answer is half by the rule half, and none by the others', () => {
    const close = gradeText('dx=0.33', answerKey(study('x/3', { at: { x: 1 } })));
    expect(outcomesOf(close)).toEqual({ dx: 'close' });
    const credits = (['strict', 'follow', 'half'] as const).map((rule) => scoreOf(close, rule).credit);
    expect(credits).toEqual([0, 0, 0.5]);
  });
});

const exercises = Array.from({ length: HIGHEST_LEVEL }, (_, i) => i + 1).flatMap((level) =>
  Array.from({ length: 5 }, (_, seed) => generate(level, new Random(seed))),
);

const keys = exercises.map(({ source, at }) => answerKey(study(source, { at })));

const digits = (value: number): string => value.toPrecision(12);

test('answers made right are all right, in any order and any form', () => {
  const random = new Random(1);
  for (const key of keys) {
    const forms: readonly ((value: number) => string)[] = [String, formatValue, digits, (x) => `(${x}*2)/2`];
    const given = key.asked.map(({ label, name, expected }) => ({
      name: random.pick([label, name, `d${key.study.trace.output}/d${name}`]),
      text: random.pick(forms)(expected),
      place: random.pick([...key.asked.keys()]),
    }));
    const handIn = grade(
      key,
      given.toSorted((a, b) => a.place - b.place),
    );
    const { source } = key.study.trace;
    const { credit } = scoreOf(handIn, 'strict');
    expect({ source, credit, isAllRight: isAllRight(handIn) }).toEqual({
      source,
      credit: key.asked.length,
      isAllRight: true,
    });
  }
});

test('a planted mistake is found as that mistake, and what was worked out from it follows', () => {
  let planted = 0;
  let followed = 0;
  for (const key of keys) {
    for (const { name, label } of key.asked) {
      for (const mistake of mistakes) {
        const bug = plantAt(key.study, mistake.id, name);
        if (!bug) continue;
        const given = bug.lines.map((line) => ({ name: `d${line.name}`, text: digits(line.value) }));
        const handIn = grade(key, given);
        const accepted = new Set<string>([mistake.id, ...('unless' in mistake ? mistake.unless : [])]);
        const wrong = one(handIn, label);
        const found = {
          at: `${key.study.trace.source}: ${mistake.id} at ${label}`,
          outcome: wrong?.outcome,
          isNamed: wrong?.mistakes.some((id) => accepted.has(id)),
          firstWrong: firstWrongIn(handIn),
        };
        expect(found).toEqual({ ...found, outcome: 'wrong', isNamed: true, firstWrong: label });
        const others = handIn.graded.filter(
          ({ question, outcome }) => question.label !== label && outcome !== 'right',
        );
        for (const { question, outcome, messages } of others) {
          const about = { at: found.at, label: question.label };
          expect({ ...about, outcome }).toEqual({ ...about, outcome: 'follows' });
          expect(messages[0]?.args).toMatchObject({ first: label });
        }
        followed += others.length;
        planted++;
      }
    }
  }
  expect(planted).toBeGreaterThan(1000);
  expect(followed).toBeGreaterThan(500);
});
