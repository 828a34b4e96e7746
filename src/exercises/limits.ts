/** So many exercises a set may have. */
export const MOST_EXERCISES = 1000;
