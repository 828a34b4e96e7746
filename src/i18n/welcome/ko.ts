import type { WelcomeWords } from './en.ts';

export const ko: WelcomeWords = {
  hello: (version) => `gradtutor ${version}: 먼저 예상해 보면서 역방향 전파를 배워요.`,
  try: '이렇게 시작해 보세요',
  learn: '짧은 수업: 조금 읽고, 예상하고, 확인해요',
  run: '식 하나를 처음부터 끝까지 따라가요',
  quiz: '난이도 1부터 7까지의 문제를 풀어요',
  leftLesson: (title, done, total) => `「${title}」 수업을 하던 중이었어요 (${total}개 중 ${done}개).`,
  nextLesson: (title) => `다음은 「${title}」 수업이에요.`,
  leftQuiz: '풀던 퀴즈가 있어요.',
  goOn: '이어서 하기:',
  more: '모든 명령은 gradtutor --help로 볼 수 있어요. 언제든 Ctrl+C로 멈출 수 있어요.',
};
