import * as v from 'valibot';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { suggest } from '../core/suggest.ts';
import type { LessonData } from './data.ts';
import { Findings } from './finding.ts';
import { type Prose, readProse } from './prose.ts';
import { lessonSchema } from './schema.ts';

/** The files of one lesson as they are read: the name of its folder, and their texts. */
export interface LessonFiles {
  readonly id: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface Lesson {
  /** The name of its folder: `04-backward`. */
  readonly id: string;
  readonly data: LessonData;
  /** The words by language. */
  readonly prose: ReadonlyMap<string, Prose>;
  /** The line in lesson.yaml of what stands at a path, from 1. */
  readonly lineOf: (...path: readonly (string | number)[]) => number | undefined;
}

/** What is read, and what keeps it from being used. A lesson is there only where nothing does. */
export interface Read {
  readonly lesson?: Lesson;
  readonly findings: Findings;
}

export const DATA_FILE = 'lesson.yaml';

/** @param languages those that every lesson must have */
export function readLesson({ id, files }: LessonFiles, languages: readonly string[]): Read {
  const findings = new Findings();
  if (!/^\d\d-[a-z0-9]+(-[a-z0-9]+)*$/u.test(id)) findings.add(id, 'folder-name', { id });
  const text = files.get(DATA_FILE);
  if (text === undefined) findings.add(id, 'file-missing', { name: DATA_FILE });
  const read = text === undefined ? undefined : readData(`${id}/${DATA_FILE}`, text, findings);
  const prose = new Map<string, Prose>();
  for (const language of languages) {
    const name = `${language}.md`;
    const markdown = files.get(name);
    if (markdown === undefined) findings.add(id, 'file-missing', { name });
    else prose.set(language, readProse(`${id}/${name}`, markdown, findings));
  }
  return read && findings.list.length === 0 ? { lesson: { id, prose, ...read }, findings } : { findings };
}

function readData(
  file: string,
  text: string,
  findings: Findings,
): Pick<Lesson, 'data' | 'lineOf'> | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  for (const { message, pos } of document.errors)
    findings.add(file, 'yaml', { detail: message }, lineAt(pos[0]));
  if (document.errors.length > 0) return undefined;
  const lineOf = (...path: readonly (string | number)[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range)) return lineAt(Number(range[0]));
    }
    return isMap(document.contents) ? lineAt(document.contents.range?.[0] ?? 0) : 1;
  };
  const parsed = v.safeParse(lessonSchema, document.toJS());
  if (parsed.success) return { data: parsed.output, lineOf };
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    addMisfit(file, issue, path, findings, lineOf);
  }
  return undefined;
}

type Issue = v.InferIssue<typeof lessonSchema>;

/** What does not fit, as near to what its author has to mend as can be known: a word, a step, else in the library's words. */
function addMisfit(
  file: string,
  issue: Issue,
  path: readonly (string | number)[],
  findings: Findings,
  lineOf: Lesson['lineOf'],
): void {
  const candidates: readonly v.BaseIssue<unknown>[] = [issue, ...(issue.issues ?? [])];
  const words = candidates.filter(({ type, input }) => type === 'picklist' && typeof input === 'string');
  const [first] = words;
  if (first) {
    const own = first === issue ? [] : (first.path ?? []).map(({ key }) => key as string | number);
    const word = String(first.input);
    const allowed = [...new Set(words.flatMap(optionsOf))];
    const suggestion = suggest(word, allowed);
    const whole = [...path, ...own];
    const said = {
      path: whole.join('.'),
      word,
      allowed,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
    findings.add(file, 'unknown-word', said, lineOf(...whole));
  } else if (issue.type === 'union' && path[0] === 'steps' && path.length === 2) {
    const keys = typeof issue.input === 'object' && issue.input !== null ? Object.keys(issue.input) : [];
    findings.add(file, 'no-step', { path: path.join('.'), keys }, lineOf(...path));
  } else {
    findings.add(file, 'schema', { path: path.join('.'), detail: issue.message }, lineOf(...path));
  }
}

/** What a word might have been. */
const optionsOf = ({ requirement, expected }: v.BaseIssue<unknown>): readonly string[] =>
  Array.isArray(requirement)
    ? requirement.map(String)
    : Array.from((expected ?? '').matchAll(/"([^"]+)"/gu), ([, option = '']) => option);
