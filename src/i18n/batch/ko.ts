import { josa } from '../josa.ts';
import type { BatchWords } from './en.ts';

export const ko: BatchWords = {
  problems: {
    'line-too-long': ({ limit }) =>
      `한 줄이 ${limit}바이트보다 길어요. 긴 프로그램은 파일로 따로 나눠 주세요.`,
    'not-utf8': () => '이 줄은 UTF-8 글이 아니에요. 파일을 UTF-8로 저장해 주세요.',
    'not-json': () => '{로 시작하지만 JSON이 아니에요. {"expression": "3*a", "at": {"a": 5}}처럼 써 주세요.',
    'unknown-key': ({ name, suggestion }) =>
      `${josa(name, '은/는')} 여기에서 쓰지 않는 이름이에요. ${suggestion === undefined ? '쓸 수 있는 이름은 expression, at, id예요.' : `혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
    'no-expression': () => 'expression이라는 이름의 글이 있어야 해요. 예: {"expression": "3*a"}',
    'bad-id': () => 'id에는 글이나 9007199254740991 이하의 숫자를 써 주세요.',
    'bad-values': () => 'at에는 {"a": 5, "b": "1/3"}처럼 숫자나 글로 된 값을 써 주세요.',
  },
  refused: (refused, lines) =>
    `${lines}줄 가운데 ${refused}줄은 계산하지 못했어요. 까닭은 출력에 적혀 있어요.`,
  disagreeing: (lines) => `${lines}줄에서 살짝 올려 본 결과와 도함수가 맞지 않아요.`,
  progress: (lines, refused) => (refused === 0 ? `${lines}줄` : `${lines}줄, 오류 ${refused}개`),
  onlyBatch: (option) =>
    `${josa(option, '은/는')} 여러 줄을 한꺼번에 다룰 때 써요. --format ndjson을 함께 써 주세요.`,
  idle: (option) => `--format ndjson에서는 ${option} 옵션이 하는 일이 없어요. 빼 주세요.`,
  idleNudge: '--nudge는 --check가 쓰는 크기예요. --check를 붙이거나 --nudge를 빼 주세요.',
  notOpened: 'ndjson은 프로그램이 읽는 형식이라서 열지 않고 저장만 해요. --open을 빼 주세요.',
};
