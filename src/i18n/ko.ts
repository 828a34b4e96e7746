import { cli } from './cli/ko.ts';
import type { FindingArgs } from '../lessons/finding.ts';
import type { DomainFailure, ErrorArgs, UnsupportedConstruct } from '../core/errors.ts';
import type { Remedy } from '../tutor/mistake.ts';
import type { MistakeId } from '../tutor/mistakes.ts';
import { unbreakable } from '../document.ts';
import { ruleWith } from './rule.ts';
import type { SaidMistake, TutorArgs } from '../tutor/messages.ts';
import type { Messages } from './en.ts';
import { isParticle, josa } from './josa.ts';
import type { Sentences } from './words.ts';

const list = (names: readonly string[]) => names.join(', ');

const constructs: Record<UnsupportedConstruct, (text: string) => string> = {
  string: () => '따옴표 안의 글자는 미분할 수 없어요. 숫자와 이름을 따옴표 없이 써 주세요.',
  boolean: (text) => `${josa(text, '은/는')} 숫자가 아니에요. x > 0 같은 비교식이나 숫자 1, 0을 써 주세요.`,
  matrix: () => '대괄호는 행렬을 뜻하는데, 여기서는 숫자 하나씩만 다뤄요. 소괄호를 써 주세요: (a + b) * c',
  object: () => '중괄호 대신 소괄호를 써 주세요: (a + b) * c',
  index: () => '숫자 하나씩만 다루므로 첨자를 쓸 수 없어요. 원소마다 x1, x2처럼 이름을 붙여 주세요.',
  property: () => '이름 뒤의 점은 곱셈이 아니에요. a*b처럼 써 주세요.',
  range: () => '1:3 같은 범위는 미분할 수 없어요. 항을 하나씩 풀어서 써 주세요.',
  conversion: () => '단위와 단위 변환은 쓸 수 없어요. 단위 없는 숫자만 다뤄요.',
  complex: (text) =>
    `${josa(text, '은/는')} 복소수로 읽히는데, 여기서는 실수만 다뤄요. i가 변수라면 ${josa(text.replace(/i$/u, '*i'), '으로/로')} 써 주세요.`,
  transpose: () => "작은따옴표(')는 행렬의 전치를 뜻하는데, 여기서는 숫자 하나씩만 다뤄요. 지워 주세요.",
  factorial: () => '팩토리얼 n!은 쓸 수 없어요. 매끄러운 함수가 필요하면 gamma(n + 1)을 써 주세요.',
  bitwise: (text) => `${josa(text, '은/는')} 비트 연산이에요. 절댓값은 abs(x), 거듭제곱은 ^로 써 주세요.`,
  nullish: () => '연산자 ??는 쓸 수 없어요.',
  assignment: () =>
    '=는 한 문장에 한 번, 새로 정하는 이름 바로 뒤에만 쓸 수 있어요. 정의마다 문장을 나눠 주세요.',
  call: () => 'sin(x)처럼 이름이 있는 함수만 부를 수 있어요.',
  operator: (text) => `연산자 ${josa(text, '은/는')} 쓸 수 없어요.`,
};

const domainReasons: Record<string, string> = {
  positive: '0보다 큰 수여야 해요',
  'non-negative': '0 이상이어야 해요',
  'non-zero': '0으로 나누게 돼요',
  'above-minus-one': '−1보다 큰 수여야 해요',
  'within-one': '−1 이상 1 이하여야 해요',
  'inside-one': '−1과 1 사이의 수여야 해요',
  'outside-one': '−1보다 작거나 1보다 커야 해요',
  'one-or-outside': '1 이상이거나 −1 이하여야 해요',
  'one-or-more': '1 이상이어야 해요',
  'zero-to-one': '0보다 크고 1 이하여야 해요',
  pole: '0과 음의 정수에서는 값이 없어요',
  'log-base': '밑은 1이 아닌 양수여야 해요',
  'power-of-negative':
    '음수를 정수가 아닌 지수로 거듭제곱하면 실수가 아니에요. 세제곱근은 cbrt(x)로 써 주세요',
  'zero-to-zero': '0^0은 값을 하나로 정할 수 없어요',
  'zero-to-negative': '0으로 나누게 돼요',
  'even-root': '음수의 짝수 제곱근은 실수가 아니에요',
  'both-zero': '(0, 0)에서는 방향이 정해지지 않아요',
  overflow: '너무 커서 숫자로 나타낼 수 없어요',
};

const noValue = ({ node, formula, numbers, reason }: DomainFailure) =>
  `${node} = ${formula} = ${numbers}: 값을 구할 수 없어요. ${domainReasons[reason] ?? reason}.`;

