import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GradtutorError } from '../core/errors.ts';
import { type Block, prose } from '../document.ts';
import type { Messages } from '../i18n/en.ts';
import { languageNames } from '../i18n/index.ts';
import { inWords } from '../i18n/words.ts';
import { checkLesson } from '../lessons/check.ts';
import type { Finding } from '../lessons/finding.ts';
import { readLesson } from '../lessons/lesson.ts';
import { template } from '../lessons/template.ts';
import { renderText } from '../render/text.ts';
import { courseFolder, readCourse } from './course.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { writeWhole } from './files.ts';
import type { Output } from './output.ts';
import { sentence } from '../sentence.ts';

/** `gradtutor lessons check [folder]`: proves a course, and says of what is wrong what, where and how to mend it. */
export function checkCourse(folder: string | undefined, t: Messages, { out, style }: Output): ExitCode {
  const course = readCourse(courseFolder(folder));
  if (course.length === 0) throw new UsageError(t.lessons.empty(courseFolder(folder)));
  const ids = course.map(({ id }) => id);
  const findings = course.flatMap((files) => {
    const { lesson, findings: found } = readLesson(files, languageNames);
    if (lesson) checkLesson(lesson, ids, found, (error: GradtutorError) => sentence(error, t));
    return found.list;
  });
  const blocks = findings.map((finding) => tellFinding(finding, t));
  const verdict =
    findings.length === 0
      ? prose(0, { role: 'good', text: t.lessons.sound(course.length) })
      : prose(0, { role: 'bad', text: t.lessons.unsound(findings.length, course.length) });
  out(renderText([...blocks, verdict], style));
  return findings.length === 0 ? EXIT.done : EXIT.wrong;
}

function tellFinding({ file, line, code, args }: Finding, t: Messages): Block {
  const what = inWords(t.lessons.findings, code, args);
  return prose(0, { role: 'title', text: line === undefined ? file : `${file}:${line}` }, ` ${what}`);
}

/** `gradtutor lessons new NAME`: a folder with a lesson that can be played, to be changed. */
export function newLesson(name: string, t: Messages, { out }: Output): ExitCode {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name)) throw new UsageError(t.lessons.badName(name));
  const lessons = readdirSync('.').filter((entry) => /^\d\d-/u.test(entry));
  const namesake = lessons.find((entry) => entry.slice(3) === name);
  if (namesake !== undefined) throw new UsageError(t.lessons.isThere(namesake, name));
  const number = Math.max(0, ...lessons.map((entry) => Number(entry.slice(0, 2)))) + 1;
  const folder = `${String(number).padStart(2, '0')}-${name}`;
  mkdirSync(folder);
  for (const [file, text] of Object.entries(template)) writeWhole(join(folder, file), text);
  out(`${t.lessons.made(folder)}\n`);
  return EXIT.done;
}
