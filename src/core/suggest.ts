import { distance } from 'fastest-levenshtein';

/** How many slips apart two words are: letters in another case count none, two letters swapped count one. */
function slips(name: string, candidate: string): number {
  if (candidate.toLowerCase() === name.toLowerCase()) return 0;
  const d = distance(name, candidate);
  const isSwap =
    d === 2 && Array.from(name).toSorted().join('') === Array.from(candidate).toSorted().join('');
  return isSwap ? 1 : d;
}

/** The candidate a learner most likely meant: at most one slip in a short word, a third of the letters in a long one. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = slips(name, candidate);
    if (d < bestDistance && d < Math.max(candidate.length, name.length)) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}
