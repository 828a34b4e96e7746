import type { ManualWords } from '../../i18n/manual/en.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { settings } from '../settings.ts';
import { everyCommand, type Manual, type OptionManual } from './describe.ts';

/** Bytes of a line that is text. */
const WIDEST = 78;

/** Text to be filled, in lines of a width that tools like. */
function paragraph(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).map(roff)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDEST)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n').replaceAll(REQUEST, '\\&');
}

/** The beginning of a line that troff would take for a request. */
const REQUEST = /^(?=[.'])/gmu;

/** Text for troff: hyphens that can be copied, no line that looks like a request, no letter beyond ASCII. */
function roff(text: string): string {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  const ascii = plain.replaceAll(
    /[^\n -~]/gu,
    (c) => `\\[u${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  return ascii.replaceAll(REQUEST, '\\&');
}

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/** A head, and below it, indented, what is told of it. */
const item = (head: string, text: string): string[] => ['.TP', head, paragraph(text)];

const signature = ({ flags, value }: OptionManual): string =>
  flags.map(bold).join(', ') + (value === undefined ? '' : ` ${italic(value.name)}`);

const optionItem = (option: OptionManual): string[] => item(signature(option), option.description);

/** What is typed, as it stands. */
const literal = (lines: readonly string[]): string[] => [
  '.PP',
  '.RS 4',
  '.nf',
  ...lines.map((line) => roff(line.trim())),
  '.fi',
  '.RE',
];

const sameOption = (a: OptionManual, b: OptionManual): boolean =>
  signature(a) === signature(b) && a.description === b.description;

/** The commands that do something of their own; the others only hold them. */
const doing = (manual: Manual): readonly Manual[] => everyCommand(manual).slice(1);

/** Options that more than half of the commands have: they are told once. */
function commonOptions(manual: Manual): readonly OptionManual[] {
  const all = doing(manual).map(({ options }) => options);
  const isCommon = (option: OptionManual) =>
    2 * all.filter((options) => options.some((other) => sameOption(option, other))).length > all.length;
  const first = all.flat().filter(isCommon);
  return first.filter((option, i) => first.findIndex((other) => sameOption(option, other)) === i);
}

function section(command: Manual, common: readonly OptionManual[]): string[] {
  const own = command.options.filter((option) => !common.some((other) => sameOption(option, other)));
  const examples = command.after.filter((line) => line.startsWith(' '));
  return [
    `.SS ${roff(command.usage)}`,
    paragraph(command.description),
    ...command.arguments.flatMap(({ name, description }) => item(italic(name), description)),
    ...own.flatMap(optionItem),
    ...(examples.length > 0 ? literal(examples) : []),
  ];
}

function exitStatus({ exits }: ManualWords): string[] {
  const codes = Object.entries(EXIT) as [keyof typeof EXIT, ExitCode][];
  return codes.flatMap(([name, code]) => item(bold(String(code)), exits[name]));
}

/** Each setting's variable stands for the option of its name. */
function environment(manual: Manual, words: ManualWords): string[] {
  const options = everyCommand(manual).flatMap((command) => command.options);
  const own = settings.flatMap(({ name, variable, shared = {} }) => {
    const said = options.find(({ flags }) => flags.includes(`--${name}`))?.description ?? name;
    const others = Object.keys(shared);
    const heard = others.length === 0 ? '' : ` ${words.heard(others.join(', '))}`;
    return item(bold(variable), `${words.defaultOf(`--${name}`, said)}${heard}`);
  });
  return [
    ...own,
    ...item(bold('LC_ALL, LC_MESSAGES, LANG'), words.locale),
    ...item(bold('XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME'), words.folders),
    ...item(bold('TERM'), words.dumb),
    ...item(bold('CI'), words.ci),
    ...item(bold('GRADTUTOR_NO_CACHE'), words.noCache),
  ];
}

const files = (words: ManualWords): string[] => [
  ...item(italic('~/.config/gradtutor/config.json'), words.settings),
  ...item(italic('~/.local/share/gradtutor/'), words.data),
  ...item(italic('~/.cache/gradtutor/'), words.cache),
];

/** The manual page, as troff with the man macros. */
export function toMan(manual: Manual, version: string, words: ManualWords): string {
  const common = commonOptions(manual);
  const commands = doing(manual);
  const synopsis = commands.flatMap(({ usage }, i) => [...(i > 0 ? ['.br'] : []), roff(usage)]);
  const heading = (name: keyof ManualWords['sections']) => `.SH ${roff(words.sections[name])}`;
  return `${[
    `.\\" Made from the definitions of the commands.`,
    `.TH GRADTUTOR 1 "" "gradtutor ${roff(version)}" "${roff(words.volume)}"`,
    heading('name'),
    paragraph(`gradtutor - ${words.name}`),
    heading('synopsis'),
    ...synopsis,
    heading('description'),
    paragraph(manual.description),
    '.PP',
    paragraph(words.streams),
    heading('commands'),
    ...commands.flatMap((command) => section(command, common)),
    heading('common'),
    ...common.flatMap(optionItem),
    ...manual.options
      .filter((option) => !common.some((other) => sameOption(option, other)))
      .flatMap(optionItem),
    heading('exit'),
    ...exitStatus(words),
    heading('environment'),
    ...environment(manual, words),
    heading('files'),
    ...files(words),
  ].join('\n')}\n`;
}
