import type { Field } from '../../grading/problem.ts';
import { josa } from '../josa.ts';
import type { GradingWords } from './en.ts';

const formOf: Readonly<Record<Field, string>> = {
  student: '글자나 숫자를',
  expression: '"3*(a+b*c)" 같은 문자열을',
  at: '"a=5,b=3" 같은 문자열이나 {"a": 5, "b": 3} 같은 객체를',
  wrt: '"a,b" 같은 문자열이나 ["a", "b"] 같은 목록을',
  answers: '"dv=3,da=3" 같은 문자열이나 {"dv": 3, "da": 3} 같은 객체를',
};

export const ko: GradingWords = {
  missing: (label, definition) =>
    `${label}의 답이 없어요${definition === undefined ? '' : ` (${definition})`}.`,
  unknown: (name, suggestion) =>
    `${josa(name, '이라는/라는')} 이름은 여기에 없어요.${suggestion === undefined ? '' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  unknownInAnswer: (name, names) =>
    `답에 ${josa(name, '이라는/라는')} 이름은 쓸 수 없어요. 쓸 수 있는 것: ${names.join(', ')}, 다른 답의 dvar.`,
  formatOfSummary:
    '채점 결과는 ndjson이나 csv로 써요. text나 json은 반 전체 요약에 쓰니 --summary를 붙이세요.',
  formatWithSummary:
    '요약은 text나 json으로 써요. 채점 결과도 함께 받으려면 파일을 정하세요: -o reports.ndjson 또는 -o gradebook.csv',
  refused: (refused, total) => `${total}줄 가운데 ${refused}줄은 채점하지 못했어요.`,
  noHandIns: '제출한 답이 없어요.',
  unusedColumns: (columns) =>
    `쓰지 않는 열: ${columns.map(({ name, suggestion }) => (suggestion === undefined ? name : `${name} (혹시 ${suggestion}?)`)).join(', ')}`,
  credit: (credit, total) => `점수: ${total}점 가운데 ${credit}점`,
  rightButMore: (total) => `${total}개 가운데 ${total}개를 맞혔어요. 그 밖에 쓴 것을 다시 살펴보세요.`,
  problems: {
    'line-too-long': ({ limit }) => `줄이 너무 길어요. 한 줄은 ${limit}바이트까지 쓸 수 있어요.`,
    'not-utf8': () =>
      'UTF-8로 된 글이 아니에요. 파일을 UTF-8로 저장해 주세요. 스프레드시트에서는 “CSV UTF-8”을 고르면 돼요.',
    'not-json': () => '이 줄은 JSON이 아니에요.',
    'not-an-object': () =>
      '이 줄은 JSON 객체가 아니에요. 이렇게 써 주세요: {"student": …, "expression": …, "at": …, "answers": …}',
    'unknown-key': ({ name, suggestion }) =>
      `${josa(name, '이라는/라는')} 항목은 없어요. 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`,
    'bad-field': ({ field }) => `${field}에는 ${formOf[field]} 써 주세요.`,
    'no-expression': () => '식이 없어요. 식을 넣거나, --expression으로 모두에게 같은 식을 정해 주세요.',
    'no-answers': () => '답이 없어요. "answers": "dv=3,da=3"처럼 넣어 주세요.',
    'bad-answer': ({ text }) => `답은 dv=3,da=3처럼 dvar=숫자로 써 주세요. 읽을 수 없는 부분: ${text}`,
    'answered-twice': ({ label }) => `${label}의 답이 두 개예요. 하나만 남겨 주세요.`,
    'nothing-asked': ({ output }) => `${output}에 변수가 없어서 답할 것이 없어요.`,
    'csv-quote': () =>
      '따옴표의 짝이 맞지 않아요. 쉼표가 든 칸은 따옴표로 감싸고, 그 안의 따옴표는 ""처럼 두 번 써 주세요.',
    'csv-columns': ({ expected, got }) =>
      `머리글은 ${expected}칸인데 여기는 ${got}칸이에요. ${got < expected ? '답이 없는 칸은 비워 두고 쉼표는 남겨 주세요.' : '쉼표가 든 칸은 따옴표로 감싸 주세요.'}`,
    'csv-column-twice': ({ name }) => `머리글에 같은 이름의 열이 두 개예요: ${name}. 하나만 남겨 주세요.`,
    'csv-no-expression': () =>
      '머리글에 expression 열이 없어요. 열을 넣거나, --expression으로 모두에게 같은 식을 정해 주세요.',
    'csv-no-answers': ({ name, suggestion }) =>
      `머리글에 answers 열도, dv처럼 dvar의 이름을 가진 열도 없어요.${name === undefined || suggestion === undefined ? '' : ` ${name} 열은 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  },
  summary: {
    title: '우리 반',
    handIns: (count) => `제출 ${count}건`,
    allRight: (count) => `모두 맞힌 제출 ${count}건`,
    mean: (percent, rule) => `평균 점수 ${percent}% (${rule})`,
    dvar: 'dvar',
    first: '처음 틀린 곳',
    mistakes: '이런 실수가 있었어요:',
    times: (alone, tied) =>
      [
        ...(alone > 0 ? [`${alone}번`] : []),
        ...(tied > 0 ? [`어쩌면 ${tied}번${alone > 0 ? ' 더' : ''}`] : []),
      ].join(', '),
    refused: '채점하지 못한 줄:',
    refusal: (lines, first) => (lines === 1 ? `${first}번째 줄:` : `${lines}줄, 처음은 ${first}번째 줄:`),
    more: (count) => `그 밖의 식으로 낸 제출 ${count}건은 위의 수에만 들어 있고 따로 보여 주지 않아요.`,
  },
  outcomes: { right: '맞음', follows: '이어짐', close: '근접', wrong: '틀림', missing: '답 없음' },
};
