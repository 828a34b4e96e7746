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
  open: 'open what was written; without --format or --output, a page to play with',
  quizFormat: 'text or json',
  generate: 'For teachers: make exercises with answers, worked solutions and feedback for wrong answers.',
  countExercises: 'how many exercises (default: 10)',
  ops: 'only exercises with at least one of these operations, as in max,exp or +,*',
  generateFormat: (names: string) =>
    `how to write them: ${names} (default: by the ending of the file, else markdown)`,
  chosenSeed: (seed: number) => `--seed ${seed} makes the same exercises again.`,
  packageOnScreen: (format: string) =>
    `${format} is a zip package, nothing for a screen. Write it to a file: -o exercises.zip`,
  unknownOp: (name: string, suggestion?: string) =>
    `There is no operation ${name}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
  opNotInLevel: (name: string, level: number, ops: readonly string[], levels: readonly number[]) =>
    `No exercise of level ${level} uses ${name}; there are: ${ops.join(', ')}.${levels.length === 0 ? ' No other level has it either.' : ` For ${name} take --level ${levels.join(' or ')}.`}`,
  learn: 'Learn backpropagation in short lessons: go on where you were, or choose a lesson.',
  learnWhat: 'a lesson by its number or name; or list, next, or reset (with or without a lesson)',
  from: "a teacher's course: a folder of lessons",
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
  echo "3*(a+b*c)" | gradtutor run - --format json`,
  quizExamples: `Examples:
  gradtutor quiz "3*(a+b*c)" --at a=5,b=7,c=2
  gradtutor quiz --level 5 --count 3 --seed 42
  gradtutor quiz "3*(a+b*c)" --answers 3,3,3,6,9 --format json`,
  learnExamples: `Examples:
  gradtutor learn
  gradtutor learn list
  gradtutor learn 4 --lang ko`,
  generateExamples: `Examples:
  gradtutor generate --level 3 --count 5 --seed 7 -o worksheet.md
  gradtutor generate --level 6 --count 20 --seed 7 --ops log --format moodle -o quiz.xml`,
  graphExamples: `Examples:
  gradtutor graph "3*(a+b*c)"
  gradtutor graph "z = w*x+b; a = sigmoid(z); L = (a-y)^2" -o neuron.svg`,
  written: (file: string) => `Wrote ${file}`,
  cannotOpen: (file: string, command: string) =>
    `I cannot open ${file}: there is no ${command} here. Open it yourself.`,
  notOpened: (format: string) =>
    `A file of ${format} is a program: it is written, not opened. Leave out --open.`,
  unknownEnding: (file: string, formats: string) =>
    `The ending of ${file} does not tell its format. Add --format with one of: ${formats}.`,
  exitCodes: `Exit codes: 0 done, 1 a check or an answer was wrong, 2 bad usage or input,
130 interrupted.
Try: gradtutor run "3*(a+b*c)"`,
  unknownOption: (flag: string, suggestion?: string) =>
    `There is no option ${flag}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} See gradtutor run --help`,
  unknownCommand: (name: string, suggestion?: string) =>
    `There is no command ${name}.${suggestion === undefined ? ' To work on an expression: gradtutor run "3*(a+b*c)"' : ` Did you mean ${suggestion}?`}`,
  excess: 'Too many arguments. Put the whole expression in quotes: gradtutor run "3*(a+b*c)"',
  missing: 'The expression is missing. Try: gradtutor run "3*(a+b*c)"',
  optionMissing: (flag: string) => `${flag} needs a value after it. See gradtutor run --help`,
  optionElsewhere: (flag: string) => `${flag} does not belong to this command. See gradtutor --help`,
  range: (option: string, least: number, most: number) =>
    `${option} takes a whole number from ${least} to ${most}.`,
  internal: (detail: string) => `This is a mistake in gradtutor itself, please report it. ${detail}`,
  file: (path: string, code: string) =>
    `I cannot use the file ${path}: ${({ ENOENT: 'there is no such file or folder', EACCES: 'that is not allowed', EISDIR: 'it is a folder', ENOSPC: 'the disk is full' } as Record<string, string>)[code] ?? code}.`,
  invalid: (option: string, choices?: string) =>
    choices === undefined ? `That value does not fit ${option}.` : `${option} takes one of: ${choices}.`,
};

export type CliWords = typeof cli;
