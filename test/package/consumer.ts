import { answer, questionsFor, report, startSession, study, trace } from 'gradtutor';
import { generateExercises } from 'gradtutor/exercises';
import { startGrading } from 'gradtutor/grading';
import { readLesson } from 'gradtutor/lessons';

const { value } = trace('3*(a+b*c)');
if (typeof value !== 'number') throw new Error(`trace() gave ${value}`);

const lecture = study('3*a', { at: { a: 5 } });
const { session } = answer(startSession(lecture, questionsFor(lecture, ['gradient']), 1), '3');
if (report(session).score.right !== 1) throw new Error('the tutor does not take 3 for da');

const { findings } = readLesson({ id: '01-empty', files: new Map() }, ['en']);
if (findings.list.length !== 2) throw new Error('a lesson without files is not missed');

const { exercises } = await generateExercises({ level: 1, count: 2, seed: 1 });
if (exercises.length !== 2) throw new Error(`two exercises are ${exercises.length}`);

const { grade } = await startGrading({ expression: '3*a' });
if (grade({ answers: 'da=3' }).error !== undefined) throw new Error('a hand-in was not graded');
