/** Words of the manual page that no help has. */
export const en = {
  volume: 'User Commands',
  name: 'predict every derivative of your own expression',
  sections: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    common: 'COMMON OPTIONS',
    exit: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
  },
  streams:
    'Answers go to standard output; questions, notes and errors go to standard error. In a pipe nothing is asked, and there is no colour. Nothing is sent over a network.',
  exits: {
    done: 'Done.',
    wrong: 'A check failed, or an answer was wrong or not given.',
    usage:
      'The command line, its input or its output could not be used. One error on standard error says why.',
    interrupted: 'Interrupted with Ctrl+C.',
  },
  defaultOf: (option: string, description: string) => `The default of ${option}: ${description}.`,
  heard: (variables: string) => `Where it is not set, it follows ${variables}.`,
  locale: 'The language, where none is set.',
  folders: 'Where the files below are kept.',
  dumb: 'dumb: no colour, and nothing is redrawn.',
  ci: 'If it is set, questions are plain lines.',
  noCache: '1: start without the cache of compiled code.',
  settings:
    'Settings, as a JSON object: {"lang": "ko", "color": true, "ascii": false, "plain": false, "nudge": 0.001}. An option comes before a variable, a variable before this file.',
  data: 'What you have done in the course, and sessions that you left.',
  cache: 'Compiled code. It can be removed at any time.',
};

export type ManualWords = typeof en;
