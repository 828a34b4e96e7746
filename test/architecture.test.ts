import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which modules a part of the house may import: other parts of it by folder or file, packages by name. */
interface Rule {
  readonly within: string;
  readonly parts: readonly string[];
  readonly packages?: readonly string[];
}

/** The first rule whose `within` begins a file's path under src/ is the one for it. */
const rules: readonly Rule[] = [
  { within: 'core/parse.ts', parts: ['core/'], packages: ['mathjs/number'] },
  { within: 'core/mathjs-number.d.ts', parts: [], packages: ['mathjs/number'] },
  { within: 'core/suggest.ts', parts: ['core/'], packages: ['fastest-levenshtein'] },
  { within: 'core/nudge.ts', parts: ['core/forward.ts', 'core/graph.ts', 'core/value.ts'] },
  { within: 'core/', parts: ['core/'] },
  {
    within: 'i18n/',
    parts: [
      'i18n/',
      'core/errors.ts',
      'document.ts',
      'batch/problems.ts',
      'grading/grade.ts',
      'grading/problem.ts',
      'lessons/finding.ts',
      'tutor/messages.ts',
      'tutor/mistake.ts',
      'tutor/mistakes.ts',
    ],
  },
  { within: 'document.ts', parts: ['picture/diagram.ts'] },
  { within: 'chain.ts', parts: ['core/', 'document.ts'] },
  { within: 'checks.ts', parts: ['chain.ts', 'core/', 'document.ts', 'i18n/'] },
  { within: 'explain.ts', parts: ['chain.ts', 'checks.ts', 'core/', 'document.ts', 'i18n/', 'picture/'] },
  { within: 'ending.ts', parts: [] },
  {
    within: 'formats.ts',
    parts: ['code/', 'core/', 'ending.ts', 'explain.ts', 'i18n/', 'picture/', 'render/'],
  },
  { within: 'picture/', parts: ['core/', 'document.ts', 'i18n/', 'picture/', 'render/layout.ts'] },
  {
    within: 'worked.ts',
    parts: ['chain.ts', 'checks.ts', 'core/', 'document.ts', 'explain.ts', 'i18n/', 'picture/', 'tutor/'],
  },
  { within: 'sentence.ts', parts: ['core/errors.ts', 'i18n/', 'render/printable.ts'] },
  { within: 'conversation.ts', parts: ['document.ts', 'i18n/', 'tutor/'] },
  { within: 'render/layout.ts', parts: ['document.ts'], packages: ['get-east-asian-width'] },
  {
    within: 'render/html',
    parts: ['core/', 'document.ts', 'explain.ts', 'i18n/', 'page/lesson.ts', 'render/'],
    packages: ['virtual:page'],
  },
  {
    within: 'page/',
    parts: [
      'chain.ts',
      'checks.ts',
      'conversation.ts',
      'core/',
      'document.ts',
      'explain.ts',
      'i18n/',
      'page/',
      'picture/diagram.ts',
      'picture/tell.ts',
      'render/html/blocks.ts',
      'render/html/header.ts',
      'render/svg/labels.ts',
      'render/xml.ts',
      'tutor/',
      'worked.ts',
    ],
  },
  {
    within: 'render/',
    parts: ['chain.ts', 'core/', 'document.ts', 'explain.ts', 'formats.ts', 'i18n/', 'picture/', 'render/'],
  },
  { within: 'code/', parts: ['chain.ts', 'code/', 'core/', 'i18n/', 'render/layout.ts'] },
  { within: 'reference/', parts: ['core/', 'document.ts', 'explain.ts', 'i18n/', 'reference/'] },
  { within: 'tutor/', parts: ['chain.ts', 'core/', 'tutor/'] },
  { within: 'batch/lines.ts', parts: ['batch/utf8.ts'] },
  { within: 'batch/json.ts', parts: [], packages: ['jsonc-parser'] },
  { within: 'batch/', parts: ['batch/', 'core/', 'i18n/', 'sentence.ts'] },
  { within: 'grading/csv.ts', parts: ['batch/lines.ts', 'grading/'], packages: ['papaparse'] },
  {
    within: 'grading/',
    parts: [
      'batch/json.ts',
      'batch/lines.ts',
      'chain.ts',
      'conversation.ts',
      'core/',
      'document.ts',
      'ending.ts',
      'grading/',
      'i18n/',
      'render/printable.ts',
      'sentence.ts',
      'tutor/',
    ],
  },
  { within: 'learner/schedule.ts', parts: ['learner/'], packages: ['ts-fsrs'] },
  { within: 'learner/', parts: ['core/', 'learner/', 'lessons/', 'tutor/'] },
  { within: 'lessons/schema.ts', parts: ['lessons/data.ts', 'tutor/'], packages: ['valibot'] },
  { within: 'exercises/mathml.ts', parts: ['exercises/'], packages: ['katex'] },
  { within: 'exercises/anki/sqlite.ts', parts: [], packages: ['sql.js'] },
  { within: 'exercises/package.ts', parts: [], packages: ['fflate'] },
  {
    within: 'exercises/',
    parts: [
      'chain.ts',
      'conversation.ts',
      'core/',
      'document.ts',
      'ending.ts',
      'exercises/',
      'explain.ts',
      'i18n/',
      'render/',
      'tutor/',
      'worked.ts',
    ],
  },
  { within: 'lessons/lesson.ts', parts: ['core/suggest.ts', 'lessons/'], packages: ['valibot', 'yaml'] },
  { within: 'lessons/markdown.ts', parts: ['document.ts'], packages: ['marked'] },
  {
    within: 'lessons/',
    parts: ['checks.ts', 'core/', 'document.ts', 'explain.ts', 'i18n/', 'lessons/', 'picture/', 'tutor/'],
  },
  { within: 'index.ts', parts: ['conversation.ts', 'core/', 'i18n/', 'tutor/'] },
  { within: 'globals.d.ts', parts: [] },
  {
    within: 'cli/',
    parts: [
      'batch/',
      'chain.ts',
      'checks.ts',
      'cli/',
      'ending.ts',
      'conversation.ts',
      'core/',
      'document.ts',
      'exercises/',
      'explain.ts',
      'formats.ts',
      'grading/',
      'i18n/',
      'learner/',
      'lessons/',
      'picture/',
      'reference/',
      'render/',
      'sentence.ts',
      'tutor/',
      'worked.ts',
    ],
    packages: ['node:', 'commander', 'chalk', 'inquirer', '@inquirer/core', 'fastest-levenshtein'],
  },
];

