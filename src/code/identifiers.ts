/** What a language calls a name. */
export interface IdentifierRules {
  /** A whole name; what does not match gets a letter in front. */
  readonly whole: RegExp;
  /** One character inside a name; others become `_`. */
  readonly part: RegExp;
  /** Words that are taken: keywords, and what the code itself calls. */
  readonly reserved: ReadonlySet<string>;
  /** The form in which the language compares names. */
  readonly normalise?: (name: string) => string;
}

/** Gives out names for one file, no two alike. */
export class Identifiers {
  readonly #rules: IdentifierRules;
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(rules: IdentifierRules) {
    this.#rules = rules;
  }

  /** The wanted name, or one as near to it as the language allows. */
  claim(wanted: string): string {
    const stem = this.#spell(wanted);
    let name = stem;
    for (let k = this.#next.get(stem) ?? 1; this.#isTaken(name); k++) {
      name = k === 1 ? `${stem}_` : `${stem}_${k}`;
      this.#next.set(stem, k + 1);
    }
    this.#taken.add(name);
    return name;
  }

  /** A name for each key; those that can be had as they are wanted go before others that are like them. */
  claimAll(wanted: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const kept = new Map(
      [...wanted].filter(([, name]) => this.#spell(name) === name && !this.#isTaken(name)),
    );
    for (const name of kept.values()) this.#taken.add(name);
    return new Map([...wanted].map(([key, name]) => [key, kept.get(key) ?? this.claim(name)]));
  }

  #isTaken(name: string): boolean {
    return this.#taken.has(name) || this.#rules.reserved.has(name);
  }

  #spell(wanted: string): string {
    const { whole, part, normalise } = this.#rules;
    const name = Array.from(normalise?.(wanted) ?? wanted, (c) => (part.test(c) ? c : '_')).join('');
    return whole.test(name) ? name : `v${name}`;
  }
}
