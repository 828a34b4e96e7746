import { behindWords, type Candidates, everyCommand, type Manual } from './describe.ts';
import { quotedForPowerShell as quoted } from './quote.ts';

/** A word and what is told of it, with a tab between. */
const entry = (word: string, tip: string): string => quoted(`${word}\t${tip || word}`);

const list = (entries: readonly string[]): string => `@(${entries.join(', ')})`;

/** What follows an option or an argument: words, or nothing, where the shell offers files. */
const values = (manual: Manual): string[] => {
  const { path, options } = manual;
  const when = (word: string, candidates: Candidates, tip?: string) => {
    const told = action(candidates, tip ?? '');
    // Behind an argument there may be an option too.
    const guarded = tip === undefined ? `if (-not $wordToComplete.StartsWith('-')) { ${told} }` : told;
    return `        ${quoted(`${path} ${word}`.trim())} { ${guarded} }`;
  };
  return [
    ...options.flatMap(({ flags, value, description }) =>
      value === undefined ? [] : flags.map((flag) => when(flag, value.candidates, description)),
    ),
    ...behindWords(manual).map(([word, candidates]) => when(word, candidates)),
  ];
};

/** A list goes on behind its last comma. */
function action(candidates: Candidates, tip: string): string {
  if (!('words' in candidates)) return 'return';
  const words = list(candidates.words.map((word) => entry(word, tip)));
  return candidates.kind === 'list'
    ? `$before = $wordToComplete -replace '[^,]*$'; $offer = ${words} | ForEach-Object { $before + $_ }`
    : `$offer = ${words}`;
}

/** What may stand in a command: options, and its subcommands or arguments. */
function places({ path, commands, arguments: taken, options }: Manual): string {
  const flags = options.flatMap((option) => option.flags.map((flag) => entry(flag, option.description)));
  const words = [
    ...commands.map(({ name, description }) => entry(name, description)),
    ...taken
      .slice(0, 1)
      .flatMap(({ candidates, description }) =>
        candidates.kind === 'words' ? candidates.words.map((word) => entry(word, description)) : [],
      ),
  ];
  return `            ${quoted(path)} { $flags = ${list(flags)}; $words = ${list(words)} }`;
}

/** Completion for PowerShell 5.1 and above. */
export function toPowerShell(manual: Manual): string {
  const commands = everyCommand(manual);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# PowerShell completion for gradtutor. To load it:
# gradtutor completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName gradtutor -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $paths = ${list(paths)}
    $path = ''
    $before = ''
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $before = $element.Extent.Text
        $next = "$path $before".Trim()
        if ($paths -ccontains $next) { $path = $next }
    }
    $offer = $null
    switch -CaseSensitive -Exact ("$path $before".Trim()) {
${commands.flatMap(values).join('\n')}
    }
    if ($null -eq $offer) {
        switch -CaseSensitive -Exact ($path) {
${commands.map(places).join('\n')}
        }
        $offer = if ($wordToComplete.StartsWith('-')) { $flags } else { $words }
    }
    foreach ($line in $offer) {
        $word, $tip = $line -split "\`t", 2
        if ($word.StartsWith($wordToComplete)) {
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $tip)
        }
    }
}
`;
}
