import { describe, expect, test } from 'vitest';
import { study, type Study } from '../../src/core/trace.ts';
import { formatValue } from '../../src/core/value.ts';
import { generate } from '../../src/tutor/generate.ts';
import { HIGHEST_LEVEL, type Kind } from '../../src/tutor/kinds.ts';
import type { MistakeId } from '../../src/tutor/mistakes.ts';
import { type Question, questionsFor } from '../../src/tutor/questions.ts';
import { Random } from '../../src/core/random.ts';
import { startSession, type Turn } from '../../src/tutor/session.ts';
import { answer } from '../../src/tutor/step.ts';

const answered = (studied: Study, question: Question, text: string): Turn =>
  answer(startSession(studied, [question], 2), text);

/** What comes of a first answer to one question. */
function turnFor(
  source: string,
  at: Record<string, number>,
  kind: Kind,
  about: Partial<Question>,
  text: string,
): Turn {
  const studied = study(source, { at });
  const question = questionsFor(studied, [kind]).find((candidate) =>
    Object.entries(about).every(([key, value]) => candidate[key as keyof Question] === value),
  );
  if (!question) throw new Error(`no question: ${JSON.stringify(about)}`);
  return answered(studied, question, text);
}

const mistakesIn = ({ session, done }: Turn): readonly MistakeId[] =>
  (done?.attempts ?? session.attempts).at(-1)?.mistakes ?? [];

const LECTURE = '3*(a+b*c)';
const AT = { a: 5, b: 3, c: 2 };

describe('a wrong value', () => {
  test.each<[source: string, at: Record<string, number>, name: string, text: string, ids: MistakeId[]]>([
    [LECTURE, AT, 'J', '21', ['misread']],
    [LECTURE, AT, 'J', '14', ['sum-for-product']],
    [LECTURE, AT, 'J', '11', ['operand-left-out']],
    [LECTURE, AT, 'J', '-33', ['value-sign']],
    [LECTURE, AT, 'J', '6', ['other-value']],
    [LECTURE, AT, 'v', '16', ['misread']],
    [LECTURE, AT, 'v', '30', ['product-for-sum']],
    [LECTURE, AT, 'v', '1', ['operand-sign']],
    ['a - (b - c)', { a: 9, b: 5, c: 3 }, 'J', '1', ['misread']],
    ['a - (b - c)', { a: 9, b: 5, c: 3 }, 'J', '-7', ['operands-swapped']],
    ['(a + b)^2', { a: 5, b: 3 }, 'J', '14', ['misread']],
    ['b*a^2', { a: 5, b: 3 }, 'J', '225', ['misread']],
    ['x^3', { x: 5 }, 'J', '15', ['power-as-product']],
    ['x^3', { x: 5 }, 'J', '243', ['operands-swapped']],
    ['a / b', { a: 2, b: 8 }, 'J', '4', ['operands-swapped']],
    ['sigmoid(z)', { z: 2 }, 'J', '2', ['function-left-out']],
    ['mean(a, b, c)', { a: 3, b: 7, c: 11 }, 'J', '9', ['operand-left-out']],
    ['α - 가격', { α: 2, 가격: -3 }, 'J', '-1', ['operand-sign']],
    [LECTURE, AT, 'J', '77', []],
  ])('%s at %j: %s = %s is %j', (source, at, name, text, ids) => {
    expect(mistakesIn(turnFor(source, at, 'value', { name }, text))).toEqual(ids);
  });

  test('says of a misread formula how it was read, and what comes first', () => {
    const { messages } = turnFor(LECTURE, AT, 'value', { name: 'J' }, '21');
    expect(messages.map(({ key }) => key)).toEqual(['wrong', 'diagnosis', 'again']);
    expect(messages[1]?.args).toMatchObject({
      id: 'misread',
      other: '3 * a + u',
      consumer: 'v',
      rule: '3 * v',
    });
  });

  test('is never put down to one slip where several lead to it', () => {
    // (a + b) * c = a * (b * c)
    const { messages } = turnFor('a + b*c', { a: 2, b: 2, c: 5 }, 'value', { name: 'J' }, '20');
    expect(messages.map(({ key }) => key)).toEqual(['wrong', 'tie', 'again']);
    expect(messages[1]?.args).toMatchObject({ remedy: 'value' });
  });

  test.each([['32'], ['34'], ['43'], ['30.5']])('%s for 33 is nearly right', (text) => {
    const { messages } = turnFor(LECTURE, AT, 'value', { name: 'J' }, text);
    expect(messages[1]).toEqual({ key: 'nearly', args: { label: 'J', numbers: '3 * 11' } });
  });
});

