import { josa } from '../josa.ts';
import type { LearnerWords } from './en.ts';

const days = (count: number): string => (count === 0 ? '오늘' : count === 1 ? '내일' : `${count}일 뒤에`);

export const ko: LearnerWords = {
  review: {
    due: (count, asked) =>
      count === asked
        ? `오늘 복습할 것은 ${count}가지예요. 숫자는 모두 새로 바꿨어요.`
        : `오늘 복습할 것은 ${count}가지인데, 그중 가장 급한 ${asked}가지를 해 볼게요. 숫자는 모두 새로 바꿨어요.`,
    problem: (index, count) => `${count}문제 중 ${index}번째`,
    noProblem: '오늘 복습할 것이 나오는 문제를 만들지 못했어요. 수업을 이어서 해 보세요: gradtutor learn',
    given: (dvars) => `이미 구한 값: ${dvars.join(', ')}`,
    nothingYet: '아직 복습할 것이 없어요. 먼저 수업을 시작해 보세요: gradtutor learn',
    notDue: (count) =>
      `${count === 0 ? '아직' : '오늘은'} 복습할 것이 없어요. ${count === 0 ? '오늘 조금 뒤에' : days(count)} 다시 물어볼게요. 그래도 연습하고 싶다면: gradtutor quiz`,
    again: (count) =>
      count === 0
        ? '이 가운데 오늘 다시 볼 것이 있어요: gradtutor review'
        : `이 내용은 ${days(count)} 다시 물어볼게요: gradtutor review`,
    more: (count) => `오늘 복습할 것이 ${count}가지 더 남았어요: gradtutor review`,
    stopped: (isKept) =>
      `여기서 멈출게요.${isKept ? ' 답한 것은 저장됐어요.' : ''} 이어서 하려면: gradtutor review`,
  },
  progress: {
    lessons: '수업',
    done: (done, total) => `${total}개 중 ${done}개 마침`,
    gates: '할 줄 아는 것 (막대: 익힌 정도, 숫자: 한 번에 맞힌 횟수)',
    mistakes: '고쳐 가는 실수 (막대: 고쳐진 정도, 숫자: 피한 횟수)',
    count: (right, answers) => `${answers}번 중 ${right}번`,
    mastered: '익힘',
    dueNow: '오늘 복습',
    dueIn: (count) => `${days(count)} 복습`,
    nothingYet: '아직 답한 문제가 없어요. 먼저 수업을 시작해 보세요: gradtutor learn',
    dueCount: (count) => `오늘 복습할 것이 ${count}가지 있어요: gradtutor review`,
    nextReview: (count) => `다음 복습: ${count > 1 ? `${count}일 뒤` : days(count)}`,
    unknownWord: (text, suggestion) =>
      `gradtutor progress ${josa(text, '은/는')} 없어요. ${suggestion === undefined ? 'export, import, path, reset 가운데 하나를 쓸 수 있어요.' : `혹시 ${josa(suggestion, '을/를')} 찾나요?`}`,
    importFile: '어느 파일인가요? 이렇게 써 보세요: gradtutor progress import progress.json',
    unusable: (file) =>
      `${file}에서 학습 기록을 읽을 수 없어요. gradtutor progress export로 저장한 파일을 주세요. 바뀐 것은 없어요.`,
    imported: (answers, lessons) => `이제 학습 기록에 답 ${answers}개와 수업 ${lessons}개가 있어요.`,
    exported: (file) => `${file}에 저장했어요.`,
    reset: (file) =>
      `학습 기록을 새로 시작해요. 이전 기록은 ${file}에 남겨 두었어요. 되돌리려면: gradtutor progress import ${file}`,
    nothingToReset: '지울 학습 기록이 없어요.',
  },
};
