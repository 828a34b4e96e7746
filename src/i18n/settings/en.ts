/** Words about the settings, and about what keeps them from being used. */
export const en = {
  head: ['Setting', 'Value', 'From'] as readonly string[],
  file: (path: string, isThere: boolean) => `Settings file: ${path}${isThere ? '' : ' (not there yet)'}`,
  how: 'Set one for good: gradtutor config set lang ko. For once: an option, or its variable.',
  origins: {
    option: (name: string) => `the option ${name}`,
    variable: (name: string) => `the variable ${name}`,
    file: 'the settings file',
    locale: 'the locale',
    none: 'nothing set',
  },
  automatic: { color: 'on a terminal', ascii: 'off', plain: 'off', nudge: '0.001' } as Readonly<
    Record<string, string>
  >,
  on: 'on',
  off: 'off',
  takes: {
    lang: (languages: string) => `one of ${languages}`,
    flag: 'true or false',
    nudge: 'a number other than 0, such as 0.001',
  },
  noAccess: (where: string, why: string) => `${where}: the settings are not used: ${why}`,
  notJson: (where: string, line?: number) =>
    `${where}: the settings are not used, this is no JSON object such as {"lang": "ko"}${line === undefined ? '' : ` (line ${line})`}.`,
  unknown: (name: string, names: string, suggestion?: string) =>
    `There is no setting ${name}. ${suggestion === undefined ? `There are: ${names}.` : `Did you mean ${suggestion}?`}`,
  doesNotFit: (name: string, text: string, takes: string) => `${name} takes ${takes}, not ${text}.`,
  set: (name: string, value: string, path: string) => `${name} is ${value} from now on (${path}).`,
  unset: (name: string, path: string) => `${name} is no longer set in ${path}.`,
  overruled: (name: string, variable: string) =>
    `The variable ${variable} is set and comes first: ${name} follows it as long as it is.`,
  mendFirst: (path: string, line?: number) =>
    `${path} is no JSON object such as {"lang": "ko"}${line === undefined ? '' : ` (line ${line})`}. Mend or remove it first.`,
};

export type SettingWords = typeof en;
