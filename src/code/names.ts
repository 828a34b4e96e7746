import { dvar } from '../chain.ts';
import type { Variable } from './expression.ts';
import { type IdentifierRules, Identifiers } from './identifiers.ts';

/** The names that quantities and their dvars have in the code: the lecture's, wherever the language allows it. */
export class Names {
  readonly #identifiers: Identifiers;
  readonly #values: ReadonlyMap<string, string>;
  readonly #dvars: ReadonlyMap<string, string>;
  readonly renamed: readonly (readonly [label: string, name: string])[];

  constructor(
    rules: IdentifierRules,
    output: string,
    quantities: readonly string[],
    differentiated: readonly string[],
  ) {
    this.#identifiers = new Identifiers(rules);
    this.#values = this.#identifiers.claimAll(new Map(quantities.map((name) => [name, name])));
    this.#dvars = this.#identifiers.claimAll(new Map(differentiated.map((name) => [name, dvar(name)])));
    this.renamed = [
      ...[...this.#values].filter(([label, name]) => label !== name),
      ...[...this.#dvars]
        .filter(([label, name]) => dvar(label) !== name)
        .map(([label, name]) => [`${dvar(output)}/${dvar(label)}`, name] as const),
    ];
  }

  of({ name, role }: Variable): string {
    const known = role === 'parameter' ? name : (role === 'dvar' ? this.#dvars : this.#values).get(name);
    if (known === undefined) throw new Error(`no ${role} ${name}`);
    return known;
  }

  /** A free name, as near as possible to the one asked for. */
  claim(name: string): string {
    return this.#identifiers.claim(name);
  }
}
