/** Runs generated code, many programs in one process. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment, root, temporaryFolder } from './cli.ts';

const execute = promisify(execFile);

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

/** The first Python on this machine that has a module. */
async function pythonWith(module: string): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3'])
    if (await works(python, '-c', `import importlib.util as i, sys; sys.exit(not i.find_spec("${module}"))`))
      return python;
  return undefined;
}

export type Language = 'python' | 'numpy' | 'pytorch' | 'javascript' | 'typescript' | 'julia' | 'c';

export const languages: readonly Language[] = [
  'python',
  'numpy',
  'pytorch',
  'javascript',
  'typescript',
  'julia',
  'c',
];

const [python, numpy, pytorch, gcc, julia] = await Promise.all([
  pythonWith('math'),
  pythonWith('numpy'),
  pythonWith('torch'),
  works('gcc', '--version'),
  works('julia', '--version'),
]);

/** What runs programs of a language here; where it is missing, tests that need it are skipped and say so. */
export const tools: Readonly<Record<Language, string | undefined>> = {
  python,
  numpy,
  pytorch,
  javascript: process.execPath,
  typescript: process.execPath,
  julia: julia ? 'julia' : undefined,
  c: gcc ? 'gcc' : undefined,
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

/** With the Python that a format needs. */
const inPython =
  (language: Language) =>
  async (programs: readonly string[]): Promise<string[]> => {
    const folder = written(programs, 'py', PYTHON_DRIVER);
    const args = ['driver.py', String(programs.length)];
    return JSON.parse(await outputOf(tools[language] ?? '', args, folder)) as string[];
  };

async function inJavascript(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'js', JAVASCRIPT_DRIVER);
  const count = String(programs.length);
  return JSON.parse(await outputOf(process.execPath, ['driver.js', count], folder)) as string[];
}

export const tsc = join(root, 'node_modules/typescript/bin/tsc');

/** Compiled in strict mode, each file a module so that many can be compiled at once. */
async function inTypescript(programs: readonly string[]): Promise<string[]> {
  const folder = written(programs, 'ts', '');
  const options = '--strict --moduleDetection force --module commonjs --target es2022 --outDir out'.split(
    ' ',
  );
  const files = programs.map((_, k) => `${k}.ts`);
  await outputOf(process.execPath, [tsc, ...options, ...files], folder);
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
  python: inPython('python'),
  numpy: inPython('numpy'),
  pytorch: inPython('pytorch'),
  javascript: inJavascript,
  typescript: inTypescript,
  julia: inJulia,
  c: inC,
};

/** What programs print, in order; where one fails, what it says. */
export const printedBy = (language: Language, programs: readonly string[]): Promise<string[]> =>
  runners[language](programs);
