import type { FindingArgs } from '../../lessons/finding.ts';
import { josa } from '../josa.ts';
import type { Sentences } from '../words.ts';

export const findings: Sentences<FindingArgs> = {
  'folder-name': ({ id }) =>
    `폴더 이름은 01-slope처럼 숫자 두 자리, 하이픈, 영어 소문자로 지어 주세요: ${id}`,
  'file-missing': ({ name }) => `파일이 없어요: ${name}`,
  yaml: ({ detail }) => `YAML로 읽을 수 없어요: ${detail}`,
  schema: ({ path, detail }) => `${path === '' ? '파일' : path}: 형식에 맞지 않아요: ${detail}`,
  'unknown-word': ({ path, word, allowed, suggestion }) =>
    `${path}: ${word} 같은 값은 쓸 수 없어요. ${suggestion === undefined ? '' : `혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요? `}쓸 수 있는 값: ${allowed.join(', ')}`,
  'no-step': ({ path, keys }) =>
    `${path}: 단계로 읽을 수 없어요${keys.length === 0 ? '' : ` (있는 것: ${keys.join(', ')})`}. 단계에는 say만 쓰거나, show와 of(필요하면 only), ask와 of와 about(필요하면 hint), bug와 of와 in을 함께 써 주세요.`,
  'title-missing': () => '제목이 없어요. 첫 줄에 # 기울기처럼 써 주세요.',
  'purpose-missing': () => '제목 아래에, 이 수업을 마치면 할 수 있는 것을 한 문장으로 써 주세요.',
  'section-missing': ({ section }) => `절이 없어요: ${section}. 이런 줄을 넣어 주세요: ## ${section}`,
  'section-unused': ({ section }) =>
    `이 절을 쓰는 단계가 없어요: ${section}. 지우거나 단계를 넣어 주세요: - say: ${section}`,
  'section-twice': ({ section }) => `절 이름이 두 번 나와요: ${section}. 저마다 다른 이름을 붙여 주세요.`,
  'summary-long': ({ lines }) => `요약이 ${lines}줄이에요. 두 줄이면 기억에 남아요.`,
  'html-in-prose': ({ text }) =>
    `그대로 글자로 보일 거예요: ${text}. 문단, 목록, **굵게**, \`코드\`만 써 주세요.`,
  link: ({ target }) =>
    `링크가 가리키는 곳이 없어요: ${target}. 이 과정의 수업은 ../04-backward처럼, 다른 곳은 https://example.org 같은 주소로 써 주세요.`,
  'reading-time': ({ minutes, most }) => `읽는 데 ${minutes}분쯤 걸려요. ${most}분을 넘지 않게 나눠 주세요.`,
  'unknown-problem': ({ name }) => `그런 문제가 없어요: ${name}. problems에 넣어 주세요.`,
  'problem-unused': ({ name }) => `이 문제를 쓰는 단계가 없어요: ${name}. 지우거나 질문에 써 주세요.`,
  'unknown-variable': ({ name, problem }) => `문제 ${problem}에는 이런 변수가 없어요: ${name}`,
  'unknown-op': ({ name }) => `그런 연산은 없어요: ${name}`,
  'op-untrained': ({ name }) =>
    `이 연산이 나오는 문제가 없어요: ${name}. trains에서 지우거나 문제에 써 주세요.`,
  'mistake-untrained': ({ name }) =>
    `이 실수는 한 번도 드러나지 않아요: ${name}. 어느 질문에서도 정답과 같거나 나올 수 없는 값이에요. 입력값을 바꾸거나 trains에서 지워 주세요.`,
  program: ({ problem, reason }) => `문제 ${josa(problem, '을/를')} 계산할 수 없어요. ${reason}`,
  kink: ({ problem, node }) =>
    `문제 ${problem}의 ${node}에서 기울기가 하나로 정해지지 않아요. 입력값을 바꾸거나 show: kinks로 보여 주세요.`,
  nudge: ({ problem, name }) =>
    `문제 ${problem}에서 살짝 올려 본 결과로 d${josa(name, '을/를')} 확인할 수 없어요. 입력값을 바꿔 주세요.`,
  'no-question': ({ kind, name, problem }) => `문제 ${problem}의 ${name}에는 ${kind} 질문이 없어요.`,
  'no-bug': ({ mistake, name, problem }) =>
    `문제 ${problem}의 ${name}에서는 실수 ${josa(mistake, '이/가')} 드러나지 않아요. 변수나 입력값을 바꿔 주세요.`,
  placeholder: ({ text }) =>
    `여기에 맞는 값이 없어요: ${text}. 값은 {{u}}, dvar는 {{du}}, 다른 문제의 값은 {{problem.u}}로 써 주세요.`,
  'answer-told': ({ text }) => `아직 묻지 않은 질문의 답이 나와요: ${text}`,
};
