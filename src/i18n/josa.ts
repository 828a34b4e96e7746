import { withoutMarks } from '../document.ts';

/** Korean particles that depend on how the word before them ends: with a final consonant, or with a vowel. */
const PAIRS = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
  '이라는/라는': ['이라는', '라는'],
  '이니/니': ['이니', '니'],
  '이던/던': ['이던', '던'],
  '이에요/예요': ['이에요', '예요'],
  '이라고/라고': ['이라고', '라고'],
  '이라면/라면': ['이라면', '라면'],
} as const;

type Particle = keyof typeof PAIRS;

/** Whether a text names one of the pairs: `은/는`. */
export const isParticle = (text: string): text is Particle => Object.hasOwn(PAIRS, text);

type Ending = 'vowel' | 'consonant' | 'ㄹ';

/** 영 일 이 삼 사 오 육 칠 팔 구 */
const DIGITS: readonly Ending[] = 'consonant ㄹ vowel consonant vowel vowel consonant ㄹ ㄹ vowel'.split(
  ' ',
) as Ending[];
/** Letters whose Korean names end in a consonant: 엘, 엠, 엔, 알. */
const LETTERS: Readonly<Record<string, Ending>> = { l: 'ㄹ', m: 'consonant', n: 'consonant', r: 'ㄹ' };
/** 엡실론, 입실론, 오미크론 */
const GREEK = 'εΕυΥοΟ';

/** How a Korean reader ends the last sound of a word, a name such as `w1`, or a number. */
function ending(word: string): Ending {
  const text = withoutMarks(word).replace(/[)\]}"'…]+$/u, '');
  const last = Array.from(text).at(-1) ?? '';
  const code = last.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const jong = (code - 0xac00) % 28;
    return jong === 0 ? 'vowel' : jong === 8 ? 'ㄹ' : 'consonant';
  }
  if (/\d/u.test(last)) return numberEnding(text);
  if (GREEK.includes(last)) return 'consonant';
  const isWord = /[a-z]{3,}$/iu.test(text);
  const letter = LETTERS[last.toLowerCase()];
  if (letter === undefined || (isWord && last.toLowerCase() === 'r')) return 'vowel';
  return letter;
}

/** 십, 백, 천, 만 and 억 end in a consonant; after a decimal point digits are read one by one. */
function numberEnding(text: string): Ending {
  const number = /[\d.]+$/u.exec(text)?.[0] ?? '';
  const isPlain = /^\d+$/u.test(number) && !/[\p{L}_$]\d*$/u.test(text);
  if (isPlain && /[1-9]\d*0$/u.test(number)) return /[1-9]0{12,15}$/u.test(number) ? 'vowel' : 'consonant';
  return DIGITS[Number(number.at(-1))] ?? 'vowel';
}

/** The word with the particle that fits it: `josa('b', '은/는')` is `b는`, `josa('n', '은/는')` is `n은`. */
export function josa(word: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = PAIRS[particle];
  const end = ending(word);
  const usesVowelForm = end === 'vowel' || (particle === '으로/로' && end === 'ㄹ');
  return word + (usesVowelForm ? afterVowel : afterConsonant);
}
