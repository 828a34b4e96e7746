import { behindWords, type Candidates, everyCommand, type Manual } from './describe.ts';
import { quoted } from './quote.ts';

const pattern = (path: string, flags: readonly string[]): string =>
  flags.map((flag) => quoted(`${path} ${flag}`.trim())).join(' | ');

/** What is offered in a place, as an assignment. */
function offer(candidates: Candidates): string {
  return 'words' in candidates
    ? `offer=${candidates.kind} words=${quoted(candidates.words.join(' '))}`
    : `offer=${candidates.kind}`;
}

/** Values of the options of a command that take one, and what comes behind an argument. */
const values = (manual: Manual): string[] => {
  const { path, options } = manual;
  return [
    ...options.flatMap(({ flags, value }) =>
      value === undefined ? [] : [`    ${pattern(path, flags)}) ${offer(value.candidates)} ;;`],
    ),
    ...behindWords(manual).map(
      ([word, candidates]) => `    ${pattern(path, [word])}) [[ $current == -* ]] || ${offer(candidates)} ;;`,
    ),
  ];
};

/** What may stand in a command where no option does. */
function places({ path, commands, arguments: taken, options }: Manual): string {
  const names = commands.map(({ name }) => name);
  const own = taken[0]?.candidates ?? { kind: 'words', words: [] };
  const said = offer(own.kind === 'words' ? { kind: 'words', words: [...names, ...own.words] } : own);
  const flags = options.flatMap((option) => option.flags).join(' ');
  return `      ${quoted(path)}) flags=${quoted(flags)} ${said} ;;`;
}

/** Completion for bash 3.2 and above. */
export function toBash(manual: Manual): string {
  const commands = everyCommand(manual);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# bash completion for gradtutor. To load it: source <(gradtutor completion bash)
_gradtutor() {
  local IFS=$' \\t\\n' current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local path='' next='' flags='' words='' offer='' i
  # bash cuts --format=json into three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${path:+$path }\${COMP_WORDS[i]}"
    case $next in
      ${paths.join(' | ')}) path=$next ;;
    esac
  done
  case "\${path:+$path }$before" in
${commands.flatMap(values).join('\n')}
  esac
  if [[ -z $offer ]]; then
    case $path in
${commands.map(places).join('\n')}
    esac
    if [[ $current == -* ]]; then
      offer=words words=$flags
    fi
  fi
  COMPREPLY=()
  case $offer in
    words)
      compopt +o default 2>/dev/null
      COMPREPLY=($(compgen -W "$words" -- "$current"))
      ;;
    list)
      compopt +o default -o nospace 2>/dev/null
      if [[ $current == *,* ]]; then
        before=\${current%,*},
      else
        before=''
      fi
      COMPREPLY=($(compgen -P "$before" -W "$words" -- "\${current##*,}"))
      ;;
    folders)
      compopt -o filenames 2>/dev/null
      IFS=$'\\n'
      COMPREPLY=($(compgen -d -- "$current"))
      ;;
    anything) compopt +o default 2>/dev/null ;;
  esac
}
# Files are completed by the shell itself: the default where nothing is offered.
complete -o default -F _gradtutor gradtutor
`;
}
