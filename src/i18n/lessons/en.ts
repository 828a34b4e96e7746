/** What is to be mended in a lesson. */
import type { FindingArgs } from '../../lessons/finding.ts';
import type { Sentences } from '../words.ts';

export const findings: Sentences<FindingArgs> = {
  'folder-name': ({ id }) =>
    `The folder ${id} is not named like 01-slope: two digits, a hyphen, small letters.`,
  'file-missing': ({ name }) => `${name} is missing.`,
  yaml: ({ detail }) => `This is not YAML: ${detail}`,
  schema: ({ path, detail }) => `${path === '' ? 'The file' : path} does not fit: ${detail}`,
  'unknown-word': ({ path, word, allowed, suggestion }) =>
    `${path} cannot be ${word}. ${suggestion === undefined ? '' : `Did you mean ${suggestion}? `}It may be one of: ${allowed.join(', ')}`,
  'no-step': ({ path, keys }) =>
    `${path} is no step${keys.length === 0 ? '' : `: it has ${keys.join(', ')}`}. A step has say; show and of (and only); ask, of and about (and hint); or bug, of and in.`,
  'title-missing': () => 'The title is missing. Begin with a line such as: # Slope',
  'purpose-missing': () => 'Below the title, say in one sentence what one can do after the lesson.',
  'section-missing': ({ section }) => `The section ${section} is missing. Add a line: ## ${section}`,
  'section-unused': ({ section }) =>
    `No step uses the section ${section}. Remove it, or add a step: - say: ${section}`,
  'section-twice': ({ section }) => `The section ${section} comes up twice. Give each its own name.`,
  'summary-long': ({ lines }) => `The summary has ${lines} lines. Two are kept in mind.`,
  'html-in-prose': ({ text }) =>
    `${text} would be shown as it stands. Use paragraphs, lists, **bold** and \`code\`.`,
  link: ({ target }) =>
    `A link leads nowhere: ${target}. Write ../04-backward for a lesson of this course, or an address such as https://example.org`,
  'reading-time': ({ minutes, most }) =>
    `Reading takes about ${minutes} minutes. More than ${most} is more than a lesson.`,
  'unknown-problem': ({ name }) => `There is no problem ${name}. Add it under problems.`,
  'problem-unused': ({ name }) => `No step uses the problem ${name}. Remove it, or ask about it.`,
  'unknown-variable': ({ name, problem }) => `The problem ${problem} has no variable ${name}.`,
  'unknown-op': ({ name }) => `There is no operation ${name}.`,
  'op-untrained': ({ name }) => `No problem has the operation ${name}. Remove it from trains, or use it.`,
  'mistake-untrained': ({ name }) =>
    `The mistake ${name} never shows: at every question its number is the right answer, or it cannot be made. Choose other inputs, or remove it from trains.`,
  program: ({ problem, reason }) => `The problem ${problem} cannot be worked out. ${reason}`,
  kink: ({ problem, node }) =>
    `The problem ${problem} has a kink at ${node}, where there is no single slope. Choose other inputs, or show it with a step: show: kinks`,
  nudge: ({ problem, name }) =>
    `In the problem ${problem} the nudge does not confirm d${name}. Choose other inputs.`,
  'no-question': ({ kind, name, problem }) =>
    `There is no question of the kind ${kind} about ${name} in the problem ${problem}.`,
  'no-bug': ({ mistake, name, problem }) =>
    `The mistake ${mistake} would not show at ${name} in the problem ${problem}. Choose another variable or other inputs.`,
  placeholder: ({ text }) =>
    `${text} stands for nothing here. Write {{u}} for a value, {{du}} for a dvar, {{problem.u}} for another problem.`,
  'answer-told': ({ text }) => `${text} tells the answer to a question that is still to come.`,
};
