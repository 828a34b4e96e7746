import { everyCommand, type Manual } from './describe.ts';
import { quotedForPowerShell as quoted } from './quote.ts';

/** A word and what is told of it, with a tab between. */
const entry = (word: string, tip: string): string => quoted(`${word}\t${tip || word}`);

const list = (entries: readonly string[]): string => `@(${entries.join(', ')})`;

/** What follows an option: words, or nothing, where the shell offers files. */
const values = ({ path, options }: Manual): string[] =>
  options.flatMap(({ flags, value, description }) => {
    if (value === undefined) return [];
    const { candidates } = value;
    const action =
      candidates.kind === 'words'
        ? `$offer = ${list(candidates.words.map((word) => entry(word, description)))}`
        : 'return';
    return flags.map((flag) => `        ${quoted(`${path} ${flag}`.trim())} { ${action} }`);
  });

/** What may stand in a command: options, and its subcommands or arguments. */
function places({ path, commands, arguments: taken, options }: Manual): string {
  const flags = options.flatMap((option) => option.flags.map((flag) => entry(flag, option.description)));
  const words = [
    ...commands.map(({ name, description }) => entry(name, description)),
    ...taken.flatMap(({ candidates, description }) =>
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