const errors: Sentences<ErrorArgs> = {
  empty: () => '식이 없어요. 이렇게 해 보세요: gradtutor run "3*(a+b*c)"',
  'only-inputs': () => '값만 정하고 식이 없어요. J = 3*a처럼 그 값을 쓰는 식을 더해 주세요.',
  'syntax-unexpected': ({ part }) =>
    part === ')'
      ? '이 )와 짝이 되는 (가 없어요. 지우거나 앞에 (를 넣어 주세요.'
      : `여기에 ${josa(part, '이/가')} 올 수 없어요.`,
  'syntax-end': () => '식이 덜 끝났어요. 끝에 무언가 빠졌어요.',
  'syntax-value': () => '여기에는 숫자나 이름, 괄호가 와야 해요.',
  'syntax-close': ({ bracket }) =>
    `괄호가 닫히지 않았어요. ${josa(bracket === ')' ? '닫는 괄호 )' : '닫는 괄호 ]', '을/를')} 넣어 주세요.`,
  'syntax-character': ({ part }) => `읽을 수 없는 문자예요: ${part}`,
  'syntax-exponent': () => '숫자 뒤의 e 다음에는 2e+3처럼 숫자가 와야 해요. e를 곱하려면 2*e로 써 주세요.',
  'syntax-assign': () => '= 왼쪽에는 이름만 올 수 있어요. 예: v = a + u, f(x) = x^2',
  'syntax-other': ({ detail }) => `읽을 수 없어요: ${detail}`,
  'too-deep': () =>
    '식이 너무 깊이 겹쳐 있어서 읽을 수 없어요. 여기가 가장 깊은 곳이에요. 안쪽 식에 이름을 붙여 나눠 주세요: u = …; v = …',
  'number-too-large': ({ text }) => `너무 큰 수예요: ${text} (약 1.8e308까지 쓸 수 있어요)`,
  'digit-separator': ({ text, plain }) =>
    `밑줄 없이 ${josa(plain, '으로/로')} 써 주세요. (${josa(text, '이라고/라고')} 쓰면 곱셈으로 읽혀요)`,
  'not-a-number-literal': ({ text }) => `계산에 쓸 수 있는 수가 아니에요: ${text}`,
  unsupported: ({ construct, text }) => constructs[construct](text),
  unit: ({ name, text }) =>
    `${josa(`${text} ${name}`, '은/는')} 단위로 읽히는데, 여기서는 단위 없는 숫자만 다뤄요. ${josa(name, '이/가')} 변수라면 ${josa(`${text}*${name}`, '으로/로')} 써 주세요.`,
  'unknown-function': ({ name, suggestion }) =>
    `${josa(name, '이라는/라는')} 함수는 없어요.${suggestion === undefined ? '' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  'call-of-variable': ({ name, argument }) =>
    `${name}(…)는 함수 호출처럼 보이는데, ${josa(name, '은/는')} 변수예요. 곱하려면 ${name}*(${argument})로 써 주세요.`,
  'function-without-call': ({ name }) =>
    `${josa(name, '은/는')} 함수예요. ${name}(x)처럼 괄호 안에 값을 넣어 주세요.`,
  'function-arity': ({ name, expected, got }) =>
    `함수 ${name}에는 값이 ${expected.endsWith('+') ? `${expected.slice(0, -1)}개 이상` : `${expected}개`} 필요한데 ${got}개를 넣었어요.`,
  'function-recursive': ({ name }) =>
    `함수 ${josa(name, '이/가')} 자기 자신을 불러요. 앞에서 정한 것만으로 만들어 주세요.`,
  'function-parameter-twice': ({ name, parameter }) =>
    `함수 ${name}에서 매개변수 ${josa(parameter, '이/가')} 두 번 나와요.`,
  'set-twice': ({ name }) =>
    `${josa(name, '을/를')} 두 번 정했어요. 이름 하나에는 값 하나만 쓸 수 있어요. 다른 이름을 쓰거나 하나를 지워 주세요.`,
  'used-before-set': ({ name }) =>
    `${josa(name, '을/를')} 정하기 전에 썼어요. ${josa(name, '을/를')} 정하는 문장을 앞으로 옮겨 주세요.`,
  cycle: ({ names }) => `${names.join(' → ')}: 정의가 돌고 돌아요. 어떤 값도 자기 자신으로 정의할 수 없어요.`,
  'missing-value': ({ names, product }) =>
    `값이 없어요: ${list(names)}. ${
      product === undefined
        ? `--at ${names.map((name) => `${name}=…`).join(',')}처럼 값을 주거나, 값을 하나도 주지 않으면 알아서 골라 드려요.`
        : `혹시 ${josa(product, '을/를')} 쓰려고 했나요?`
    }`,
  'bad-value': ({ name, text }) => `${name}의 값이 유한한 수가 아니에요: ${text}`,
  'bad-value-name': ({ name, text }) =>
    `${name}의 값은 숫자이거나 1/3, pi/4처럼 숫자로 된 식이어야 해요. 다른 이름이 들어 있어요: ${text}`,
  'bad-at': ({ text }) => `값은 --at a=5,b=3처럼 이름=숫자로 써 주세요. 읽을 수 없는 부분: ${text}`,
  'bad-nudge': ({ text }) => `살짝 올릴 크기는 0.001처럼 0이 아닌 수여야 해요: ${text}`,
  'unknown-wrt': ({ name, names, suggestion }) =>
    `${josa(name, '이라는/라는')} 변수는 없어요. ${
      suggestion === undefined
        ? `있는 변수: ${list(names.slice(0, 20))}`
        : `혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`
    }`,
  'too-large-to-draw': ({ count, limit }) =>
    `노드가 ${count}개나 되어 그림 하나에 담을 수 없어요(최대 ${limit}개). --format dot으로 저장해 Graphviz로 그려 보세요.`,
  domain: (failure) => `${noValue(failure)} --at으로 다른 값을 주세요.`,
};

const ruleIn = ruleWith((place) => `${place}번째 자리`);

const mistakes: { readonly [K in MistakeId]: (args: SaidMistake) => string } = {
  'one-branch': (a) =>
    a.places !== undefined
      ? `${josa(a.said, '은/는')} ${josa(a.name, '이/가')} 한 자리에만 있을 때의 값이에요. ${josa(a.name, '은/는')} ${a.consumer}에 ${a.places === 2 ? '두 번' : `${a.places}번`} 쓰이니 자리마다 구해 모두 더해야 해요: ${ruleIn(a)}`
      : `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 지나는 경로만 구한 값이에요. ${josa(a.name, '은/는')} 여러 경로로 ${a.output}에 이어지니 모두 더해야 해요: ${ruleIn(a)}`,
  'local-only': (a) =>
    `${josa(a.said, '은/는')} 국소 도함수 ${josa(a.local, '이에요/예요')}. 오른쪽에서 온 d${josa(a.consumer, '을/를')} 곱하세요: ${ruleIn(a)}`,
  'upstream-only': (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} 출발점인 d${josa(a.output, '이에요/예요')}. ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.output, '은/는')} 얼마나 변하나요?`
      : `${josa(a.said, '은/는')} 오른쪽에서 온 d${a.consumer} 그대로예요. 여기에 ${josa(a.local, '을/를')} 곱해야 해요: ${ruleIn(a)}`,
  'factors-swapped': (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} ${a.name} 자신을 곱한 값이에요. 곱셈에서 ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.output, '은/는')} 다른 인수만큼 변해요. 그 인수가 바로 ${josa(a.dvar, '이에요/예요')}.`
      : `${josa(a.said, '은/는')} ${a.name} 자신을 곱한 값이에요. 곱셈에서 ${josa(a.name, '이/가')} 1만큼 변하면 결과는 다른 인수만큼 변해요. 그 인수가 ${josa(a.local, '이에요/예요')}: ${ruleIn(a)}`,
  'change-not-rate': (a) =>
    `${josa(a.said, '은/는')} ${a.step}만큼 올렸을 때 ${josa(a.output, '이/가')} 변한 양이에요. 올린 크기로 나누세요. 도함수는 1만큼 변할 때의 변화예요.`,
  'link-skipped': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.local, '을/를')} 빠뜨린 값이에요. 지나는 경로의 국소 도함수를 빠짐없이 곱하세요.`,
  'branches-multiplied': (a) =>
    `${josa(a.said, '은/는')} 경로마다 전해지는 값을 곱한 결과예요. 여러 경로로 온 변화는 더해요: ${ruleIn(a)}`,
  'branches-averaged': (a) =>
    `${josa(a.said, '은/는')} 경로마다 전해지는 값을 평균 낸 결과예요. 평균이 아니라 더해야 해요: ${ruleIn(a)}`,
  'locals-summed': (a) =>
    `${josa(a.said, '은/는')} 국소 도함수만 더한 값이에요. 먼저 각 노드의 dvar를 곱한 다음 더하세요: ${ruleIn(a)}`,
  added: (a) =>
    a.consumer === a.output
      ? `${josa(a.said, '은/는')} ${a.local}에 d${a.output} = 1을 더한 값이에요. 연쇄법칙에서는 더하지 않고 곱해요. 1을 곱하니 ${a.local} 그대로예요.`
      : `${josa(a.said, '은/는')} d${josa(a.consumer, '과/와')} ${josa(a.local, '을/를')} 더한 값이에요. 연쇄법칙에서는 더하지 않고 곱해요: ${ruleIn(a)}`,
  'nudged-output': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.name, '을/를')} ${a.step}만큼 올린 뒤의 ${a.output} 값이에요. 얼마나 변했는지를 구해 ${josa(a.step, '으로/로')} 나누세요.`,
  'own-value': (a) =>
    `${josa(a.said, '은/는')} ${a.name}의 값이에요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  'node-value': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 값이에요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  sign: (a) =>
    a.inPart === undefined
      ? `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요. 살짝 올리면 ${josa(a.output, '이/가')} 커지나요, 작아지나요? ${ruleIn(a)}`
      : `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요. ${josa(a.name, '이/가')} 커지면 ${josa(a.consumer, '은/는')} 커지나요, 작아지나요? ${ruleIn(a)}`,
  'target-minus-output': (a) =>
    `${josa(a.said, '은/는')} 부호가 반대예요. 이 손실에서 ${josa(a.dvar, '은/는')} 정답에서 출력을 뺀 값이 아니라 출력에서 정답을 뺀 값이에요.`,
  'upside-down': (a) =>
    `${josa(a.said, '은/는')} 위아래가 뒤집혔어요. ${josa(a.dvar, '은/는')} ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이에요.`,
  'product-of-derivatives': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 두 인수를 각각 미분해서 곱한 값이에요. ${josa(a.name, '이/가')} 변하면 두 인수가 모두 변하니, 한쪽의 변화에 다른 쪽 인수를 곱해 더하세요.`,
  'wrong-point': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 도함수에 ${a.name}의 값을 넣은 결과예요. ${a.consumer}에 들어가는 것은 ${josa(a.other, '이니/니')} 그 값을 넣으세요.`,
  'derivative-from-input': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '이/가')} 들어갈 자리에 ${josa(a.name, '을/를')} 넣은 값이에요. 이 도함수는 들어가는 값이 아니라 나오는 값으로 계산해요.`,
  'extra-activation': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.name, '을/를')} 한 번 더 곱한 값이에요: ${ruleIn(a)}`,
  'sum-halves': (a) =>
    `${josa(a.said, '은/는')} d${a.consumer}의 절반이에요. 덧셈은 나누어 주지 않아요. 어느 쪽이 변해도 그만큼 그대로 변하니 d${josa(a.consumer, '이/가')} 그대로 전해져요.`,
  'wrong-route': (a) =>
    `${josa(a.said, '은/는')} 기울기를 엉뚱한 쪽으로 보낸 값이에요. ${josa(a.name, '을/를')} 살짝 올리면 ${josa(a.consumer, '이/가')} 변하나요? 변하면 d${josa(a.consumer, '이/가')} 그대로 전해지고, 변하지 않으면 0이에요.`,
  'power-rule': (a) =>
    `${josa(a.said, '은/는')} 거듭제곱을 잘못 미분한 값이에요. 지수가 앞으로 내려오고, 새 지수는 하나 작아져요: ${ruleIn(a)}`,
  'quotient-rule': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.local, '을/를')} 잘못 구한 값이에요. 분모로 미분하면 분자를 분모의 제곱으로 나누고 빼기 부호를 붙여요.`,
  divisor: (a) =>
    `${josa(a.said, '은/는')} ${a.other}배만큼 어긋났어요. ${josa(a.other, '으로/로')} 정확히 한 번 나누었는지 확인하세요.`,
  'counted-twice': (a) =>
    `${josa(a.said, '은/는')} 정답의 두 배예요. ${josa(a.dvar, '을/를')} 구할 때 같은 것을 두 번 더하지 않았는지 보세요.`,
  'other-variable': (a) =>
    `${josa(a.said, '은/는')} d${a.consumer}의 값이에요. ${josa(a.name, '이/가')} 쓰인 곳을 다시 찾아보세요: ${ruleIn(a)}`,
  'large-step': (a) =>
    `${josa(a.said, '은/는')} ${a.other}만큼 한 번 올렸을 때의 기울기예요. 도함수는 그 크기를 줄여 갈 때 다가가는 값이에요.`,
  'whole-for-part': (a) =>
    `${josa(a.said, '은/는')} ${a.dvar} 전체예요. ${josa(a.consumer, '을/를')} 지나는 값만 구해 보세요: ${ruleIn(a)}`,
  'chain-for-local': (a) =>
    `${josa(a.said, '은/는')} 출력까지 다 이어진 값이에요. ${josa(a.dvar, '은/는')} 한 단계만 보아요. ${josa(a.name, '이/가')} 1만큼 변하면 ${josa(a.consumer, '은/는')} 얼마나 변하나요?`,
  'other-part': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 지나는 값이에요. 물어본 것은 다른 경로예요: ${ruleIn(a)}`,
  misread: (a) =>
    `${josa(a.said, '은/는')} ${josa(a.other, '을/를')} 계산한 값이에요. ${ruleIn(a)}에서는 ${josa(a.consumer, '을/를')} 먼저 계산해 수 하나로 보아요.`,
  'sum-for-product': (a) => `${josa(a.said, '은/는')} 더한 값이에요. 여기서는 곱해요: ${ruleIn(a)}`,
  'product-for-sum': (a) => `${josa(a.said, '은/는')} 곱한 값이에요. 여기서는 더해요: ${ruleIn(a)}`,
  'power-as-product': (a) =>
    `${josa(a.said, '은/는')} 지수를 곱한 값이에요. 거듭제곱은 같은 수를 지수만큼 거듭 곱해요: ${ruleIn(a)}`,
  'operands-swapped': (a) =>
    `${josa(a.said, '은/는')} 순서를 바꾸어 계산한 값이에요. 순서가 중요해요: ${ruleIn(a)}`,
  'value-sign': (a) => `${josa(a.said, '은/는')} 크기는 맞지만 부호가 반대예요: ${ruleIn(a)}`,
  'operand-sign': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 부호를 바꾸었을 때 나오는 값이에요. 부호까지 그대로 넣어 보세요: ${ruleIn(a)}`,
  'operand-left-out': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '을/를')} 빠뜨린 값이에요: ${ruleIn(a)}`,
  'function-left-out': (a) =>
    `${josa(a.said, '은/는')} 함수에 들어가는 ${a.consumer}의 값이에요. 함수를 지나 나오는 값을 구해 보세요: ${ruleIn(a)}`,
  'other-value': (a) =>
    `${josa(a.said, '은/는')} ${a.consumer}의 값이에요. 물어본 것은 이것이에요: ${ruleIn(a)}`,
  'change-for-output': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '이/가')} 변한 양이에요. 원래 ${a.output} 값에 더하면 얼마가 되나요?`,
  'output-unmoved': (a) =>
    `${josa(a.said, '은/는')} 원래 ${a.output} 값이에요. ${a.name}의 변화는 ${a.output}까지 전해져요. 오른쪽으로 따라가 보세요.`,
  'local-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '을/를')} ${josa(a.consumer, '이/가')} 변한 만큼만 옮긴 값이에요. 그 변화는 ${a.consumer}에서 ${a.output}까지 가면서 어떻게 되나요?`,
  'step-for-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.output, '을/를')} ${josa(a.name, '과/와')} 똑같이 ${a.step}만큼 옮긴 값이에요. 변화는 가는 길에 커지거나 작아질 수 있으니 한 단계씩 따라가 보세요.`,
  'upstream-change': (a) =>
    `${josa(a.said, '은/는')} ${josa(a.consumer, '이/가')} ${a.step}만큼 변할 때 나오는 값이에요. ${josa(a.name, '이/가')} ${a.step}만큼 변하면 ${josa(a.consumer, '은/는')} 실제로 얼마나 변하나요?`,
  'nudge-sign': (a) =>
    `${josa(a.said, '은/는')} 변한 양은 맞지만 방향이 반대예요. ${josa(a.output, '은/는')} 커지나요, 작아지나요?`,
  'decimal-place': (a) =>
    `${josa(a.said, '은/는')} 숫자는 맞지만 변한 양의 자릿수가 틀렸어요. ${a.step}만큼 올렸으니 소수점 아래 자릿수를 세어 보세요.`,
  'slope-for-output': (a) =>
    `${josa(a.said, '은/는')} 기울기예요. ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 변하는 양이지요. ${a.step}만큼 변하면 ${josa(a.output, '은/는')} 얼마나 변해서 얼마가 되나요?`,
  'stopped-on-the-way': (a) =>
    a.consumer === a.name
      ? `${josa(a.said, '은/는')} 살짝 올린 ${a.name}의 값이에요. 그 값을 넣고 ${a.output}까지 계산해 보세요.`
      : `${josa(a.said, '은/는')} 바뀐 ${a.consumer}의 값이에요. 거기서 ${a.output}까지 더 가 보세요.`,
};

