import { GradtutorError } from '../core/errors.ts';
import { opcodesNamed } from '../core/lookup.ts';
import type { Study } from '../core/trace.ts';
import { visibleMistakes } from '../tutor/visible.ts';
import { numberFor, placeholdersIn } from './fill.ts';
import type { Findings } from './finding.ts';
import { DATA_FILE, type Lesson } from './lesson.ts';
import { lessonIn, linksIn } from './markdown.ts';
import { type Prose, SUMMARY } from './prose.ts';
import { type Part, questionsIn, type Scene, stage, type Staged, studyOf } from './scenes.ts';

const LONGEST_SUMMARY = 2;
/** Minutes of reading. */
const LONGEST = 8;
/** Words a minute where words are parted by spaces; a Korean word counts as about one and a half. */
const READING_SPEED = 180;

/**
 * Proves a lesson: everything it names is there, every problem has an answer the nudge agrees with, every question can be
 * asked, and what it trains can be seen in it.
 * @param course ids of the lessons that links may lead to
 * @param reasonOf the words for an expression that cannot be read
 */
export function checkLesson(
  lesson: Lesson,
  course: readonly string[],
  findings: Findings,
  reasonOf: (error: GradtutorError) => string,
): void {
  const file = `${lesson.id}/${DATA_FILE}`;
  checkSteps(lesson, file, findings);
  for (const [name, problem] of Object.entries(lesson.data.problems)) {
    try {
      checkTrace(lesson, file, name, studyOf(problem), findings);
    } catch (error) {
      if (!(error instanceof GradtutorError)) throw error;
      const line = lesson.lineOf('problems', name);
      findings.add(file, 'program', { problem: name, reason: reasonOf(error) }, line);
    }
  }
  if (findings.list.length > 0) return;
  const staged = stage(lesson);
  checkQuestions(staged, file, findings);
  checkTraining(staged, file, findings);
  for (const [language, prose] of lesson.prose)
    checkProse(staged, `${lesson.id}/${language}.md`, prose, course, findings);
}

function checkSteps({ data, lineOf, prose, id }: Lesson, file: string, findings: Findings): void {
  const used = new Map<string, number>();
  const sections: string[] = [];
  for (const [i, step] of data.steps.entries()) {
    if ('say' in step) sections.push(step.say);
    if ('hint' in step && step.hint !== undefined) sections.push(step.hint);
    if (!('of' in step)) continue;
    used.set(step.of, i);
    if (!Object.hasOwn(data.problems, step.of))
      findings.add(file, 'unknown-problem', { name: step.of }, lineOf('steps', i));
  }
  for (const name of Object.keys(data.problems)) {
    if (!used.has(name)) findings.add(file, 'problem-unused', { name }, lineOf('problems', name));
  }
  for (const [i, name] of data.trains.ops.entries()) {
    if (opcodesNamed(name).length === 0)
      findings.add(file, 'unknown-op', { name }, lineOf('trains', 'ops', i));
  }
  for (const [language, words] of prose) checkSections(sections, `${id}/${language}.md`, words, findings);
}

/** Every section is used once, and none is missing. */
function checkSections(wanted: readonly string[], file: string, words: Prose, findings: Findings): void {
  for (const section of new Set([...wanted, SUMMARY])) {
    if (!words.sections.has(section)) findings.add(file, 'section-missing', { section });
    if (wanted.filter((name) => name === section).length > 1)
      findings.add(file, 'section-twice', { section }, words.sections.get(section)?.line);
  }
  for (const [section, { line }] of words.sections) {
    if (section !== SUMMARY && !wanted.includes(section))
      findings.add(file, 'section-unused', { section }, line);
  }
}

function checkTrace(
  { data, lineOf }: Lesson,
  file: string,
  problem: string,
  { trace }: Study,
  findings: Findings,
): void {
  const line = lineOf('problems', problem);
  const showsKinks = data.steps.some(
    (step) => 'show' in step && step.show === 'kinks' && step.of === problem,
  );
  const [kink] = trace.kinks;
  if (kink && !showsKinks) findings.add(file, 'kink', { problem, node: kink.name }, line);
  for (const { name, verdict } of trace.nudges) {
    if (verdict === 'disagrees' || verdict === 'cannot-tell')
      findings.add(file, 'nudge', { problem, name }, line);
  }
  const names = new Set([...Object.keys(trace.inputs), ...trace.forward.map((step) => step.name)]);
  for (const [i, step] of data.steps.entries()) {
    if (!('of' in step) || step.of !== problem) continue;
    const named =
      'ask' in step ? step.about : 'bug' in step ? [step.in] : 'only' in step ? (step.only ?? []) : [];
    for (const name of named.filter((candidate) => !names.has(candidate)))
      findings.add(file, 'unknown-variable', { name, problem }, lineOf('steps', i));
  }
}

