import { describe, expect, it } from 'vitest';
import { gradtutor, outputOf } from '../support/cli.ts';

describe('gradtutor help', () => {
  it.each([[[]], [['run']], [['lessons']], [['config', 'set']], [['help']]])(
    '%j is --help',
    async (names) => {
      expect(await outputOf(['help', ...names])).toBe(await outputOf([...names, '--help']));
      const korean = await outputOf(['help', ...names, '--lang', 'ko']);
      expect(korean).toBe(await outputOf([...names, '--help', '--lang', 'ko']));
    },
  );

  it.each([
    [['rnu'], 'There is no command rnu. Did you mean gradtutor run?'],
    [['config', 'sett'], 'There is no command sett. Did you mean gradtutor config set?'],
    [['run', 'fast'], 'Too many arguments for gradtutor help. See gradtutor help --help'],
  ])('%j is refused', async (names, reason) => {
    const { code, stdout, stderr } = await gradtutor(['help', ...names]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: [^\n]+\n$/u);
    expect(stderr).toContain(reason);
  });
});
