/** Programs in the documentation: compiled and run in a project of their own, against the package as it is built. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root, run, temporaryFolder } from './cli.ts';

/** A project that has the package as a dependency. */
function project(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/gradtutor'), 'dir');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    allowJs: true,
    checkJs: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    rootDir: '.',
    outDir: 'out',
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['example.*'] }));
  return folder;
}

/** What a program prints; fails when it does not compile, or does not run. */
export async function outputOfExample(language: string, text: string): Promise<string> {
  const folder = project();
  writeFileSync(join(folder, `example.${language.startsWith('j') ? 'js' : 'ts'}`), text);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const compiled = await run(process.execPath, [tsc, '-p', folder]);
  expect(compiled.stdout + compiled.stderr).toBe('');
  const { code, stdout, stderr } = await run(process.execPath, [join(folder, 'out/example.js')], {
    cwd: folder,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** What a program is said to print: a comment behind each console.log(…). */
export const shownBy = (text: string): string[] =>
  [...text.matchAll(/console\.log\(.*\);? *\/\/ *(.*)$/gmu)].map((match) => match[1] as string);
