import { cli } from './cli/ko.ts';
import { findings } from './lessons/ko.ts';
import { list } from './list.ts';
import { inShort } from './mistakes/ko.ts';
import { tutor } from './tutor/ko.ts';
import type { DomainFailure, ErrorArgs, UnsupportedConstruct } from '../core/errors.ts';
import type { Messages } from './en.ts';
import { isParticle, josa } from './josa.ts';
import type { Sentences } from './words.ts';

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
  bars: () => '세로줄(|)은 읽지 못해요. 절댓값은 abs(x)로 써 주세요.',
  logic: (text) => `${text} 대신 ${text === '&&' ? 'and' : 'or'}로 써 주세요.`,
  bitwise: (text) =>
    `${josa(text, '은/는')} 비트 연산이에요. 여기서는 실수만 다뤄요. 거듭제곱은 ^로 써 주세요.`,
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
    findings,
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
