/** Seeds that a person can type again. */
const LARGEST_SEED = 9999;

/** A seed by chance, where none was given. */
export const anySeed = (): number => Math.floor(Math.random() * LARGEST_SEED) + 1;
