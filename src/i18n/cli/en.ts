const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder. Look at how its path is spelled.'],
  ['ENOTDIR', 'a part of its path is a file, not a folder. Look at how it is spelled.'],
  ['EISDIR', 'it is a folder, and a file is needed.'],
  ['EACCES', 'that is not allowed. Change its permissions, or name another.'],
  ['EPERM', 'that is not allowed. Change its permissions, or name another.'],
  ['EROFS', 'nothing can be written there. Name another place.'],
  ['ENOSPC', 'the disk is full. Make room, or write to another place.'],
  ['EDQUOT', 'your share of the disk is full. Make room, or write to another place.'],
  ['ENAMETOOLONG', 'its name is too long. Name a shorter one.'],
  ['ELOOP', 'its links lead in a circle. Name the file itself.'],
  ['EMFILE', 'too many files are open. Close some programs.'],
  ['EBADF', 'it is closed.'],
  ['EIO', 'the disk or terminal does not answer.'],
  ['too-long', 'it has more than 16 MiB. Take a part of it.'],
  ['line-too-long', 'it has a line of more than 1 MiB. Divide it.'],
  ['not-json', 'it holds something else. Mend it, or move it away.'],
]);

/** Words of the command line: help, and what can be wrong with how it was called. */
export const cli = {
  description: 'Learn backpropagation on your own expression: forward pass, nudge check, chain rule.',
  run: 'Walk through the derivatives of an expression. On a terminal you are asked for each one first.',
  quiz: 'Answer questions about an expression, or about problems made for you, and get a score.',
  quizExpression: 'an expression or statements; without it, problems are made for the level',
  ask: 'kinds of question, as in value,nudge,local,path,gradient,bug (default: gradient)',
  level: 'level of the problems, 1 to 7 (default: 3)',
  count: 'how many problems (default: 3)',
  seed: 'a number: the same seed gives the same problems (default: by chance)',
  tries: 'tries at each question (default: 2 on a terminal, else 1)',
  resume: 'go on with the quiz you left',
  plain: 'plain lines for a screen reader: no alignment, no redrawing',
  answers: 'answers in order, as in 3,3,3,6,9',
  answersFile: 'file with an answer a line',
  transcript: 'write the session to a Markdown file',
  expression: 'an expression such as "3*(a+b*c)", or statements separated by ; (use - to read from a pipe)',
  at: 'values of the inputs, as in a=5,b=1/3 (can be repeated)',
  wrt: 'only these variables, as in a,b',
  nudge: 'size of the nudge (default: 0.001)',
  graph: 'Draw the computation graph of an expression, with its values and derivatives.',
  all: 'draw all of a large graph',
  format: (names: string) => `how to write it: ${names} (default: by the ending of the file, else text)`,
  output: 'write to a file; its ending chooses the format',
  checkNudges: 'with ndjson: nudge the inputs of every line too, and say if a derivative disagrees',
  jobs: 'with ndjson: threads that share the work (default: 1)',
  firstLine: 'with ndjson: number of the first line, for errors (default: 1)',
  open: 'open what was written; without --format or --output, a page to play with',
  quizFormat: 'text or json',
  generate: 'For teachers: make exercises with answers, worked solutions and feedback for wrong answers.',
  countExercises: 'how many exercises (default: 10)',
  onlyOps: 'only exercises with at least one of these operations, as in max,exp or +,*',
  generateFormat: (names: string) =>
    `how to write them: ${names} (default: by the ending of the file, else markdown)`,
  sheets: (names: string) => `sheets of a worksheet: ${names} (default: questions,solutions)`,
  noSheets: (format: string, formats: string) =>
    `--sheets chooses sheets of paper, and ${format} has none. Formats that do: ${formats}.`,
  chosenSeed: (seed: number) => `--seed ${seed} makes the same exercises again.`,
  packageOnScreen: (format: string, file: string) =>
    `${format} is a package of files, nothing for a screen. Write it to one: -o ${file}`,
  unknownOp: (name: string, suggestion?: string) =>
    `There is no operation ${name}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
  opNotInLevel: (name: string, level: number, ops: readonly string[], levels: readonly number[]) =>
    `No exercise of level ${level} uses ${name}; there are: ${ops.join(', ')}.${levels.length === 0 ? ' No other level has it either.' : ` For ${name} take --level ${levels.join(' or ')}.`}`,
  learn: 'Learn backpropagation in short lessons: go on where you were, or choose a lesson.',
  learnWhat: 'a lesson by its number or name; or list, next, or reset (with or without a lesson)',
  from: "a teacher's course: a folder of lessons",
  checkAnswers: 'Check answers given by name: each right, or wrong and why.',
  namedAnswers: 'the answers by name, in any order, as in dv=3,da=3,du=3,db=6,dc=9',
  credit: (rules: string) => `what counts: ${rules} (default: follow, what is right given an earlier slip)`,
  checkExamples: `Examples:
  gradtutor check "3*(a+b*c)" --answers "dv=3,da=3,du=3,db=2,dc=9"
  gradtutor check "x^2 + 1/x" --at x=2 --wrt x --answers "dx=15/4"`,
  grade: 'For teachers: grade many hand-ins, a line each, and sum up the class.',
  handIns: 'a file of hand-ins in NDJSON or CSV (use - to read from a pipe)',
  oneExpression: 'the expression of every line that has none of its own',
  inputFormat: 'ndjson or csv (default: by the ending of the file, else by its first line)',
  summary: 'sum up the class: which dvar, which mistake, how often',
  summaryFormat:
    'how to write it: ndjson or csv (default: by the ending of the file, else ndjson); with --summary, text or json',
  reportsFile: 'write the reports to a file',
  gradeExamples: `Examples:
  gradtutor grade submissions.ndjson > reports.ndjson
  gradtutor grade class.csv -e "3*(a+b*c)" -a a=5,b=7,c=2 --summary -o reports.ndjson
  gradtutor grade class.csv -e "3*(a+b*c)" --format csv > gradebook.csv

A line is {"student": "Kim", "expression": "3*(a+b*c)", "at": "a=5,b=3,c=2", "answers": "dv=3,da=3"}.
A table has these names in its first row, or a column for each dvar in place of answers.
Exit code 1: there were lines that could not be graded. Wrong answers are no error.`,
  review: 'Practise what you are about to forget, on fresh problems.',
  reviewCount: 'at most so many problems (default: 5)',
  now: 'as if it were this date, as in 2026-03-01 (default: the clock)',
  progress: 'See what you have mastered and what is due; export, import or reset your progress.',
  progressWhat: 'export, import, path or reset; without it, what you have mastered',
  progressFile: 'the file to write or read (- for a pipe)',
  reviewExamples: `Examples:
  gradtutor review
  gradtutor review --count 10 --seed 7`,
  progressExamples: `Examples:
  gradtutor progress
  gradtutor progress export progress.json`,
  lessons: 'For teachers: begin a lesson, and prove a course.',
  check: 'Prove a course: every question has an answer, and what is wrong is said with its place.',
  courseFolder: 'a folder of lessons (default: the lessons that come with gradtutor)',
  newLesson: 'Make a folder with a lesson to begin with, in this folder.',
  lessonName: 'its name, such as chain-rule',
  ops: 'List every operation with its derivative, its domain and its kinks.',
  opsFormat: 'text, json or markdown (default: text)',
  explain: 'Explain one operation: what it does, its derivative, and a small example.',
  operation: 'its name or sign, such as sigmoid or "*"',
  config: 'Show every setting, its value, and where that comes from.',
  configGet: 'Print the value of one setting, as it applies now.',
  configSet: 'Keep a setting in your settings file: the default of the option of the same name.',
  configUnset: 'Take a setting out of your settings file.',
  configPath: 'Print where your settings file is.',
  completion:
    'Print a script that completes commands, options, formats, lessons and functions in your shell.',
  helpCommand: 'Print the help of a command, as --help does.',
  helpWhat: 'a command, such as run or lessons check; without it, all of them',
  shell: 'your shell: bash, zsh, fish or powershell',
  man: 'Print the manual page.',
  setting: 'lang, color, ascii, plain or nudge',
  settingValue: 'en or ko; true or false; a number for nudge',
  quiet: 'print only the gradient',
  noAsk: 'show everything, ask nothing',
  lang: 'language of the output',
  color: 'use colour even in a pipe',
  noColor: 'use no colour',
  ascii: 'use ASCII characters for arrows and signs',
  width: 'columns of the text (default: the terminal, or 80)',
  version: 'print the version',
  help: 'print this help',
  titles: {} as Readonly<Record<string, string>>,
  examples: `Examples:
  gradtutor run "3*(a+b*c)"
  gradtutor run "z = w*x+b; a = sigmoid(z); L = (a-y)^2" --at w=0.5,x=2,b=0,y=1
  echo "3*(a+b*c)" | gradtutor run - --format json
  gradtutor run - --format ndjson < expressions.txt > results.ndjson`,
  quizExamples: `Examples:
  gradtutor quiz "3*(a+b*c)" --at a=5,b=7,c=2
  gradtutor quiz --level 5 --count 3 --seed 42
  gradtutor quiz "3*(a+b*c)" --answers 3,3,3,6,9 --format json`,
  learnExamples: `Answers that come from --answers, a file or a pipe are not kept in the progress.

Examples:
  gradtutor learn
  gradtutor learn list
  gradtutor learn 4 --lang ko`,
  opsExamples: `Examples:
  gradtutor ops
  gradtutor ops --format markdown > operations.md`,
  explainExamples: `Examples:
  gradtutor explain sigmoid
  gradtutor explain "/" --lang ko`,
  completionExamples: `Examples:
  source <(gradtutor completion bash)
  gradtutor completion zsh > ~/.zfunc/_gradtutor
  gradtutor completion fish > ~/.config/fish/completions/gradtutor.fish
  gradtutor completion powershell | Out-String | Invoke-Expression`,
  manExamples: `Examples:
  gradtutor man | man -l -
  gradtutor man > ~/.local/share/man/man1/gradtutor.1`,
  helpExamples: `Examples:
  gradtutor help run
  gradtutor help lessons check`,
  lessonsCheckExamples: `Examples:
  gradtutor lessons check
  gradtutor lessons check my-course --lang ko`,
  newExamples: `Examples:
  gradtutor lessons new chain-rule
  gradtutor lessons new two-neurons`,
  lessonsExamples: `Examples:
  gradtutor lessons new chain-rule
  gradtutor lessons check my-course`,
  configExamples: `Examples:
  gradtutor config
  gradtutor config set lang ko
  gradtutor config unset lang`,
  configGetExamples: `Examples:
  gradtutor config get lang
  gradtutor config get nudge`,
  configSetExamples: `Examples:
  gradtutor config set lang ko
  gradtutor config set color false`,
  configUnsetExamples: `Examples:
  gradtutor config unset lang
  gradtutor config unset nudge`,
  configPathExamples: `Examples:
  gradtutor config path
  cat "$(gradtutor config path)"`,
  generateExamples: `Examples:
  gradtutor generate --level 3 --count 5 --seed 7 -o worksheet.md
  gradtutor generate --level 7 --seed 1 --sheets questions -o class.tex
  gradtutor generate --level 6 --count 20 --seed 7 --ops log --format moodle -o quiz.xml`,
  graphExamples: `Examples:
  gradtutor graph "3*(a+b*c)"
  gradtutor graph "z = w*x+b; a = sigmoid(z); L = (a-y)^2" -o neuron.svg`,
  written: (file: string) => `Wrote ${file}`,
  endingOfSeveral: (file: string, format: string, others: string) =>
    `${file} is written as ${format}, which its ending stands for. Add --format for another: ${others}.`,
  outputIsInput: (file: string) =>
    `${file} is what I read from: writing to it would empty it first. Choose another file for --output.`,
  cannotOpen: (file: string, command: string) =>
    `I cannot open ${file}: there is no ${command} here. Open it yourself.`,
  notOpened: (format: string) =>
    `A file of ${format} is a program: it is written, not opened. Leave out --open.`,
  unknownEnding: (file: string, formats: string) =>
    `The ending of ${file} does not tell its format. Add --format with one of: ${formats}.`,
  exitCodes: `Exit codes: 0 done, 1 a check or an answer was wrong, 2 bad usage or input,
130 interrupted.
Try: gradtutor run "3*(a+b*c)"`,
  unknownOption: (flag: string, suggestion: string | undefined, help: string) =>
    `There is no option ${flag}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} See ${help}`,
  unknownCommand: (name: string, suggestion?: string) =>
    `There is no command ${name}.${suggestion === undefined ? ' To work on an expression: gradtutor run "3*(a+b*c)"' : ` Did you mean ${suggestion}?`}`,
  excess: 'Too many arguments. Put the whole expression in quotes: gradtutor run "3*(a+b*c)"',
  missing: 'The expression is missing. Try: gradtutor run "3*(a+b*c)"',
  unknownIn: (name: string, command: string, names: string) =>
    `There is no ${command} ${name}. There are: ${names}.`,
  commandMissing: (command: string, names: string) => `${command} needs one of these after it: ${names}.`,
  tooMany: (command: string, help: string) => `Too many arguments for ${command}. See ${help}`,
  argumentMissing: (name: string, help: string) => `The argument ${name} is missing. See ${help}`,
  optionMissing: (flag: string, help: string) => `${flag} needs a value after it. See ${help}`,
  badDate: (flag: string) => `${flag} takes a date, such as 2026-03-01 or 2026-03-01T09:00.`,
  optionRequired: (flag: string, help: string) => `${flag} is missing. See ${help}`,
  optionElsewhere: (flag: string, owners: readonly string[], help: string) =>
    `${flag} does not belong to this command, but to ${owners.slice(0, 3).join(', ')}. See ${help}`,
  optionFirst: (flag: string) => `${flag} belongs behind a command, as in: gradtutor run "3*(a+b*c)" ${flag}`,
  range: (option: string, least: number, most: number) =>
    `${option} takes a whole number from ${least} to ${most}.`,
  interrupted: (command?: string) =>
    command === undefined
      ? 'Stopped. To go on, give the same command again.'
      : `Stopped. Go on with: ${command}`,
  internal: (detail: string) => `This is a mistake in gradtutor itself, please report it. ${detail}`,
  file: (path: string, why: string) => `I cannot use the file ${path}: ${why}`,
  stdin: (why: string) => `I cannot use standard input: ${why}`,
  stdout: (why: string) => `I cannot write to standard output: ${why}`,
  /** What keeps a file or a stream from being used, and what to do: a code of the system's, or one of gradtutor's own. */
  why: (code: string, line?: number) =>
    code === 'not-utf8'
      ? `it is not text in UTF-8${line === undefined ? '' : ` (line ${line})`}. Save it as UTF-8.`
      : (reasons.get(code) ?? `the system says ${code}.`),
  invalid: (option: string, choices?: string, suggestion?: string) =>
    choices === undefined
      ? `That value does not fit ${option}.`
      : `${option} takes one of: ${choices}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
};

export type CliWords = typeof cli;
