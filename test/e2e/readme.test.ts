import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, environment, root, run, temporaryFolder } from '../support/cli.ts';
import { commands, fences } from '../support/markdown.ts';

const file = join(root, 'README.md');
const blocks = fences(existsSync(file) ? readFileSync(file, 'utf8') : '');

const examples = blocks
  .filter(({ language, text }) => language === 'console' && /^\$ .*\bnpx gradtutor\b/mu.test(text))
  .flatMap(({ text }) => commands(text));
const programs = blocks.filter(({ language }) => /^(js|ts|javascript|typescript)$/u.test(language));

/** A folder for PATH in which `npx gradtutor …` runs this checkout's program, and nothing else. */
function shim(): string {
  const folder = temporaryFolder();
  const script = `#!/bin/sh\n[ "$1" = gradtutor ] || exit 127\nshift\nexec "${process.execPath}" "${bin}" "$@"\n`;
  writeFileSync(join(folder, 'npx'), script, { mode: 0o755 });
  return folder;
}

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

describe('README.md', () => {
  it('shows commands with their output, and a program that uses the library', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(programs.length).toBeGreaterThan(0);
    expect(examples.every(({ output }) => output.trim() !== '')).toBe(true);
  });

  it.each(examples)('shows what this prints: $command', async ({ command, output }) => {
    const PATH = `${shim()}${delimiter}${environment()['PATH']}`;
    const { stdout, code } = await run('bash', ['--noprofile', '--norc', '-c', `exec 2>&1\n${command}`], {
      env: { PATH },
    });
    expect(code).not.toBe(127);
    expect(stdout.trimEnd()).toBe(output.trimEnd());
  });

  it.each(programs)(
    'has a $language program at line $line that compiles and runs',
    async ({ language, text }) => {
      const folder = project();
      writeFileSync(join(folder, `example.${language.startsWith('j') ? 'js' : 'ts'}`), text);
      const tsc = join(root, 'node_modules/typescript/bin/tsc');
      const compiled = await run(process.execPath, [tsc, '-p', folder]);
      expect(compiled.stdout + compiled.stderr).toBe('');
      const { code, stdout, stderr } = await run(process.execPath, [join(folder, 'out/example.js')], {
        cwd: folder,
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      // A comment after console.log(…) is what it prints.
      const shown = [...text.matchAll(/^console\.log\(.*\);? *\/\/ *(.*)$/gmu)].map(
        (match) => match[1] as string,
      );
      expect(shown.length > 0 ? stdout.trimEnd().split('\n') : []).toEqual(shown);
    },
  );
});
