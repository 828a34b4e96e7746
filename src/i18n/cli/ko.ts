import { josa } from '../josa.ts';
import type { CliWords } from './en.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '그런 파일이나 폴더가 없어요. 경로를 다시 확인해 주세요.'],
  ['ENOTDIR', '경로 가운데에 폴더가 아닌 파일이 있어요. 경로를 다시 확인해 주세요.'],
  ['EISDIR', '폴더예요. 파일이 있어야 해요.'],
  ['EACCES', '권한이 없어요. 권한을 바꾸거나 다른 파일을 고르세요.'],
  ['EPERM', '권한이 없어요. 권한을 바꾸거나 다른 파일을 고르세요.'],
  ['EROFS', '쓸 수 없는 곳이에요. 다른 곳을 고르세요.'],
  ['ENOSPC', '디스크가 가득 찼어요. 공간을 비우거나 다른 곳에 쓰세요.'],
  ['EDQUOT', '쓸 수 있는 디스크 용량을 다 썼어요. 공간을 비우거나 다른 곳에 쓰세요.'],
  ['ENAMETOOLONG', '이름이 너무 길어요. 더 짧은 이름을 쓰세요.'],
  ['ELOOP', '링크가 돌고 돌아요. 파일을 직접 적어 주세요.'],
  ['EMFILE', '열려 있는 파일이 너무 많아요. 다른 프로그램을 닫아 주세요.'],
  ['EBADF', '닫혀 있어요.'],
  ['EIO', '디스크나 터미널이 응답하지 않아요.'],
  ['too-long', '16 MiB가 넘어요. 나누어서 써 주세요.'],
  ['line-too-long', '1 MiB가 넘는 줄이 있어요. 나누어서 써 주세요.'],
  ['not-json', '다른 내용이 들어 있어요. 고치거나 다른 곳으로 옮겨 주세요.'],
]);