/** 목록에 쓸 짧은 말 */
const inShort: Readonly<Record<MistakeId, string>> = {
  'one-branch': '여러 경로 가운데 하나를 빠뜨림',
  'local-only': '오른쪽에서 온 값 없이 국소 도함수만 씀',
  'upstream-only': '국소 도함수 없이 오른쪽에서 온 값만 씀',
  'factors-swapped': '곱셈에서 다른 쪽 인수 대신 자기 자신을 곱함',
  'change-not-rate': '변화율 대신 변화량을 씀',
  'link-skipped': '국소 도함수 하나를 빠뜨림',
  'branches-multiplied': '경로마다 전해지는 값을 더하지 않고 곱함',
  'branches-averaged': '경로마다 전해지는 값을 더하지 않고 평균 냄',
  'locals-summed': '국소 도함수만 더함',
  added: '곱해야 할 곳에서 더함',
  'nudged-output': '변화 대신 올린 뒤의 출력값을 씀',
  'own-value': '도함수 대신 값을 씀',
  'node-value': '도함수 대신 다른 노드의 값을 씀',
  sign: '부호',
  'target-minus-output': '출력 − 정답 대신 정답 − 출력을 씀',
  'upside-down': '도함수의 위아래가 뒤집힘',
  'product-of-derivatives': '두 인수의 도함수를 곱함',
  'wrong-point': '엉뚱한 점에서 미분함',
  'derivative-from-input': '활성화 함수의 도함수를 입력으로 만듦',
  'extra-activation': '활성화 함수의 입력을 한 번 더 곱함',
  'sum-halves': '덧셈에서 절반만 보냄',
  'wrong-route': 'max나 relu에서 엉뚱한 쪽으로 보냄',
  'power-rule': '거듭제곱의 미분',
  'quotient-rule': '나눗셈의 미분',
  divisor: 'm으로 나누기',
  'counted-twice': '두 번 셈',
  'other-variable': '다른 변수의 기울기',
  'large-step': '큰 걸음 한 번의 기울기',
  'whole-for-part': '한 경로가 아니라 전체 기울기를 씀',
  'chain-for-local': '국소 도함수 대신 출력까지의 도함수를 씀',
  'other-part': '다른 경로로 전해지는 값을 씀',
  misread: '계산 순서',
  'sum-for-product': '곱해야 할 곳에서 더함',
  'product-for-sum': '더해야 할 곳에서 곱함',
  'power-as-product': '거듭제곱 대신 지수를 곱함',
  'operands-swapped': '뺄셈, 나눗셈, 거듭제곱의 순서',
  'value-sign': '값의 부호',
  'operand-sign': '넣은 수의 부호',
  'operand-left-out': '수 하나를 빠뜨림',
  'function-left-out': '함수를 빠뜨림',
  'other-value': '다른 노드의 값을 씀',
  'change-for-output': '바뀐 값 대신 변한 양을 씀',
  'output-unmoved': '바뀐 값 대신 원래 값을 씀',
  'local-change': '변화를 출력까지 따라가지 않음',
  'step-for-change': '변한 양 대신 살짝 올린 크기를 씀',
  'upstream-change': '변화를 너무 오른쪽에서 시작함',
  'nudge-sign': '변화의 방향',
  'decimal-place': '변한 양의 자릿수',
  'slope-for-output': '바뀐 값 대신 기울기를 씀',
  'stopped-on-the-way': '출력에 닿기 전에 멈춤',
};

