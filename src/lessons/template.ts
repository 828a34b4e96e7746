/** A lesson to begin with: it can be played as it is. */
export const template = {
  'lesson.yaml': `format: 1
trains:
  ops: [multiply]
  mistakes: [local-only, factors-swapped]
problems:
  first:
    program: |
      u = a*b
      J = 4*u
    at: { a: 3, b: 7 }
steps:
  - say: start
  - show: graph
    of: first
  - ask: gradient
    of: first
    about: [u, a]
    hint: rule
  - say: check
  - bug: local-only
    of: first
    in: b
`,
  'en.md': `# Title of the lesson

One sentence: what you can do after it.

## start

A few short paragraphs, then something to do. Numbers are computed: \`u\` is {{first.u}} here.

## rule

A first, small hint.

## check

Somebody else did this one. Which line is wrong?

## summary

- What to keep.
- In two lines.
`,
  'ko.md': `# 수업 제목

이 수업을 마치면 할 수 있는 것을 한 문장으로 써요.

## start

짧은 문단 몇 개 다음에 할 일을 하나 주세요. 값은 자동으로 계산돼요. 여기서 \`u\`는 {{first.u|이에요/예요}}.

## rule

작은 첫 힌트예요.

## check

다른 사람이 푼 것이에요. 어느 줄이 틀렸을까요?

## summary

- 기억할 것을
- 두 줄로 써요.
`,
} as const;