describe('a wrong prediction of a nudged output', () => {
  test.each<[name: string, text: string, ids: MistakeId[]]>([
    ['b', '0.006', ['change-for-output']],
    ['b', '33', ['output-unmoved']],
    ['b', '33.002', ['local-change']],
    ['b', '33.001', ['step-for-change']],
    ['b', '33.003', ['upstream-change']],
    ['b', '32.994', ['nudge-sign']],
    ['b', '33.06', ['decimal-place']],
    ['b', '39', ['decimal-place']],
    ['b', '33.0006', ['decimal-place']],
    ['b', '6', ['slope-for-output']],
    ['b', '6.002', ['stopped-on-the-way']],
    ['b', '3.001', ['stopped-on-the-way']],
    ['b', '33.004', []],
    ['b', '5', []],
    // the local derivative of a sum is 1: the nudge itself comes through
    ['a', '33.001', ['local-change']],
  ])('by %s, %s is %j', (name, text, ids) => {
    expect(mistakesIn(turnFor(LECTURE, AT, 'nudge', { name }, text))).toEqual(ids);
  });

  test('is told as the slope it would mean, where no slip leads to it', () => {
    const { messages } = turnFor(LECTURE, AT, 'nudge', { name: 'b' }, '33.004');
    expect(messages[1]).toEqual({
      key: 'moved-by',
      args: {
        name: 'b',
        output: 'J',
        answer: '33.004',
        step: '0.001',
        change: '0.004',
        slope: '4',
        way: ['b', 'u', 'v', 'J'],
      },
    });
  });
});

describe('a wrong local derivative', () => {
  test.each<[source: string, at: Record<string, number>, name: string, text: string, ids: MistakeId[]]>([
    [LECTURE, AT, 'b', '6', ['node-value', 'chain-for-local']],
    ['3*(a+b*c)', { a: 5, b: 7, c: 2 }, 'b', '6', ['chain-for-local']],
    [LECTURE, AT, 'b', '3', ['factors-swapped', 'own-value']],
    [LECTURE, AT, 'b', '-2', ['sign']],
    [LECTURE, AT, 'b', '0.5', ['upside-down']],
    [LECTURE, AT, 'b', '6.002', ['nudged-output']],
    [LECTURE, AT, 'b', '0.002', ['change-not-rate']],
    ['5*x^3', { x: 4 }, 'x', '192', ['power-rule']],
    ['(a*b)/c', { a: 3, b: 5, c: 2 }, 'c', '3.75', ['quotient-rule']],
    ['3*sigmoid(z)', { z: 2 }, 'z', '-2', ['derivative-from-input']],
    [LECTURE, AT, 'b', '4.7', []],
  ])('%s at %j: by %s, %s is %j', (source, at, name, text, ids) => {
    expect(mistakesIn(turnFor(source, at, 'local', { name }, text))).toEqual(ids);
  });

  test('is told of as what one node does to the next', () => {
    const { messages } = turnFor(LECTURE, { a: 5, b: 7, c: 2 }, 'local', { name: 'b' }, '14');
    expect(messages[1]?.args).toMatchObject({ id: 'node-value', output: 'u', dvar: 'du/db', rule: 'c' });
  });
});

describe('a wrong part of a gradient', () => {
  const FORK = 'u = a*b; v = a + 4; J = u*v';
  const at = { a: 2, b: 5 };
  // through u: v · b = 6 · 5 = 30; through v: u = 10
  test.each<[text: string, ids: MistakeId[]]>([
    ['40', ['whole-for-part']],
    ['10', ['other-part']],
    ['5', ['local-only']],
    ['6', ['upstream-only']],
    ['11', ['added']],
    ['-30', ['sign']],
  ])('through u, %s is %j', (text, ids) => {
    expect(mistakesIn(turnFor(FORK, at, 'path', { name: 'a', consumer: 'u' }, text))).toEqual(
      expect.arrayContaining(ids),
    );
  });

  test('is told of as a part, and so is a right one', () => {
    const wrong = turnFor(FORK, at, 'path', { name: 'a', consumer: 'u' }, '40');
    expect(wrong.messages[0]).toEqual({
      key: 'wrong-part',
      args: { label: 'da', consumer: 'u', answer: '40' },
    });
    expect(wrong.messages[1]?.args).toMatchObject({ id: 'whole-for-part', rule: 'du · ∂u/∂a + …' });
    const right = turnFor(FORK, at, 'path', { name: 'a', consumer: 'u' }, '30');
    expect(right.messages).toEqual([
      { key: 'right-part', args: { label: 'da', consumer: 'u', value: '30' } },
    ]);
  });
});

test('a right answer to any kind of question, in any form, is right and no mistake', () => {
  const random = new Random(7);
  for (let level = 1; level <= HIGHEST_LEVEL; level++) {
    for (let draw = 0; draw < 6; draw++) {
      const { source, at } = generate(level, random);
      const studied = study(source, { at });
      for (const question of questionsFor(studied, ['value', 'nudge', 'local', 'path'])) {
        const { expected } = question;
        for (const text of [String(expected), formatValue(expected), `(${expected} + ${expected}) / 2`]) {
          if (question.kind === 'nudge' && Math.abs(Number(formatValue(expected)) - expected) > 1e-9)
            continue;
          const { done } = answered(studied, question, text);
          expect(done?.attempts[0], `${source}: ${question.label} = ${text}`).toMatchObject({
            comparison: 'right',
            mistakes: [],
          });
        }
      }
    }
  }
});
