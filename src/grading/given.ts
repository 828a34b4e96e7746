import { splitTopLevel } from '../core/at.ts';
import { GradingError } from './problem.ts';

/** An answer as it was handed in: the name it was given, and what was written behind it. */
export interface GivenAnswer {
  readonly name: string;
  readonly text: string;
}

/**
 * Answers in one text: `dv=3, da=1/3`, divided by commas, semicolons or line ends. A name without a value, as in `dv=,da=3`, is an answer that is missing.
 * @throws GradingError `bad-answer` where there is no `=`
 */
export function readAnswers(text: string): GivenAnswer[] {
  const parts = text
    .split(/[;；\r\n]/u)
    .flatMap(splitTopLevel)
    .filter((part) => part.trim() !== '');
  return parts.flatMap((part) => {
    const [, name, value] = /^\s*([^=＝]*[^=＝\s])\s*[=＝](.*)$/su.exec(part) ?? [];
    if (name === undefined || value === undefined)
      throw new GradingError('bad-answer', { text: part.trim() });
    return given(name, value);
  });
}

/** An answer under its name; none where nothing was written. */
export const given = (name: string, text: string): GivenAnswer[] =>
  text.trim() === '' ? [] : [{ name: name.trim().normalize('NFC'), text: text.trim() }];