/** What stands in the quotes of every import and re-export of a source, types and dynamic imports included. */
function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/^\s*\/\/.*$/gmu, '');
  const statement =
    /(?:^|[\n;])\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|\brequire\s*\(\s*['"]([^'"]+)['"]/gu;
  return [...code.matchAll(statement)].map((found) => found.slice(1).find((name) => name) as string);
}

/** Imports of a file under src/ that no rule allows. */
function violations(file: string, source: string): string[] {
  const rule = rules.find(({ within }) => file.startsWith(within));
  if (!rule) return [`${file}: no rule says what it may import`];
  return importsOf(source)
    .filter((name) => {
      if (!name.startsWith('.')) return !(rule.packages ?? []).some((allowed) => matches(name, allowed));
      const target = posix.normalize(posix.join(dirname(file), name));
      return !rule.parts.some((part) => target.startsWith(part));
    })
    .map((name) => `${file} imports ${name}`);
}

const matches = (name: string, allowed: string): boolean =>
  allowed.endsWith(':') ? name.startsWith(allowed) : name === allowed;

function sourcesIn(folder: string): { readonly file: string; readonly source: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(join(root, folder), path).split(sep).join('/');
      return { file, source: readFileSync(path, 'utf8') };
    });
}

describe('every module imports only what it may', () => {
  test.each(sourcesIn('src'))('$file', ({ file, source }) => {
    expect(violations(file, source)).toEqual([]);
  });

  /** Files whose text matches a pattern. */
  const filesWith = (folder: string, pattern: RegExp) =>
    sourcesIn(folder)
      .filter(({ source }) => pattern.test(source))
      .map(({ file }) => file);

  test('the core evaluates no text as code', () => {
    expect(filesWith('src/core', /\beval\s*\(|new Function\b|\.evaluate\s*\(/u)).toEqual([]);
  });

  test('what is not at the edge has no clock, no chance, no console and no process', () => {
    const outside = /\bMath\.random\b|\bDate\b\s*[.(]|\bconsole\b|\bprocess\.|\bglobalThis\b/u;
    // What src/code/ writes are programs of the learner's own, and those print.
    const edges = /^(cli\/|code\/ecmascript)/u;
    expect(filesWith('src', outside).filter((file) => !edges.test(file))).toEqual([]);
  });

  test('one file alone writes to standard output and error', () => {
    const streams = /\bprocess\.std(?:out|err)\b|\bprocess\[/u;
    expect(filesWith('src', streams)).toEqual(['cli/standard.ts']);
  });
});

describe('a module that reaches where it may not is caught', () => {
  test.each([
    ['core/ops.ts', "import fs from 'node:fs';"],
    ['core/ops.ts', "import { Chalk } from 'chalk';"],
    ['core/ops.ts', "import { parse } from 'mathjs';"],
    ['core/lower.ts', "import {\n  createParse,\n} from 'mathjs/number';"],
    ['core/trace.ts', "import type { Messages } from '../i18n/en.ts';"],
    ['core/trace.ts', "export { en } from '../i18n/en.ts';"],
    ['core/nudge.ts', "import { backward } from './backward.ts';"],
    ['core/deep/new.ts', "import { answer } from '../../tutor/step.ts';"],
    ['tutor/session.ts', "import { en } from '../i18n/en.ts';"],
    ['tutor/session.ts', "import inquirer from 'inquirer';"],
    ['tutor/session.ts', "const { default: inquirer } = await import('inquirer');"],
    ['tutor/session.ts', "import { prompt } from '../cli/prompt.ts';"],
    ['grading/csv.ts', "import { parse } from 'csv-parse';"],
    ['grading/grade.ts', "import Papa from 'papaparse';"],
    ['grading/grader.ts', "import { readInput } from '../cli/input.ts';"],
    ['page/figure.ts', "import { layOut } from '../picture/layout.ts';"],
    ['page/model.ts', "import { readFileSync } from 'node:fs';"],
    ['page/lesson.ts', "import { script } from 'virtual:page';"],
    ['render/text.ts', 'import process from "node:process";'],
    ['render/text.ts', "import 'chalk';"],
    ['explain.ts', "import { textWidth } from './render/layout.ts';"],
    ['i18n/ko.ts', "import { trace } from '../core/trace.ts';"],
    ['index.ts', "export { explain } from './explain.ts';"],
    ['cli/main.ts', "import { parse } from 'mathjs';"],
    ['elsewhere/new.ts', ''],
  ])('%s with %j', (file, source) => {
    expect(violations(file, `/** A comment. */\n${source}\n`)).toHaveLength(1);
  });

  test('and one that does not is let through', () => {
    expect(violations('core/parse.ts', "import { createParse } from 'mathjs/number';")).toEqual([]);
    expect(violations('cli/main.ts', "import fs from 'node:fs';\n// import 'mathjs';")).toEqual([]);
  });
});
