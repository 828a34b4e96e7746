import { distance } from 'fastest-levenshtein';

/** The candidate a learner most likely meant: at most one slip in a short word, a third of the letters in a long one. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = candidate.toLowerCase() === name.toLowerCase() ? 0 : distance(name, candidate);
    if (d < bestDistance && d < Math.max(candidate.length, name.length)) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}