/** 무엇을 실수했는지, 갈래에서는 어느 경로에서인지 */
function mistakeIn(a: SaidMistake): string {
  if (a.inPart === undefined) return mistakes[a.id](a);
  return a.inPart === 'each'
    ? `${josa(a.answer, '은/는')} 모든 경로에서 같은 실수를 했을 때 나오는 값이에요(${inShort[a.id]}). ${ruleIn(a)}`
    : `${a.answer} 가운데 ${josa(a.consumer, '을/를')} 거쳐 온 값만 틀려서 ${josa(a.said, '이/가')} 되었어요. ${mistakes[a.id](a)}`;
}

const remedies: { readonly [K in Remedy]: (args: SaidMistake) => string } = {
  chain: (a) => `오른쪽에서 온 값에 국소 도함수를 곱하세요: ${ruleIn(a)}`,
  local: (a) => `국소 도함수를 다시 구해 보세요: ${ruleIn(a)}`,
  fork: (a) => `경로마다 전해지는 값을 한 번씩 구해 모두 더하세요: ${ruleIn(a)}`,
  rate: (a) =>
    `${josa(a.dvar, '은/는')} 어떤 값이나 변화량이 아니라 변화율이에요. ${josa(a.name, '이/가')} 1만큼 변할 때 ${josa(a.output, '이/가')} 얼마나 변하나요?`,
  rule: (a) => `식을 하나씩 다시 따라가 보세요: ${ruleIn(a)}`,
  value: (a) => `수를 하나씩 다시 넣어 보세요: ${ruleIn(a)}`,
  nudge: (a) => `${a.name}에서 오른쪽으로 따라가 보세요. ${a.output}까지 가는 동안 노드마다 얼마나 변하나요?`,
};

