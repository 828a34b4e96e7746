import type { Messages } from '../i18n/en.ts';
import { learnerWords } from '../i18n/learner/index.ts';
import { printable } from '../render/printable.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Output } from './output.ts';
import type { ProgressFile } from './progress-file.ts';

/**
 * Begins anew: what a learner has done is kept beside it, and can be brought back.
 * @param now milliseconds since 1970: they tell this old file from others
 */
export function resetAll(file: ProgressFile, now: number, t: Messages, { out }: Output): ExitCode {
  const words = learnerWords[t.lang].progress;
  if (!file.isThere) {
    out(`${words.nothingToReset}\n`);
    return EXIT.done;
  }
  const old = file.reset(String(now));
  if (old === undefined) return EXIT.usage; // the file has told why
  out(`${printable(words.reset(old))}\n`);
  return EXIT.done;
}