export const cli: CliWords = {
  description: '내가 고른 식으로 역방향 전파를 배워요: 순방향 전파, 살짝 올려 보기, 연쇄법칙',
  run: '식의 도함수를 한 단계씩 따라가요. 터미널에서는 보여 주기 전에 먼저 물어봐요.',
  quiz: '내 식이나 자동으로 만든 문제를 풀고 점수를 받아요.',
  quizExpression: '식이나 여러 문장. 없으면 난이도에 맞는 문제를 만들어요',
  ask: '질문의 종류. 예: value,nudge,local,path,gradient,bug (기본값: gradient)',
  level: '문제의 난이도, 1부터 7까지 (기본값: 3)',
  count: '문제의 수 (기본값: 3)',
  seed: '숫자. 같은 숫자면 같은 문제가 나와요 (기본값: 무작위)',
  tries: '질문마다 답할 수 있는 횟수 (기본값: 터미널에서 2, 아니면 1)',
  resume: '남겨 둔 퀴즈를 이어서 하기',
  plain: '화면 낭독기를 위한 줄글: 줄 맞춤과 화면 다시 그리기 없이',
  answers: '순서대로 쓴 답. 예: 3,3,3,6,9',
  answersFile: '한 줄에 답 하나씩 적은 파일',
  transcript: '주고받은 내용을 Markdown 파일로 남기기',
  expression: '"3*(a+b*c)" 같은 식, 또는 ;로 나눈 여러 문장 (-를 쓰면 표준 입력에서 읽기)',
  at: '입력값. 예: a=5,b=1/3 (여러 번 쓸 수 있어요)',
  wrt: '이 변수의 기울기만 보기. 예: a,b',
  nudge: '살짝 올릴 크기 (기본값: 0.001)',
  graph: '식의 계산 그래프를 값, 도함수와 함께 그려요.',
  all: '큰 그래프도 모두 그리기',
  format: (names) => `출력 형식: ${names} (기본값: 파일 확장자에 따라, 없으면 text)`,
  output: '파일로 저장하기. 확장자가 형식을 정해요',
  checkNudges: 'ndjson에서 줄마다 입력값을 살짝 올려 보고 도함수와 맞는지 확인하기',
  jobs: 'ndjson에서 일을 나눠 할 스레드의 수 (기본값: 1)',
  firstLine: 'ndjson에서 오류에 적을 첫 줄의 번호 (기본값: 1)',
  open: '저장한 파일 열기. --format이나 --output이 없으면 직접 움직여 보는 페이지를 열어요',
  quizFormat: 'text 또는 json',
  generate: '선생님을 위한 명령: 정답, 풀이, 오답별 도움말이 있는 연습 문제를 만들어요.',
  countExercises: '문제의 수 (기본값: 10)',
  onlyOps: '이 가운데 하나 이상의 연산이 들어 있는 문제만 만들기. 예: max,exp 또는 +,*',
  generateFormat: (names) => `출력 형식: ${names} (기본값: 파일 확장자에 따라, 없으면 markdown)`,
  sheets: (names) => `학습지에 넣을 장: ${names} (기본값: questions,solutions)`,
  noSheets: (format, formats) =>
    `--sheets는 학습지에 넣을 장을 고르는 옵션인데, ${format} 형식은 학습지가 아니에요. ${formats} 형식에서 쓸 수 있어요.`,
  chosenSeed: (seed) => `--seed ${josa(String(seed), '을/를')} 쓰면 같은 문제가 다시 나와요.`,
  packageOnScreen: (format, file) =>
    `${josa(format, '은/는')} 여러 파일을 묶은 형식이라서 화면에 보여 줄 수 없어요. 파일로 저장해 주세요: -o ${file}`,
  unknownOp: (name, suggestion) =>
    `${josa(name, '이라는/라는')} 연산은 없어요.${suggestion === undefined ? '' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  opNotInLevel: (name, level, ops, levels) =>
    `난이도 ${level}에는 ${josa(name, '이/가')} 나오는 문제가 없어요. 쓸 수 있는 연산: ${ops.join(', ')}.${levels.length === 0 ? ' 다른 난이도에도 없어요.' : ` ${josa(name, '은/는')} --level ${levels.join(' 또는 ')}에 있어요.`}`,
  learn: '짧은 수업으로 역방향 전파를 배워요. 멈춘 곳에서 이어서 하거나 수업을 고를 수 있어요.',
  learnWhat: '수업의 번호나 이름. 또는 list, next, reset (뒤에 수업을 쓸 수 있어요)',
  checkAnswers: '이름을 붙여 쓴 답을 확인해요. 맞았는지, 틀렸다면 왜 틀렸는지 알려 줘요.',
  namedAnswers: '이름을 붙인 답, 순서는 상관없어요. 예: dv=3,da=3,du=3,db=6,dc=9',
  credit: (rules) => `점수를 주는 방식: ${rules} (기본값: follow, 앞의 실수에서 바르게 이어진 답도 인정)`,
  checkExamples: `예:
  gradtutor check "3*(a+b*c)" --answers "dv=3,da=3,du=3,db=2,dc=9"
  gradtutor check "x^2 + 1/x" --at x=2 --wrt x --answers "dx=15/4"`,
  grade: '선생님을 위한 명령: 제출한 답을 한 줄씩 채점하고 반 전체를 요약해요.',
  handIns: '제출한 답이 든 NDJSON 또는 CSV 파일 (-를 쓰면 표준 입력에서 읽기)',
  oneExpression: '식이 없는 줄에 쓸 식',
  inputFormat: 'ndjson 또는 csv (기본값: 파일 확장자에 따라, 없으면 첫 줄에 따라)',
  summary: '반 전체를 요약하기: 어느 dvar에서, 어떤 실수가, 몇 번',
  summaryFormat:
    '출력 형식: ndjson 또는 csv (기본값: 파일 확장자에 따라, 없으면 ndjson). --summary와 함께라면 text 또는 json',
  reportsFile: '채점 결과를 파일로 저장하기',
  gradeExamples: `예:
  gradtutor grade submissions.ndjson > reports.ndjson
  gradtutor grade class.csv -e "3*(a+b*c)" -a a=5,b=7,c=2 --summary -o reports.ndjson
  gradtutor grade class.csv -e "3*(a+b*c)" --format csv > gradebook.csv

한 줄은 {"student": "Kim", "expression": "3*(a+b*c)", "at": "a=5,b=3,c=2", "answers": "dv=3,da=3"}처럼 써요.
표는 첫 줄에 이 이름들을 쓰고, answers 대신 dvar마다 열을 하나씩 둘 수도 있어요.
종료 코드 1: 채점하지 못한 줄이 있어요. 답이 틀린 것은 오류가 아니에요.`,
  review: '잊어버릴 때가 된 것을 새 문제로 복습해요.',
  reviewCount: '문제 수의 상한 (기본값: 5)',
  now: '이 날짜라고 치고 계산, 예: 2026-03-01 (기본값: 지금)',
  progress: '무엇을 익혔고 무엇을 복습할지 보여 줘요. 기록을 내보내거나 가져오거나 새로 시작할 수도 있어요.',
  progressWhat: 'export, import, path, reset 중 하나. 없으면 익힌 것을 보여 줘요',
  progressFile: '쓰거나 읽을 파일 (-는 파이프)',
  reviewExamples: `예:
  gradtutor review
  gradtutor review --count 10 --seed 7`,
  progressExamples: `예:
  gradtutor progress
  gradtutor progress export progress.json`,
  lessons: '선생님을 위한 명령: 수업을 새로 만들고 과정을 점검해요.',
  check: '과정을 점검해요. 모든 질문에 답이 있는지 확인하고, 고칠 곳을 자리와 함께 알려 줘요.',
  courseFolder: '수업들이 들어 있는 폴더 (기본값: gradtutor에 들어 있는 수업)',
  newLesson: '지금 폴더에 고쳐 쓸 수업을 하나 만들어요.',
  lessonName: '수업 이름. 예: chain-rule',
  ops: '모든 연산을 도함수, 정의역, 꺾이는 곳과 함께 보여 줘요.',
  opsFormat: 'text, json 또는 markdown (기본값: text)',
  explain: '연산 하나를 설명해요. 하는 일, 도함수, 작은 예를 보여 줘요.',
  operation: '이름이나 기호. 예: sigmoid, "*"',
  config: '설정의 값과 그 값이 정해진 곳을 모두 보여 줘요.',
  configGet: '지금 쓰이는 설정값 하나를 출력해요.',
  configSet: '설정 파일에 값을 적어 둬요. 같은 이름의 옵션을 쓰지 않을 때 이 값을 써요.',
  configUnset: '설정 파일에서 값을 지워요.',
  configPath: '설정 파일의 위치를 알려 줘요.',
  completion: '명령, 옵션, 형식, 수업, 함수를 셸에서 자동 완성하는 스크립트를 출력해요.',
  helpCommand: '--help처럼 명령의 도움말을 출력해요.',
  helpWhat: 'run이나 lessons check 같은 명령. 없으면 모든 명령',
  shell: '쓰고 있는 셸: bash, zsh, fish, powershell',
  man: '설명서(man 페이지)를 출력해요.',
  setting: 'lang, color, ascii, plain, nudge 중 하나',
  settingValue: 'en 또는 ko. true 또는 false. nudge에는 숫자',
  from: '선생님이 만든 과정: 수업들이 들어 있는 폴더',
  quiet: '기울기만 출력',
  noAsk: '묻지 않고 모두 보여 주기',
  lang: '출력 언어',
  color: '파이프에서도 색 쓰기',
  noColor: '색 쓰지 않기',
  ascii: '화살표와 기호를 ASCII 문자로 쓰기',
  width: '출력 너비 (칸, 기본값: 터미널 너비, 없으면 80)',
  version: '버전 출력',
  help: '이 도움말 출력',
  titles: { 'Usage:': '사용법:', 'Arguments:': '인자:', 'Options:': '옵션:', 'Commands:': '명령:' },
  examples: `예:
  gradtutor run "3*(a+b*c)"
  gradtutor run "z = w*x+b; a = sigmoid(z); L = (a-y)^2" --at w=0.5,x=2,b=0,y=1
  echo "3*(a+b*c)" | gradtutor run - --format json
  gradtutor run - --format ndjson < expressions.txt > results.ndjson`,
  quizExamples: `예:
  gradtutor quiz "3*(a+b*c)" --at a=5,b=7,c=2
  gradtutor quiz --level 5 --count 3 --seed 42
  gradtutor quiz "3*(a+b*c)" --answers 3,3,3,6,9 --format json`,
  learnExamples: `--answers, 파일, 파이프로 준 답은 학습 기록에 저장되지 않아요.

예:
  gradtutor learn
  gradtutor learn list
  gradtutor learn 4 --lang ko`,
  opsExamples: `예:
  gradtutor ops
  gradtutor ops --format markdown > operations.md`,
  explainExamples: `예:
  gradtutor explain sigmoid
  gradtutor explain "/" --lang ko`,
  completionExamples: `예:
  source <(gradtutor completion bash)
  gradtutor completion zsh > ~/.zfunc/_gradtutor
  gradtutor completion fish > ~/.config/fish/completions/gradtutor.fish
  gradtutor completion powershell | Out-String | Invoke-Expression`,
  manExamples: `예:
  gradtutor man | man -l -
  gradtutor man > ~/.local/share/man/man1/gradtutor.1`,
  helpExamples: `예:
  gradtutor help run
  gradtutor help lessons check`,
  lessonsCheckExamples: `예:
  gradtutor lessons check
  gradtutor lessons check my-course --lang ko`,
  newExamples: `예:
  gradtutor lessons new chain-rule
  gradtutor lessons new two-neurons`,
  lessonsExamples: `예:
  gradtutor lessons new chain-rule
  gradtutor lessons check my-course`,
  configExamples: `예:
  gradtutor config
  gradtutor config set lang ko
  gradtutor config unset lang`,
  configGetExamples: `예:
  gradtutor config get lang
  gradtutor config get nudge`,
  configSetExamples: `예:
  gradtutor config set lang ko
  gradtutor config set color false`,
  configUnsetExamples: `예:
  gradtutor config unset lang
  gradtutor config unset nudge`,
  configPathExamples: `예:
  gradtutor config path
  cat "$(gradtutor config path)"`,
  generateExamples: `예:
  gradtutor generate --level 3 --count 5 --seed 7 -o worksheet.md
  gradtutor generate --level 7 --seed 1 --sheets questions -o class.tex
  gradtutor generate --level 6 --count 20 --seed 7 --ops log --format moodle -o quiz.xml`,
  graphExamples: `예:
  gradtutor graph "3*(a+b*c)"
  gradtutor graph "z = w*x+b; a = sigmoid(z); L = (a-y)^2" -o neuron.svg`,
  written: (file) => `저장했어요: ${file}`,
  endingOfSeveral: (file, format, others) =>
    `${file}: 확장자에 따라 ${format} 형식으로 썼어요. 다른 형식이 필요하면 --format을 붙이세요: ${others}`,
  outputIsInput: (file) =>
    `${josa(file, '은/는')} 지금 읽고 있는 파일이에요. 여기에 쓰면 내용이 먼저 지워져요. --output에 다른 파일을 써 주세요.`,
  cannotOpen: (file, command) =>
    `파일을 열 수 없어요: ${file} (${josa(command, '이/가')} 없어요). 직접 열어 주세요.`,
  notOpened: (format) => `${josa(format, '은/는')} 프로그램이라서 열지 않고 저장만 해요. --open을 빼 주세요.`,
  unknownEnding: (file, formats) =>
    `확장자만으로는 형식을 알 수 없어요: ${file}. --format을 함께 써 주세요: ${formats}`,
  exitCodes: `종료 코드: 0 완료, 1 검사나 답이 틀림, 2 잘못된 사용법이나 입력, 130 중단됨
이렇게 시작해 보세요: gradtutor run "3*(a+b*c)"`,
  unknownOption: (flag, suggestion, help) =>
    `${josa(flag, '이라는/라는')} 옵션은 없어요.${suggestion === undefined ? '' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`} ${help}를 보세요.`,
  unknownCommand: (name, suggestion) =>
    `${josa(name, '이라는/라는')} 명령은 없어요.${suggestion === undefined ? ' 식을 살펴보려면: gradtutor run "3*(a+b*c)"' : ` 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
  excess: '인자가 너무 많아요. 식 전체를 따옴표로 감싸 주세요: gradtutor run "3*(a+b*c)"',
  missing: '식이 빠졌어요. 이렇게 해 보세요: gradtutor run "3*(a+b*c)"',
  unknownIn: (name, command, names) =>
    `${command} 뒤에 ${josa(name, '을/를')} 쓸 수 없어요. 쓸 수 있는 것: ${names}`,
  commandMissing: (command, names) => `${command} 뒤에 다음 중 하나를 써 주세요: ${names}`,
  tooMany: (command, help) => `${command}의 인자가 너무 많아요. ${help}를 보세요.`,
  argumentMissing: (name, help) => `인자가 빠졌어요: ${name}. ${help}를 보세요.`,
  optionMissing: (flag, help) => `${flag} 뒤에는 값이 와야 해요. ${help}를 보세요.`,
  badDate: (flag) => `${flag}에는 2026-03-01이나 2026-03-01T09:00 같은 날짜를 써 주세요.`,
  optionRequired: (flag, help) => `${josa(flag, '이/가')} 빠졌어요. ${help}를 보세요.`,
  optionElsewhere: (flag, owners, help) =>
    `${josa(flag, '은/는')} 이 명령이 아니라 ${owners.slice(0, 3).join(', ')}의 옵션이에요. ${help}를 보세요.`,
  optionFirst: (flag) => `${josa(flag, '은/는')} 명령 뒤에 써 주세요. 예: gradtutor run "3*(a+b*c)" ${flag}`,
  range: (option, least, most) => `${option}에는 ${least}부터 ${most}까지의 정수를 써 주세요.`,
  interrupted: (command) =>
    command === undefined
      ? '여기서 멈출게요. 이어서 하려면 같은 명령을 다시 써 주세요.'
      : `여기서 멈출게요. 이어서 하려면: ${command}`,
  internal: (detail) => `gradtutor 자체의 오류예요. 알려 주시면 고칠게요. ${detail}`,
  file: (path, why) => `파일을 쓸 수 없어요: ${path}. ${why}`,
  stdin: (why) => `표준 입력을 읽을 수 없어요. ${why}`,
  stdout: (why) => `표준 출력에 쓸 수 없어요. ${why}`,
  why: (code, line) =>
    code === 'not-utf8'
      ? `UTF-8 텍스트가 아니에요${line === undefined ? '' : ` (${line}번째 줄)`}. UTF-8로 저장해 주세요.`
      : (reasons.get(code) ?? `시스템 오류예요 (${code}).`),
  invalid: (option, choices, suggestion) =>
    choices === undefined
      ? `${option}에 맞지 않는 값이에요.`
      : `${option}에 쓸 수 있는 값: ${choices}${suggestion === undefined ? '' : `. 혹시 ${josa(suggestion, '을/를')} 쓰려고 했나요?`}`,
};
