import { marked } from '../../document.ts';
import { josa } from '../josa.ts';
import type { ExerciseWords } from './en.ts';

export const ko: ExerciseWords = {
  title: (level) => `역방향 전파 연습 문제, 난이도 ${level}`,
  level: (level) => `난이도 ${level}`,
  exercise: (number) => `문제 ${number}`,
  item: (level, number, dvar) => `난이도 ${level}, 문제 ${number}: ${dvar}`,
  find: (name, output) =>
    `출력에서부터 거꾸로 차례로 구해 보세요. ${josa(`d${marked(name)}`, '은/는')} d${marked(output)}/d${josa(marked(name), '을/를')} 줄여 쓴 이름이에요.`,
  byHand: { name: '이름', date: '날짜', working: '풀이 과정', answer: '답' },
  rounding: '긴 소수는 반올림해서 세 자리까지만 써도 돼요.',
  made: (command) => `이 명령으로 만들었어요: ${command}`,
  sheets: {
    solutions: '풀이',
    mistakes: '오답에서 알 수 있는 것',
  },
  columns: { right: '정답', wrong: '오답', behind: '오답의 까닭' },

  wrong: (dvar) => `${dvar}의 오답과 그 까닭`,
};
