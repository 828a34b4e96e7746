const CELLS = 10;

/** A share from 0 to 1 as so many cells. */
export function cells(share: number, count: number, isAscii: boolean): string {
  const full = Math.round(share * count);
  const [done, open] = isAscii ? ['#', '.'] : ['█', '░'];
  return `${done.repeat(full)}${open.repeat(count - full)}`;
}

/** A share from 0 to 1 as a bar; in per cent where it is read out. */
export const bar = (
  share: number,
  { plain, ascii }: { readonly plain: boolean; readonly ascii: boolean },
): string => (plain ? `${Math.round(100 * share)} %` : cells(share, CELLS, ascii));
