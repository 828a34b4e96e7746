import { josa } from '../josa.ts';
import type { SettingWords } from './en.ts';

export const ko: SettingWords = {
  head: ['설정', '값', '정해진 곳'],
  file: (path, isThere) => `설정 파일: ${path}${isThere ? '' : ' (아직 없어요)'}`,
  how: '계속 쓸 값은 이렇게 정해요: gradtutor config set lang ko. 한 번만 바꿀 때는 옵션이나 환경 변수를 쓰세요.',
  origins: {
    option: (name) => `옵션 ${name}`,
    variable: (name) => `환경 변수 ${name}`,
    file: '설정 파일',
    locale: '로캘',
    none: '정하지 않음',
  },
  automatic: { color: '터미널에서만', ascii: '끔', plain: '끔', nudge: '0.001' },
  on: '켬',
  off: '끔',
  takes: {
    lang: (languages) => `다음 중 하나: ${languages}`,
    flag: 'true 또는 false',
    nudge: '0.001처럼 0이 아닌 수',
  },
  noAccess: (where, why) => `${where}: 파일을 읽을 수 없어서 설정을 쓰지 않아요. ${why}`,
  notJson: (where, line) =>
    `${where}: {"lang": "ko"} 같은 JSON 객체가 아니라서 설정을 쓰지 않아요${line === undefined ? '' : ` (${line}번째 줄)`}.`,
  unknown: (name, names, suggestion) =>
    `${josa(name, '이라는/라는')} 설정은 없어요. ${suggestion === undefined ? `쓸 수 있는 설정: ${names}` : `혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  doesNotFit: (name, text, takes) => `${name}에 맞지 않는 값이에요: ${text} (${takes}).`,
  set: (name, value, path) => `이제부터 ${name} 값은 ${josa(value, '이에요/예요')} (${path}).`,
  unset: (name, path) => `${path}에서 ${josa(name, '을/를')} 지웠어요.`,
  overruled: (name, variable) =>
    `환경 변수 ${josa(variable, '이/가')} 먼저예요. 이 변수가 있는 동안 ${josa(name, '은/는')} 그 값을 따라요.`,
  mendFirst: (path, line) =>
    `${path}: {"lang": "ko"} 같은 JSON 객체가 아니에요${line === undefined ? '' : ` (${line}번째 줄)`}. 먼저 고치거나 지워 주세요.`,
};
