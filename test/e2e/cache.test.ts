import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, type Environment, root, run, temporaryFolder } from '../support/cli.ts';

const ARGS = ['run', '3*(a+b*c)', '--quiet'];
const GRADIENT = 'da = 3, db = 6, dc = 9\n';
/** Root may write everywhere, so a test of what may not be written is run as somebody else. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534 } : {};

/** A cache folder of its own, and the program run with it: always right, whatever the cache is like. */
function withCache(program = bin) {
  const base = temporaryFolder();
  const folder = join(base, 'gradtutor');
  const files = () => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
  return {
    base,
    folder,
    files,
    /** The one file of the cache. */
    get file() {
      expect(files()).toHaveLength(1);
      return files()[0] as string;
    },
    async runs(env: Environment = {}, as: { uid?: number } = {}): Promise<void> {
      const result = await run(process.execPath, [program, ...ARGS], {
        env: { XDG_CACHE_HOME: base, ...env },
        ...as,
      });
      expect(result).toEqual({ code: 0, signal: null, stdout: GRADIENT, stderr: '' });
    },
  };
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

/** True for a file that holds the same bytes twice, as the launcher writes it. */
function isWhole(file: string): boolean {
  const bytes = readFileSync(file);
  const half = bytes.length / 2;
  return half > 10_000 && bytes.subarray(0, half).equals(bytes.subarray(half));
}

describe("the launcher's code cache", () => {
  it('is a private file in a private folder', async () => {
    const cache = withCache();
    await cache.runs();
    expect(modeOf(cache.folder)).toBe(0o700);
    expect(modeOf(cache.file)).toBe(0o600);
    expect(isWhole(cache.file)).toBe(true);
  });

  it('is written once, and then used', async () => {
    const cache = withCache();
    await cache.runs();
    const { ino, mtimeMs } = statSync(cache.file);
    await cache.runs();
    expect(statSync(cache.file)).toMatchObject({ ino, mtimeMs });
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['one byte changed in the first half', (bytes) => flipped(bytes, [1000])],
    ['one byte changed in the second half', (bytes) => flipped(bytes, [bytes.length - 1000])],
    [
      'many bytes changed',
      (bytes) =>
        flipped(
          bytes,
          Array.from({ length: 500 }, (_, i) => (i * 7919) % bytes.length),
        ),
    ],
    ['its header changed', (bytes) => flipped(bytes, [0, 1, 2, 3])],
    ['other bytes, the same ones twice', (bytes) => Buffer.alloc(bytes.length, 'x')],
    ['something else in it', () => Buffer.from('{"ways":{},"sizes":[]}\n'.repeat(2))],
    ['half of it missing', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['a few bytes missing', (bytes) => bytes.subarray(0, bytes.length - 3)],
    ['a byte too many', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['one byte', (bytes) => bytes.subarray(0, 1)],
    ['nothing in it', () => new Uint8Array()],
  ])('does no harm with %s, and is mended', async (_, damage) => {
    const cache = withCache();
    await cache.runs();
    writeFileSync(cache.file, damage(readFileSync(cache.file)));
    await cache.runs();
    expect(isWhole(cache.file)).toBe(true);
    const { ino } = statSync(cache.file);
    await cache.runs();
    expect(statSync(cache.file).ino).toBe(ino);
  });

  it('is neither read nor written in a folder that others may write to', async () => {
    const cache = withCache();
    await cache.runs();
    chmodSync(cache.folder, 0o770);
    writeFileSync(cache.file, 'planted');
    await cache.runs();
    expect(readFileSync(cache.file, 'utf8')).toBe('planted');
  });

  it.skipIf(process.platform === 'win32')(
    'does without in a folder that it may not write, or not even see',
    async () => {
      const cache = withCache();
      for (const mode of [0o555, 0o600, 0]) {
        chmodSync(cache.base, mode);
        await cache.runs({}, NOBODY);
      }
      chmodSync(cache.base, 0o700);
      expect(cache.files()).toEqual([]);
    },
  );

  it('does without where a file has the place of its folder, or there is no such disk', async () => {
    const cache = withCache();
    writeFileSync(cache.folder, 'not a folder');
    await cache.runs();
    expect(readFileSync(cache.folder, 'utf8')).toBe('not a folder');
    await cache.runs({ XDG_CACHE_HOME: '/dev/null/nowhere' });
  });

  it('does without where a folder has the place of its file', async () => {
    const cache = withCache();
    await cache.runs();
    const other = withCache();
    mkdirSync(join(other.folder, basename(cache.file), 'inside'), { recursive: true });
    chmodSync(other.folder, 0o700);
    await other.runs();
    expect(other.files()).toHaveLength(1);
  });

  it('is not written with GRADTUTOR_NO_CACHE=1', async () => {
    const cache = withCache();
    await cache.runs({ GRADTUTOR_NO_CACHE: '1' });
    expect(cache.files()).toEqual([]);
  });

  it('is in the .cache folder of the home where XDG_CACHE_HOME is not set', async () => {
    const home = temporaryFolder();
    await withCache().runs({ XDG_CACHE_HOME: undefined, HOME: home });
    expect(readdirSync(join(home, '.cache/gradtutor'))).toHaveLength(1);
  });

  it('is done without where there is no home at all', async () => {
    for (const nowhere of [undefined, '']) {
      const cache = withCache();
      await cache.runs({ XDG_CACHE_HOME: nowhere, HOME: nowhere });
      expect(cache.files()).toEqual([]);
    }
  });

  it('is whole after several processes at once', async () => {
    const cache = withCache();
    await Promise.all(Array.from({ length: 4 }, () => cache.runs()));
    expect(isWhole(cache.file)).toBe(true);
    await cache.runs();
  });

  it('is left alone by a command that fails', async () => {
    const cache = withCache();
    await cache.runs();
    const { ino } = statSync(cache.file);
    const { code } = await run(process.execPath, [bin, 'run', '('], { env: { XDG_CACHE_HOME: cache.base } });
    expect(code).toBe(2);
    expect(statSync(cache.file).ino).toBe(ino);
    await cache.runs();
  });

  it('is not used for a program that has changed, not even to one of the same length', async () => {
    const copy = temporaryFolder();
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    const program = join(copy, 'dist/cli.cjs');
    const base = temporaryFolder();
    const version = async () =>
      (
        await run(process.execPath, [join(copy, 'bin/gradtutor.js'), '--version'], {
          env: { XDG_CACHE_HOME: base },
        })
      ).stdout;
    const first = await version();
    expect(await version()).toBe(first);
    const other = first.trim().replace(/\d/gu, '9');
    const source = readFileSync(program, 'utf8');
    writeFileSync(program, source.replaceAll(first.trim(), other));
    expect(statSync(program).size).toBe(Buffer.byteLength(source));
    expect(await version()).toBe(`${other}\n`);
    expect(await version()).toBe(`${other}\n`);
    expect(readdirSync(join(base, 'gradtutor'))).toHaveLength(1);
  });
});

/** A copy in which these bytes are others. */
function flipped(bytes: Buffer, at: readonly number[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const index of at) copy[index] = (copy[index] as number) ^ 0xff;
  return copy;
}
