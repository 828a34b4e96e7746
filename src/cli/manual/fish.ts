import { behindWords, type Candidates, everyCommand, type Manual, type OptionManual } from './describe.ts';
import { quotedForFish as quoted } from './quote.ts';

const at = (path: string): string => `-n ${quoted(`__gradtutor_at ${quoted(path)}`)}`;

const offer = (candidates: Candidates): string => {
  switch (candidates.kind) {
    case 'words':
      return `-x -a ${quoted(candidates.words.join(' '))}`;
    case 'list':
      return `-x -a ${quoted(`(__gradtutor_list ${candidates.words.join(' ')})`)}`;
    case 'files':
      return '-r -F';
    case 'folders':
      return `-x -a '(__fish_complete_directories)'`;
    case 'behind':
    case 'anything':
      return '-x';
  }
};

function option(path: string, { flags, description, value }: OptionManual): string {
  const spelled = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const taken = value === undefined ? [] : [offer(value.candidates)];
  return ['complete -c gradtutor', at(path), ...spelled, ...taken, `-d ${quoted(description)}`].join(' ');
}

const isBehind = (words: readonly string[]): string => `__gradtutor_behind ${words.join(' ')}`;

const argument = (where: string, candidates: Candidates): string[] =>
  candidates.kind === 'anything' ? [] : [`${where} ${offer(candidates).replace(/^-[rx] /u, '')}`];

function lines(manual: Manual): string[] {
  const { path, commands, options, arguments: taken } = manual;
  const behind = behindWords(manual);
  const [first] = taken;
  const here = `complete -c gradtutor ${at(path)}`;
  /** Only where none of these words stands before. */
  const elsewhere =
    behind.length === 0 ? here : `${here} -n ${quoted(`not ${isBehind(behind.map(([word]) => word))}`)}`;
  return [
    ...commands.map(({ name, description }) => `${here} -a ${name} -d ${quoted(description)}`),
    ...(first ? argument(elsewhere, first.candidates) : []),
    ...behind.flatMap(([word, candidates]) => argument(`${here} -n ${quoted(isBehind([word]))}`, candidates)),
    ...options.map((each) => option(path, each)),
  ];
}

/** Completion for fish 3 and above. */
export function toFish(manual: Manual): string {
  const commands = everyCommand(manual);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# fish completion for gradtutor. To load it: gradtutor completion fish | source
function __gradtutor_at -d 'Whether the words so far lead to this command'
    set -l path ''
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$path $word")
        if contains -- "$next" ${paths.join(' ')}
            set path $next
        end
    end
    test "$path" = "$argv[1]"
end
function __gradtutor_behind -d 'Whether the word before is one of these'
    contains -- (commandline -opc)[-1] $argv
end
function __gradtutor_list -d 'Words behind those that end in a comma'
    set -l given (string replace -r '^--[^=]*=' '' -- (commandline -ct))
    printf '%s\\n' (string replace -r '[^,]*$' '' -- $given)$argv
end
complete -c gradtutor -f
${commands.flatMap(lines).join('\n')}
`;
}
