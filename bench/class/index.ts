import { join } from 'node:path';
import { readCourse } from '../../src/cli/course.ts';
import { readLesson } from '../../src/lessons/lesson.ts';
import { stage } from '../../src/lessons/scenes.ts';
import { simulate, trainedIn } from './class.ts';
import { printFromStart, printReport } from './report.ts';

const SEED = 20261124;

const [script = '', learners = '200', days = '30'] = process.argv.slice(1);
const lessons = readCourse(join(script, '../../lessons')).map((files) => {
  const { lesson, findings } = readLesson(files, ['en']);
  if (!lesson) throw new Error(JSON.stringify(findings.list));
  return stage(lesson);
});
const start = performance.now();
const courses = simulate(lessons, { learners: Number(learners), days: Number(days), seed: SEED });
printReport(courses, Number(days), trainedIn(lessons));
const all = lessons.length + Number(days);
const fromStart = simulate(lessons, {
  learners: Number(learners),
  days: all,
  isReviewedFromStart: true,
  seed: SEED,
});
printFromStart(fromStart, all);
console.error(`${((performance.now() - start) / 1000).toFixed(1)} s`);
