/** The first format that the ending of a file's name stands for. */
export function formatByEnding<Name extends string>(
  formats: Readonly<Record<Name, { readonly endings: readonly string[] }>>,
  file: string,
): Name | undefined {
  const ending = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return (Object.keys(formats) as Name[]).find((name) => formats[name].endings.includes(ending));
}
