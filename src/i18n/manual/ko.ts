import { josa } from '../josa.ts';
import type { ManualWords } from './en.ts';

export const ko: ManualWords = {
  volume: '사용자 명령',
  name: '내가 고른 식의 도함수를 먼저 예측해 보기',
  sections: {
    name: '이름',
    synopsis: '사용법',
    description: '설명',
    commands: '명령',
    common: '공통 옵션',
    exit: '종료 코드',
    environment: '환경 변수',
    files: '파일',
  },
  streams:
    '답은 표준 출력으로, 질문과 알림과 오류는 표준 오류로 나가요. 파이프에서는 아무것도 묻지 않고 색도 쓰지 않아요. 네트워크로는 아무것도 보내지 않아요.',
  exits: {
    done: '끝났어요.',
    wrong: '확인한 것이 맞지 않거나, 틀린 답이나 빠진 답이 있어요.',
    usage: '명령이나 입력, 출력을 쓸 수 없어요. 표준 오류에 나오는 오류 하나가 까닭을 알려 줘요.',
    interrupted: 'Ctrl+C로 멈췄어요.',
  },
  defaultOf: (option, description) => `${option}의 기본값: ${description}.`,
  heard: (variables) => `정하지 않으면 ${josa(variables, '을/를')} 따라요.`,
  locale: '언어를 정하지 않았을 때 쓰는 언어예요.',
  folders: '아래의 파일을 두는 곳이에요.',
  dumb: 'dumb이면 색을 쓰지 않고 화면을 다시 그리지 않아요.',
  ci: '값이 있으면 질문을 줄글로 해요.',
  noCache: '1이면 컴파일한 코드의 캐시 없이 시작해요.',
  settings:
    'JSON 객체로 적은 설정: {"lang": "ko", "color": true, "ascii": false, "plain": false, "nudge": 0.001}. 옵션이 환경 변수보다, 환경 변수가 이 파일보다 먼저예요.',
  data: '지금까지 배운 기록과 멈춰 둔 퀴즈예요.',
  cache: '컴파일한 코드예요. 언제든 지워도 돼요.',
};
