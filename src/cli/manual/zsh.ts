import {
  type ArgumentManual,
  type Candidates,
  everyCommand,
  type Manual,
  type OptionManual,
} from './describe.ts';
import { quoted } from './quote.ts';

const functionOf = ({ path }: Manual): string => ['_gradtutor', ...path.split(' ').filter(Boolean)].join('_');

/** What _arguments does for a value. */
function action(candidates: Candidates): string {
  switch (candidates.kind) {
    case 'words':
      return `(${candidates.words.join(' ')})`;
    case 'list':
      return `_values -s , '' ${candidates.words.join(' ')}`;
    case 'behind':
      return `{case $words[CURRENT-1] in ${[...candidates.each].map(whenBehind).join(' ')} esac}`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'anything':
      return ' ';
  }
}

const whenBehind = ([word, candidates]: readonly [string, Candidates]): string =>
  `(${word}) ${candidates.kind === 'words' ? `compadd -- ${candidates.words.join(' ')}` : ''};;`;

const escaped = (text: string, signs: RegExp): string => text.replaceAll(signs, '\\$&');

/** In brackets behind an option. */
const explanation = (text: string): string => `[${escaped(text, /[\\[\]]/gu)}]`;

const message = (text: string): string => escaped(text, /[\\:]/gu);

/** How an option is spelled where its value may be glued on. */
const spelled = (flag: string, takesValue: boolean): string => {
  if (!takesValue) return flag;
  return flag.startsWith('--') ? `${flag}=` : `${flag}+`;
};

/** An option may come again and again: some collect their values. */
function option({ flags, description, value }: OptionManual): string {
  const taken = value === undefined ? '' : `:${message(value.name)}:${action(value.candidates)}`;
  const names = flags.map((flag) => spelled(flag, value !== undefined));
  const rest = quoted(`${explanation(description)}${taken}`);
  return `'*'${names.length > 1 ? `{${names.join(',')}}` : (names[0] ?? '')}${rest}`;
}

const argument = ({ name, required, variadic, candidates }: ArgumentManual): string =>
  quoted(`${variadic ? '*' : ''}:${required || variadic ? '' : ':'}${message(name)}:${action(candidates)}`);

function definition(manual: Manual): string {
  const { options, commands, arguments: taken } = manual;
  const specs = options.map(option);
  if (commands.length === 0) {
    const all = [...specs, ...taken.map(argument)];
    return `${functionOf(manual)}() {
  _arguments \\
    ${all.join(' \\\n    ')}
}`;
  }
  const described = commands.map(({ name, description }) =>
    quoted(`${name}:${escaped(description, /\\/gu)}`),
  );
  const cases = commands.map((command) => `        ${command.name}) ${functionOf(command)} ;;`);
  return `${functionOf(manual)}() {
  local curcontext=$curcontext state line
  local -a commands=(
    ${described.join('\n    ')}
  )
  _arguments -C \\
    ${[...specs, "': :->command'", "'*:: :->rest'"].join(' \\\n    ')}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}`;
}

/** Completion for zsh, to be loaded as a function or sourced. */
export const toZsh = (manual: Manual): string => `#compdef gradtutor
# zsh completion for gradtutor. To load it: source <(gradtutor completion zsh)
${everyCommand(manual).map(definition).join('\n')}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _gradtutor "$@"
else
  compdef _gradtutor gradtutor
fi
`;