function checkQuestions({ lesson, studies }: Staged, file: string, findings: Findings): void {
  for (const [i, step] of lesson.data.steps.entries()) {
    const studied = 'of' in step ? studies.get(step.of) : undefined;
    if (!studied || !('of' in step)) continue;
    const questions = questionsIn(studied, step);
    const line = lesson.lineOf('steps', i);
    if ('bug' in step && questions.length === 0)
      findings.add(file, 'no-bug', { mistake: step.bug, name: step.in, problem: step.of }, line);
    if (!('ask' in step)) continue;
    for (const name of step.about.filter(
      (candidate) => !questions.some((question) => question.name === candidate),
    ))
      findings.add(file, 'no-question', { kind: step.ask, name, problem: step.of }, line);
  }
}

/** Each op is in a problem, and each mistake gives, at one question at least, a number that tells it from a right answer. */
function checkTraining({ lesson, studies, scenes }: Staged, file: string, findings: Findings): void {
  const { ops, mistakes: trained } = lesson.data.trains;
  const inProblems = new Set(
    [...studies.values()].flatMap(({ trace }) => trace.graph.nodes.map(({ op }) => op)),
  );
  for (const [i, name] of ops.entries()) {
    if (!inProblems.has(name))
      findings.add(file, 'op-untrained', { name }, lesson.lineOf('trains', 'ops', i));
  }
  const visible = new Set(scenes.flatMap((scene) => visibleIn(scene, studies)));
  for (const [i, id] of trained.entries()) {
    if (!visible.has(id))
      findings.add(file, 'mistake-untrained', { name: id }, lesson.lineOf('trains', 'mistakes', i));
  }
}

/** Mistakes whose number at one of the questions is not the right answer's. */
function visibleIn({ problem, questions }: Scene, studies: ReadonlyMap<string, Study>): string[] {
  const studied = studies.get(problem ?? '');
  if (!studied) return [];
  return questions.flatMap(({ kind, name, bug }) => {
    if (bug) return [bug.mistake];
    if (kind !== 'gradient') return [];
    return visibleMistakes(studied, name);
  });
}

function checkProse(
  { studies, scenes }: Staged,
  file: string,
  words: Prose,
  course: readonly string[],
  findings: Findings,
): void {
  const summary = words.sections.get(SUMMARY);
  const lines = summary?.text.split('\n').filter((line) => line.trim() !== '').length ?? 0;
  if (lines > LONGEST_SUMMARY) findings.add(file, 'summary-long', { lines }, summary?.line);
  for (const { text, line } of words.sections.values()) {
    const html = /<\/?[a-z][^>]*>|!\[/iu.exec(text.replaceAll(/`[^`]*`/gu, ''))?.[0];
    if (html !== undefined) findings.add(file, 'html-in-prose', { text: html }, line);
    for (const target of linksIn(text)) {
      const lessonId = lessonIn(target);
      const leads =
        lessonId === undefined ? /^https?:\/\/[^/\s]+\.[^/\s]+/u.test(target) : course.includes(lessonId);
      if (!leads) findings.add(file, 'link', { target }, line);
    }
  }
  checkPlaceholders(studies, scenes, file, words, findings);
  const minutes = readingMinutes([...words.sections.values()].map(({ text }) => text).join(' '));
  if (minutes > LONGEST) findings.add(file, 'reading-time', { minutes, most: LONGEST });
}

/** Every number is there, and none is told before it is asked. */
function checkPlaceholders(
  studies: ReadonlyMap<string, Study>,
  scenes: readonly Scene[],
  file: string,
  words: Prose,
  findings: Findings,
): void {
  const answers = scenes.map(({ problem, questions }) =>
    questions.flatMap(({ kind, label, name }) =>
      kind === 'nudge' || kind === 'local' ? [] : [`${problem}.${kind === 'value' ? name : label}`],
    ),
  );
  for (const [i, { parts, problem, questions }] of scenes.entries()) {
    const told = [
      ...parts.filter((part): part is Extract<Part, { kind: 'say' }> => part.kind === 'say'),
      ...questions.flatMap(({ ownHint }) => (ownHint === undefined ? [] : [{ section: ownHint, problem }])),
    ];
    const later = new Set(answers.slice(i).flat());
    for (const { section, problem: current } of told) {
      const { text = '', line } = words.sections.get(section) ?? {};
      for (const placeholder of placeholdersIn(text)) {
        const of = placeholder.problem ?? current;
        if (numberFor(placeholder, studies, current) === undefined)
          findings.add(file, 'placeholder', { text: placeholder.text }, line);
        else if (later.has(`${of}.${placeholder.name}`))
          findings.add(file, 'answer-told', { text: placeholder.text }, line);
      }
    }
  }
}

/** How long it takes to read, in minutes to one decimal. */
const readingMinutes = (text: string): number => {
  const words = text.split(/\s+/u).filter(Boolean);
  const weight = words.reduce((sum, word) => sum + (/[가-힣]/u.test(word) ? 1.5 : 1), 0);
  return Math.round((weight / READING_SPEED) * 10) / 10;
};
