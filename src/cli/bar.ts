const CELLS = 10;

/** A share from 0 to 1 as a bar; in per cent where it is read out. */
export function bar(share: number, { plain }: { readonly plain: boolean }): string {
  if (plain) return `${Math.round(100 * share)} %`;
  const full = Math.round(share * CELLS);
  return '█'.repeat(full) + '░'.repeat(CELLS - full);
}
