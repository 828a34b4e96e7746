import { describe, expect, test } from 'vitest';
import { GradtutorError } from '../../src/core/errors.ts';
import { startGrading, type SubmissionData } from '../../src/grading/index.ts';

const lecture = { expression: '3*(a+b*c)', at: { a: 5, b: 7, c: 2 } } as const;

test('reports on each hand-in, and counts them', async () => {
  const grading = await startGrading(lecture);
  expect(grading.grade({ student: 'Kim', answers: 'dv=3,da=3,du=3,db=6,dc=21' })).toMatchObject({
    student: 'Kim',
    line: 1,
    score: { credit: 5, total: 5 },
  });
  const lee = grading.grade({ student: 7, answers: { dv: 3, da: 3, du: 3, db: 2, dc: null } });
  expect(lee).toMatchObject({ student: 7, line: 2, firstWrong: 'db', score: { credit: 3 } });
  expect(grading.summary()).toMatchObject({ handIns: 2, refused: 0, allRight: 1 });
  expect(grading.summary().mistakes).toEqual([{ id: 'local-only', alone: 1, tied: 0 }]);
});

test('takes an expression, inputs and variables of its own for each', async () => {
  const grading = await startGrading({ at: 'x=2', wrt: ['x'], credit: 'strict' });
  const { error, ...report } = grading.grade({ expression: 'x^2*y', at: { y: '1/2' }, answers: 'dx=2' });
  expect(error).toBeUndefined();
  expect(report).toMatchObject({ inputs: { x: 2, y: 0.5 }, score: { rule: 'strict', credit: 1, total: 1 } });
});

test('speaks the language asked for', async () => {
  const grading = await startGrading({ ...lecture, lang: 'ko' });
  const report = grading.grade({ answers: 'dv=2' });
  expect(JSON.stringify(report)).toMatch(/\p{Script=Hangul}/u);
});

describe('a hand-in that cannot be graded', () => {
  test.each([
    [{ answers: 'dv 3' }, 'bad-answer'],
    [{ answer: 'dv=3' }, 'unknown-key'],
    [{ answers: 3 }, 'bad-field'],
    [{ answers: 'dv=3', expression: '3*(a+' }, 'syntax-end'],
  ])('%j costs no other', async (wrong, code) => {
    const grading = await startGrading(lecture);
    const { error } = grading.grade(wrong as unknown as SubmissionData);
    expect(error).toMatchObject({ code });
    expect(error?.message).not.toBe('');
    expect(grading.grade({ answers: 'dv=3' }).error).toBeUndefined();
    expect(grading.summary()).toMatchObject({
      handIns: 1,
      refused: 1,
      refusals: [{ code, lines: 1, first: { line: 1 } }],
    });
  });
});

test('an expression that none could be graded by is an error at once', async () => {
  await expect(startGrading({ expression: '3*(a+' })).rejects.toThrow(GradtutorError);
  await expect(startGrading({ ...lecture, at: { a: NaN } })).rejects.toThrow(GradtutorError);
});
