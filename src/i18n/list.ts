/** Names one after the other. */
export const list = (names: readonly string[]): string => names.join(', ');
