import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../../src/cli/course.ts';
import { lessonSchema } from '../../src/lessons/schema.ts';
import { root } from '../support/cli.ts';

const published: object = toJsonSchema(lessonSchema, { target: 'draft-07' });

describe('the JSON Schema of a lesson', () => {
  test('is the one that the program reads lessons with', async () => {
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot('../../schema/lesson.json');
  });

  test('takes the lessons of the course, and refuses what the program refuses', () => {
    const isLesson = new Ajv({ strict: false }).compile(published);
    for (const { files } of readCourse(`${root}/lessons`)) {
      const data = parse(files.get('lesson.yaml') as string) as Record<string, unknown>;
      expect(isLesson(data)).toBe(true);
      expect(isLesson({ ...data, format: 2 })).toBe(false);
      expect(isLesson({ ...data, steps: [] })).toBe(false);
      expect(isLesson({ ...data, steps: [{ ask: 'gradient', of: 'x' }] })).toBe(false);
      expect(isLesson({ ...data, extra: 1 })).toBe(false);
    }
  });
});
