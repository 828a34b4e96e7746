/** Runs generated code, many programs in one process. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Trace } from '../../src/core/trace.ts';
import { type FormatName, loadRenderer } from '../../src/formats.ts';
import { en, type Messages } from '../../src/i18n/en.ts';
import { environment, root, temporaryFolder } from './cli.ts';
import './numbers.ts';

const execute = promisify(execFile);

/** A trace in a format. */
export async function codeIn(format: FormatName, trace: Trace, t: Messages = en): Promise<string> {
  const render = await loadRenderer(format);
  return render(trace, t, { width: 80, ascii: false, plain: false, paint: (_, text) => text });
}

/** What a program prints; fails when it fails. */
export async function outputOf(command: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...environment(), PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' };
  try {
    const { stdout } = await execute(command, args, { cwd, env, maxBuffer: 1 << 28 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} failed: ${stderr}${stdout}`.slice(0, 2000), { cause: error });
  }
}

const works = (command: string, ...args: string[]): Promise<boolean> =>
  outputOf(command, args, root).then(
    () => true,
    () => false,
  );

const [python, numpy, pytorch, c, julia] = await Promise.all([
  works('python3', '--version'),
  works('python3', '-c', 'import numpy'),
  works('python3', '-c', 'import torch'),
  works('gcc', '--version'),
  works('julia', '--version'),
]);

export type Language = 'python' | 'numpy' | 'pytorch' | 'javascript' | 'typescript' | 'julia' | 'c';

/** The languages that this machine runs. */
export const isHere: Readonly<Record<Language, boolean>> = {
  python,
  numpy,
  pytorch,
  javascript: true,
  typescript: true,
  julia,
  c,
};

const PYTHON_DRIVER = `
import contextlib, io, json, runpy, sys, traceback
printed = []
for k in range(int(sys.argv[1])):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            runpy.run_path(f"{k}.py", run_name="__main__")
        except Exception:
            print(traceback.format_exc())
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
`;

const JAVASCRIPT_DRIVER = `
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const printed = [];
for (let k = 0; k < Number(process.argv[2]); k++) {
  let out = '';
  const console = { log: (line) => { out += line + '\\n'; } };
  try {
    vm.runInNewContext('"use strict";' + readFileSync(k + '.js', 'utf8'), { console, exports: {} });
  } catch (error) {
    out += String(error.stack);
  }
  printed.push(out);
}
process.stdout.write(JSON.stringify(printed));
`;

/** Writes programs into a folder of their own, as 0.py, 1.py, … */
function written(programs: readonly string[], ending: string, driver: string): string {
  const folder = temporaryFolder();
  for (const [k, program] of programs.entries()) writeFileSync(join(folder, `${k}.${ending}`), program);
  writeFileSync(join(folder, `driver.${ending}`), driver);
  return folder;
}

async function inPython(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'py', PYTHON_DRIVER);
  return JSON.parse(await outputOf('python3', ['driver.py', String(programs.length)], folder)) as string[];
}

async function inJavascript(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'js', JAVASCRIPT_DRIVER);
  const count = String(programs.length);
  return JSON.parse(await outputOf(process.execPath, ['driver.js', count], folder)) as string[];
}

const TSC = join(root, 'node_modules/typescript/bin/tsc');

/** Compiled in strict mode, each file a module so that many can be compiled at once. */
async function inTypescript(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'ts', '');
  const options = '--strict --moduleDetection force --module commonjs --target es2022 --outDir out'.split(
    ' ',
  );
  const files = programs.map((_, k) => `${k}.ts`);
  await outputOf(process.execPath, [TSC, ...options, ...files], folder);
  writeFileSync(join(folder, 'out/driver.js'), JAVASCRIPT_DRIVER);
  const count = String(programs.length);
  return JSON.parse(await outputOf(process.execPath, ['driver.js', count], join(folder, 'out'))) as string[];
}

const SEPARATOR = '@@@\n';

/** All programs as one: what each has at the top level gets a name of its own. */
async function inC(programs: readonly string[]): Promise<string[]> {
  const parts = programs.map((program, k) => {
    const names = new Set(
      [...program.matchAll(/^(?:static (?:const )?(?:double|struct \w+)|int|struct) (\w+)/gmu)].map(
        ([, name]) => name as string,
      ),
    );
    const own = [...names].map((name) => `#define ${name} p${k}_${name}`);
    return [...own, program, ...[...names].map((name) => `#undef ${name}`)].join('\n');
  });
  const calls = programs.map((_, k) => `p${k}_main(); printf("${SEPARATOR.replace('\n', '\\n')}");`);
  const headers = '#include <math.h>\n#include <stdbool.h>\n#include <stdio.h>\n';
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'all.c'),
    `${headers}${parts.join('\n')}\nint main(void) { ${calls.join('\n')} }\n`,
  );
  await outputOf('gcc', ['-std=c99', '-O0', 'all.c', '-o', 'all', '-lm'], folder);
  return (await outputOf(join(folder, 'all'), [], folder)).split(SEPARATOR).slice(0, -1);
}

async function inJulia(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'jl', '');
  const files = programs.map((_, k) => `include("${k}.jl"); print("${SEPARATOR.replace('\n', '\\n')}")`);
  writeFileSync(join(folder, 'driver.jl'), files.map((line, k) => `module M${k}\n${line}\nend`).join('\n'));
  return (await outputOf('julia', ['driver.jl'], folder)).split(SEPARATOR).slice(0, -1);
}

const runners: Readonly<Record<Language, (programs: readonly string[]) => Promise<string[]>>> = {
  python: inPython,
  numpy: inPython,
  pytorch: inPython,
  javascript: inJavascript,
  typescript: inTypescript,
  julia: inJulia,
  c: inC,
};

/** What the programs of traces print in a language, in order. */
export async function printedBy(language: Language, traces: readonly Trace[]): Promise<string[]> {
  const programs = await Promise.all(traces.map((trace) => codeIn(language, trace)));
  return runners[language](programs);
}

const SPECIAL = new Map([
  ['inf', Infinity],
  ['nan', NaN],
  ['infinity', Infinity],
]);

function numberIn(text: string): number {
  const [, sign, size = ''] = /^(-?)(.*)$/u.exec(text.toLowerCase()) ?? [];
  const number = SPECIAL.get(size) ?? (/^\d/u.test(size) ? Number(size) : undefined);
  return number === undefined ? Number(`not a number: ${text}`) : sign === '-' ? -number : number;
}

/** The numbers a program printed, by name, in order: lines such as `da = 3`, each perhaps with more behind it. */
export const numbersIn = (printed: string): [name: string, number: number][] =>
  printed
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = line, number = ''] = /^(\S+) = (\S+)/u.exec(line) ?? [];
      return [name, numberIn(number)];
    });

/** The value and the gradients that were asked for, as a trace tells them. */
export const toldBy = ({ output, value, wrt, gradients }: Trace): [name: string, number: number][] => [
  [output, value],
  ...wrt.map((name): [string, number] => [`d${name}`, gradients[name] as number]),
];

/** Fails unless a program printed the value and the gradients of a trace, in order. */
export function expectTold(printed: string, trace: Trace, relative = 1e-12, absolute = 1e-14): void {
  const [got, expected] = [numbersIn(printed), toldBy(trace)];
  expect(got.map(([name]) => name).join(' ')).toBe(expected.map(([name]) => name).join(' '));
  for (const [i, [name, number]] of expected.entries()) {
    expect(got[i]?.[1], `${name} of ${trace.source}`).toBeNear(number, relative, absolute);
  }
}
