import type { ExerciseWords } from './en.ts';

export const ko: ExerciseWords = {
  title: (level) => `역방향 전파 연습 문제, 난이도 ${level}`,
  level: (level) => `난이도 ${level}`,
  exercise: (number) => `문제 ${number}`,
  item: (level, number, dvar) => `난이도 ${level}, 문제 ${number}: ${dvar}`,
  find: '출력에서부터 거꾸로 차례로 구해 보세요.',
  rounding: '긴 소수는 반올림해서 세 자리까지만 써도 돼요.',
  made: (command) => `이 명령으로 만들었어요: ${command}`,
  solutions: '풀이',

  wrong: (dvar) => `${dvar}의 오답과 그 까닭`,
};