const tutor: Sentences<TutorArgs> = {
  'ask-value': ({ name, formula }) => `${name} = ${josa(formula, '은/는')} 얼마일까요?`,
  'ask-nudge': ({ name, output, from, to, at }) =>
    `${josa(name, '을/를')} ${from}에서 ${josa(to, '으로/로')} 바꾸면, ${josa(at, '이던/던')} ${josa(output, '은/는')} 얼마가 될까요?`,
  'ask-local': ({ name, consumer, label, place }) =>
    `${josa(label, '은/는')} 얼마일까요? ${place > 0 ? `${place}번째 자리의 ` : ''}${josa(name, '이/가')} 1만큼 변할 때 ${josa(consumer, '은/는')} 얼마나 변하나요?`,
  'ask-path': ({ name, consumer, dvar, place }) =>
    `${josa(name, '은/는')} 여러 경로로 이어져요. ${dvar} 가운데 ${place > 0 ? `${consumer}의 ${place}번째 자리를` : josa(consumer, '을/를')} 통해 전해지는 값은 얼마일까요?`,
  'ask-bug': ({ lines }) =>
    [
      '이 역방향 전파에서 한 줄이 틀렸고, 그 뒤는 틀린 값으로 이어졌어요. 어느 줄일까요? 그 줄의 dvar를 써 주세요.',
      ...lines,
    ].join('\n'),
  'ask-mend': ({ dvar }) => `${josa(dvar, '은/는')} 얼마여야 할까요?`,
  'ask-gradient': ({ dvar, output, name }) =>
    `${josa(dvar, '은/는')} 얼마일까요? (${dvar} = d${output}/d${name})`,
  right: ({ label, value }) => `맞아요. ${label} = ${value}`,
  'right-part': ({ label, consumer, value }) =>
    `맞아요. ${label} 가운데 ${josa(consumer, '을/를')} 지나는 값은 ${josa(value, '이에요/예요')}.`,
  'right-at-kink': ({ label, answer, value }) =>
    `맞아요. 여기는 꺾인 점이고, ${label} = ${josa(answer, '은/는')} 그 기울기 가운데 하나예요. 보통은 ${josa(value, '을/를')} 써요.`,
  close: ({ isShort }) =>
    isShort
      ? '거의 맞았지만 정확하지는 않아요. 한 번 더 계산해 보세요.'
      : '거의 맞았어요. 소수점 아래 한 자리까지 더 써 주세요.',
  'still-open': ({ dvars }) =>
    `${josa(list(dvars), '은/는')} 아직 구하지 않았어요. :back으로 돌아갈 수 있어요.`,
  tested: ({ name, dvar, output, answer, step, from, predicted, reached }) =>
    `${dvar} = ${josa(answer, '이라면/라면')} ${josa(name, '을/를')} ${step}만큼 올릴 때 ${josa(output, '이/가')} ${from}에서 ${josa(predicted, '이/가')} 되어야 해요. 실제로는 ${josa(reached, '이/가')} 돼요.`,
  wrong: ({ label, answer }) => `${josa(label, '은/는')} ${josa(answer, '이/가')} 아니에요.`,
  'wrong-part': ({ label, consumer, answer }) =>
    `${label} 가운데 ${josa(consumer, '을/를')} 지나는 값은 ${josa(answer, '이/가')} 아니에요.`,
  nearly: ({ label, numbers }) => `거의 맞았어요. 한 번 더 계산해 보세요: ${label} = ${unbreakable(numbers)}`,
  'moved-by': ({ name, output, answer, step, change, slope, way }) =>
    change === '0'
      ? `${josa(answer, '이라면/라면')} ${josa(output, '이/가')} 변하지 않는다는 뜻이에요. 살짝 올린 값을 따라가 보세요: ${way.join(' → ')}`
      : `${josa(answer, '이라면/라면')} ${josa(name, '이/가')} ${step}만큼 변할 때 ${josa(output, '이/가')} ${change}만큼 변한다는 뜻이에요. 1만큼마다 ${slope}만큼인 셈이지요. 살짝 올린 값을 따라가 보세요: ${way.join(' → ')}`,
  diagnosis: mistakeIn,
  tie: ({ answer, mistakes: tied, remedy }) => {
    const [first] = tied;
    if (remedy && first)
      return `${josa(answer, '이/가')} 나올 만한 실수가 여러 가지인데, 고치는 방법은 같아요. ${remedies[remedy](first)}`;
    return [
      `${josa(answer, '이/가')} 나올 만한 실수가 여러 가지예요. 어느 경우인가요?`,
      ...tied.map((mistake) => `• ${mistakeIn(mistake)}`),
    ].join('\n');
  },
  'follows-from': ({ dvar, answer, first, answered }) =>
    `${dvar} = ${josa(answer, '은/는')} 앞에서 답한 ${first} = ${answered}에서 바르게 이어졌어요. 이 단계는 맞았으니 ${josa(first, '을/를')} 고치세요.`,
  'follows-earlier': ({ dvar, answer, earlier, answered, now }) =>
    `${dvar} = ${josa(answer, '은/는')} 앞에서 답한 ${earlier} = ${answered}에서 바르게 이어졌어요. 하지만 이제 ${josa(earlier, '은/는')} ${josa(now, '이니/니')} 그 값을 쓰세요.`,
  'bug-found': ({ dvar }) => `맞아요, 틀린 줄은 ${josa(dvar, '이에요/예요')}.`,
  'bug-was': ({ dvar }) => `틀린 줄은 ${josa(dvar, '이에요/예요')}.`,
  'bug-elsewhere': ({ dvar }) => `${josa(dvar, '은/는')} 위의 줄들에서 바르게 나왔어요.`,
  'unknown-line': ({ text, dvars }) =>
    `${josa(text, '이라는/라는')} 줄은 없어요. 이 가운데 골라 주세요: ${list(dvars)}.`,
  'same-again': () => '방금 써 본 답이에요. ?를 치면 힌트가 나와요.',
  undone: ({ label }) => `되돌렸어요. 다시 ${josa(label, '이에요/예요')}.`,
  again: () => '한 번 더 해 보세요. ?를 치면 힌트가 나와요.',
  skipped: ({ label, comesAgain }) =>
    `${josa(label, '을/를')} 건너뛸게요.${comesAgain ? ' 마지막에 다시 물어볼게요.' : ''}`,
  'skipped-line': ({ comesAgain }) =>
    `틀린 줄 찾기를 건너뛸게요.${comesAgain ? ' 마지막에 다시 물어볼게요.' : ''}`,
  'nothing-to-undo': () => '이 예제의 첫 질문이에요. :back과 :undo로는 이 예제 안에서만 돌아갈 수 있어요.',
  'not-a-number': ({ text }) => `숫자로 읽을 수 없어요: ${text}. 숫자나 분수, 2*3 같은 식을 써 주세요.`,
  'not-counted': () => '시도 횟수에 넣지 않을게요.',
  'unknown-name': ({ name, names }) =>
    `여기서는 ${josa(name, '이라는/라는')} 이름을 쓸 수 없어요. 쓸 수 있는 이름: ${list(names)}. 명령은 :keys로 볼 수 있어요.`,
  empty: () => '숫자나 식을 써 주세요. ?는 힌트이고, :keys를 치면 명령이 나와요.',
  keys: () =>
    [
      '?            힌트 (볼 때마다 자세해져요)',
      ':show   :s   풀이 보기',
      ':skip   :n   나중에 하기: 다른 질문 뒤에 다시 나와요',
      ':back   :b   앞 질문으로',
      ':undo   :u   마지막 답 되돌리기',
      ':graph  :g   모든 노드와 지금까지 구한 dvar',
      ':values :v   답에 쓸 수 있는 값',
      ':quit   :q   그만하기 (나중에 이어서 할 수 있어요)',
    ].join('\n'),
  'unknown-command': ({ text }) => `모르는 명령이에요: ${text}. :keys를 치면 명령이 모두 나와요.`,
  'own-hint': ({ text }) => text,
  'no-more-hints': () => '힌트는 여기까지예요. :show를 치면 풀이가 나와요.',
  'hint-value': ({ formula }) => `${josa(formula, '을/를')} 계산해 보세요.`,
  'hint-nudge': ({ name, output }) =>
    `${name}에 새 값을 넣고, ${josa(output, '이/가')} 나올 때까지 오른쪽으로 한 단계씩 계산해 보세요.`,
  'hint-bug': ({ dvar, rule: right }) =>
    `${josa(dvar, '을/를')} 확인해 보세요. ${josa(right, '이/가')} 되어야 해요.`,
  'hint-rule': ({ name, consumers, output }) => {
    if (consumers.length > 1) {
      return `${josa(name, '은/는')} ${list(consumers)}에 쓰여요. 각각에서, 그 노드의 d에 ${josa(name, '이/가')} 1만큼 변할 때 그 노드가 변하는 양을 곱한 다음 모두 더하세요.`;
    }
    const [consumer = output] = consumers;
    return consumer === output
      ? `${josa(name, '은/는')} ${output}에 쓰여요. ${josa(name, '이/가')} 1만큼 변하면 ${josa(output, '은/는')} 얼마나 변하나요?`
      : `${josa(name, '은/는')} ${consumer}에 쓰이고, d${josa(consumer, '은/는')} 이미 알아요. ${josa(name, '이/가')} 1만큼 변하면 ${josa(consumer, '은/는')} 얼마나 변하나요? 두 값을 곱하세요.`;
  },
  'hint-symbols': ({ dvar, symbols }) => `${dvar} = ${symbols}`,
  'hint-local': ({ locals }) => `국소 도함수: ${locals.join('; ')}`,
  'hint-numbers': ({ dvar, numbers }) => `${dvar} = ${numbers}. 이제 계산해 보세요.`,
  score: ({ right, follows, total, first }) => {
    const followed =
      follows === 0 ? '' : ` ${follows}개는 앞에서 틀린 값을 따라갔을 뿐, 그 단계 자체는 맞게 풀었어요.`;
    if (right === 0) return `아직 맞힌 문제가 없어요.${followed}`;
    const found =
      right === total ? `${total}개를 모두 맞혔어요.` : `${total}개 가운데 ${right}개를 맞혔어요.`;
    const atOnce = right === first ? '' : ` 그중 힌트 없이 한 번에 맞힌 것은 ${first}개예요.`;
    return `${found}${atOnce}${followed}`;
  },
  stopped: ({ right, asked }) =>
    asked === 0
      ? '첫 답 전에 멈췄어요.'
      : `여기서 멈출게요. 지금까지 ${asked}개 가운데 ${right}개를 맞혔어요.`,
};

const findingsInWords: Sentences<FindingArgs> = {
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

export const ko: Messages = {
  lang: 'ko',
  errors,
  noValue,
  tutor,
  error: '오류: ',
  warning: '참고: ',
  inLine: (line) => `${line}번째 줄:`,
  unusedValue: (name, suggestion) =>
    `${name}에 값을 주었지만 식에 나오지 않아요.${suggestion === undefined ? '' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  oneName: (name, product) =>
    `${josa(name, '을/를')} 이름 하나로 읽었어요. 곱셈이라면 ${josa(product, '으로/로')} 써 주세요.`,
  noPart: (statement) => `${josa(statement, '은/는')} 이름이 없고 마지막 문장도 아니어서 쓰이지 않아요.`,
  chosen: (at) => `(자동으로 고른 값이에요. 바꾸려면 --at ${at})`,
  forwardTitle: '순방향 전파: 왼쪽에서 오른쪽으로',
  storyTitle: (output) => `${output}의 도함수, 한 단계씩`,
  otherwise: '그 밖의 경우',
  skipped: '(조건에 따라 쓰이지 않는 쪽이에요)',
  nudgeTitle: (step, output) =>
    `살짝 올려 보기: 값 하나에 ${josa(step, '을/를')} 더하고 ${josa(output, '을/를')} 지켜보세요`,
  nudgeArrow: (step) =>
    `≈는 ${step}만큼 한 번 올렸을 때의 기울기이고, 화살표 뒤는 그 크기를 줄여 갈 때 다가가는 값이에요.`,
  nudgeWay: '움직이는 값',
  nudgeSlope: '기울기',
  nudgeAgrees: (count) =>
    count === 1
      ? '이 기울기는 아래 역방향 전파의 결과와 같아요.'
      : `기울기 ${count}개 모두 아래 역방향 전파의 결과와 같아요.`,
  nudgeDisagrees: (dvar, slope, gradient) =>
    `기울기는 ${josa(slope, '으로/로')} 다가가는데 역방향 전파로는 ${dvar} = ${josa(gradient, '이/가')} 나와요. 둘 중 하나가 틀렸으니 이 식을 알려 주세요.`,
  nudgeCannotTell: (dvar) =>
    `${dvar}: 변화가 너무 작아 반올림에 묻히므로, 살짝 올려 보는 것으로는 알 수 없어요.`,
  nudgeKink: (dvar) => `${dvar}: 여기서는 기울기가 하나로 정해지지 않아요. 아래를 보세요.`,
  nudgeSample: (checked, all) =>
    `그래프가 커서 ${all}개 가운데 ${checked}개만 올려 봤어요. --wrt로 고를 수 있어요.`,
  nudgeDirections: (count) =>
    `모든 입력을 한꺼번에 무작위 방향 ${count}개로도 움직여 봤어요. 그 기울기도 아래 역방향 전파의 결과와 같아요.`,
  directionDisagrees: (slope, gradient) =>
    `무작위 방향으로 움직이면 기울기는 ${josa(slope, '으로/로')} 다가가는데 역방향 전파로는 ${josa(gradient, '이/가')} 나와요. 둘 중 하나가 틀렸으니 이 식을 알려 주세요.`,
  directionCannotTell:
    '모든 입력을 무작위 방향으로 움직였을 때의 변화가 너무 작아 반올림에 묻히므로, 이것으로는 알 수 없어요.',
  directionKink: '모든 입력을 무작위 방향으로 움직이면 기울기가 하나로 정해지지 않아요. 아래를 보세요.',
  omitted: (count) => `… ${count}단계 생략 …`,
  kinkTitle: '기울기가 하나로 정해지지 않는 곳',
  kinksUnmeasured: (count) =>
    `이 밖에 연산 ${count}개에서도 그럴 수 있지만, 그래프가 커서 모두 재 보지는 않았어요.`,
  kink: (name, formula, numbers) =>
    `${name} = ${formula} = ${numbers}: 바로 여기서 꺾이거나 끊기거나 수직이 돼요.`,
  kinkSides: (dvar, left, right, local) =>
    `${dvar}: 왼쪽 기울기는 ${left}, 오른쪽 기울기는 ${right}. 서로 달라서 여기서는 미분할 수 없어요. 관례에 따라 국소 도함수를 ${josa(local, '으로/로')} 두어요.`,
  kinkUndefined: (dvar, left, right) =>
    `${dvar}: 왼쪽 기울기는 ${left}, 오른쪽 기울기는 ${right}. 여기서는 미분할 수 없어요.`,
  slopeInfinite: '무한히 커짐',
  slopeNone: '정의되지 않음',
  backwardTitle: '역방향 전파: 연쇄법칙으로 오른쪽에서 왼쪽으로',
  dvarMeans: (dvar, output, name) =>
    `${josa(dvar, '은/는')} d${output}/d${josa(name, '을/를')} 줄여 쓴 이름이에요. ${josa(name, '이/가')} 1만큼 변할 때 ${josa(output, '이/가')} 얼마나 변하는지를 나타내요. 오른쪽 끝의 d${output} = 1에서 출발해요.`,
  fork: (name, consumers, dvar) =>
    consumers.length > 1
      ? `${josa(name, '은/는')} ${list(consumers)}에 쓰여요. 변화가 모든 경로로 전해지니 모두 더해요 (${dvar} += …).`
      : `${list(consumers)}에 ${josa(name, '이/가')} 두 번 이상 쓰여요. 쓰일 때마다 변화가 전해지니 모두 더해요 (${dvar} += …).`,
  via: (consumer) => `${josa(consumer, '을/를')} 거쳐`,
  viaOperand: (consumer, place) => `${josa(consumer, '을/를')} 거쳐, ${place}번째 자리`,
  summaryTitle: (output) => `${output}의 기울기`,
  independent: (name, output) =>
    `${josa(output, '은/는')} ${name}에 따라 변하지 않으므로 d${name} = 0이에요.`,
  nothing: (output) => `${output}에 변수가 없어서 미분할 것이 없어요.`,
  code: {
    forward: '순방향 전파: 왼쪽에서 오른쪽으로 계산해요.',
    backward: (dvar, derivative) =>
      `역방향 전파: 연쇄법칙을 쓰며 오른쪽에서 왼쪽으로 계산해요. ${josa(dvar, '은/는')} ${josa(derivative, '을/를')} 줄여 쓴 이름이에요.`,
    inputs: '입력값이에요. 바꿔서 다시 실행해 보세요.',
    arrays: '입력값이에요. 수 하나나 모양이 같은 배열을 쓸 수 있고, 배열은 원소마다 따로 계산해요.',
    branches: '조건에 따라 갈리는 식은 양쪽을 모두 계산해요. 쓰이지 않는 쪽은 값이 없을 수 있어요.',
    autograd: '손으로 쓴 연쇄법칙 옆에 autograd의 결과를 나란히 보여 줘요.',
    attempt: '식의 값을 구하고, 값이 없으면 대신 정한 값을 써요.',
    unused: 'autograd의 결과예요. 이 입력값에서 출력에 쓰이지 않은 변수는 0이에요.',
    renamed: (label, name) => `${josa(label, '은/는')} 여기서 ${josa(name, '이라고/라고')} 써요.`,
  },
  attach: (word, particle) => (isParticle(particle) ? josa(word, particle) : word),
  picture: {
    title: (output) => `${output}의 계산 그래프`,
    forward: '순방향 전파: 값',
    backward: '역방향 전파: 도함수',
    folded: (count) => `… ${count}단계 …`,
    node: (equation, uses, node) =>
      node.isOutput
        ? `${equation}: 출력이에요.`
        : `${equation}: ${list(uses)}에 쓰여요.${node.skipped ? ' 조건에 따라 쓰이지 않는 쪽이에요.' : ''}`,
    severalTimes: (name, uses) => `${name}(${uses}번)`,
    nearest: (shown, all) =>
      `그래프에 있는 값은 모두 ${all}개예요. 출력에서 가까운 ${shown}개만 그렸어요. 모두 보려면 --all을 붙이거나 -o graph.svg로 그림을 만드세요.`,
    around: (name) => `그래프에서 ${name} 둘레만 그렸어요. :graph를 치면 모두 나와요.`,
  },
  learn: {
    welcome:
      '반가워요. 이 과정은 짧은 수업들로 되어 있어요. 조금 읽고, 값을 먼저 맞혀 보고, 맞는지 바로 확인해요. ?는 힌트, :s는 정답 보기, :q는 그만하기예요. 다음에는 멈춘 곳에서 이어져요.',
    stopped: (command) => `여기서 멈출게요. 이어서 하려면: ${command}`,
    next: (title, command) => `다음 수업: ${title}. 이어서 하려면: ${command}`,
    notKept: (command) =>
      `--answers나 파일, 파이프로 준 답은 학습 기록에 저장되지 않아요. 저장하려면 직접 입력해 보세요: ${command}`,
    skipped: (count, command) =>
      `건너뛴 질문이 ${count}개 있어서 이 수업은 아직 끝나지 않았어요. 다시 하려면: ${command}`,
    lastDone: '마지막 수업까지 마쳤어요. 이제 역방향 전파를 할 줄 알아요.',
    allDone: '모든 수업을 마쳤어요. 더 연습하려면: gradtutor quiz --level 5',
    how: (command, lesson) => `이어서 하려면: ${command}. 번호나 이름으로 고르려면: ${command} ${lesson}`,
    done: '마침',
    begun: (done, total) => `${total}개 중 ${done}개`,
    forgotten: (lesson) => `${lesson}의 진행 상황을 지웠어요.`,
    unknown: (text, suggestion) =>
      `${josa(text, '이라는/라는')} 수업은 없어요. ${suggestion === undefined ? 'gradtutor learn list를 보세요.' : `혹시 ${josa(suggestion, '을/를')} 찾나요?`}`,
    brokenCourse: (folder) =>
      `이 과정은 쓸 수 없어요: ${folder}. 무엇이 잘못됐는지 보려면: gradtutor lessons check ${folder}`,
  },
  lessons: {
    sound: (count) => `수업 ${count}개, 고칠 것이 없어요.`,
    unsound: (findings, count) => `수업 ${count}개에서 고칠 것이 ${findings}개 있어요.`,
    empty: (folder) =>
      `여기에는 수업이 없어요: ${folder}. 수업은 01-slope 같은 폴더예요. 새로 만들기: gradtutor lessons new 이름`,
    badName: (name) =>
      `수업 이름으로 쓸 수 없어요: ${name}. 영어 소문자와 숫자, 하이픈만 써 주세요: chain-rule`,
    isThere: (folder, name) =>
      `이미 있어요: ${folder}. 새 수업에는 다른 이름을 붙여 주세요: gradtutor lessons new ${name}-2`,
    made: (folder) =>
      `만들었어요: ${folder}. 해 보기: gradtutor learn --from . ${folder}. 점검하기: gradtutor lessons check .`,
    findings: findingsInWords,
  },
  cli,
  quiz: {
    problem: (number, count) => `문제 ${number} / ${count}`,
    line: '줄:',
    transcript: '역방향 전파 퀴즈',
    worked: '먼저 풀어 드릴게요:',
    intro: '숫자나 식을 쓰세요. ?는 힌트, :keys는 명령 보기, :q는 그만하기예요.',
    noQuestion: '이 식에는 그런 종류의 질문이 없어요. --ask로 다른 종류를 골라 주세요.',
    extraAnswers: (count, isMore) => `답이 ${count}개${isMore ? ' 넘게' : ''} 남았어요.`,
    seed: (seed) => `(같은 문제를 다시 풀려면: --seed ${seed})`,
    goOn: '멈춘 곳에서 이어서 해요.',
    nothingToResume: '이어서 할 퀴즈가 없어요. 새로 시작하기: gradtutor quiz',
    setAside: (file, aside) =>
      `파일을 읽을 수 없어서 ${josa(aside, '으로/로')} 옮겨 두고 새로 시작해요: ${file}`,
    notKept: (file, why) => `진행 상황을 저장하지 못했어요: ${file}. ${why}`,
    offer: '전에 여기서 멈췄어요. Enter는 이어서 하기, n은 처음부터:',
    wentWrong: (gates) => `틀린 곳: ${list(gates)}`,
    passed: (gate, right, total) => `${gate} (${total}개 가운데 ${right}개를 한 번에 맞힘)`,
    gates: {
      fork: '여러 경로의 합',
      sum: '덧셈',
      difference: '뺄셈',
      mean: '평균',
      product: '곱셈',
      quotient: '나눗셈',
      power: '거듭제곱',
      exponential: '지수 함수',
      logarithm: '로그',
      router: 'max, min과 relu',
      activation: '활성화 함수',
      logistic: '시그모이드',
    },
    cameUp: '이런 실수가 있었어요:',
    practise: (command) => `이 부분을 연습하려면: ${command}`,
    mistakes: inShort,
  },
  currentMark: '지금:',
  walk: {
    intro:
      '이제 직접 해 보세요. 오른쪽에서 왼쪽으로 풀어 가요. 숫자나 식을 쓰세요. ?는 힌트, :s는 정답 보기, :q는 그만하기예요.',
    nudged: '살짝 올려 보면:',
    chain: '연쇄법칙:',
  },
};
