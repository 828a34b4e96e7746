import { GradtutorError } from '../core/errors.ts';
import { readProgram } from '../core/program.ts';
import { variables } from '../core/variables.ts';

/** The variables whose dvars can be asked for, by expression: the same one comes in many rows. */
export class Names {
  #text: string | undefined;
  #output = '';
  #names: ReadonlySet<string> = new Set();

  /** Every variable but the output; none where the expression cannot be read. */
  in(expression: string | undefined): ReadonlySet<string> {
    if (expression !== this.#text) this.#read(expression);
    return this.#names;
  }

  /** The dvar of the expression that was most likely meant by a name that differs from it by case only. */
  meant(name: string, expression: string | undefined): string | undefined {
    const lower = name.toLowerCase();
    const names = [...this.in(expression)];
    const forms = [
      (one: string) => `d${one}`,
      (one: string) => `d${this.#output}/d${one}`,
      (one: string) => `∂${this.#output}/∂${one}`,
      (one: string) => one,
    ];
    for (const form of forms) {
      const one = names.find((known) => form(known).toLowerCase() === lower);
      if (one !== undefined) return form(one) === name ? undefined : form(one);
    }
    return undefined;
  }

  #read(expression: string | undefined): void {
    this.#text = expression;
    this.#names = new Set();
    if (expression === undefined) return;
    try {
      const { graph } = readProgram(expression);
      const names = new Set(variables(graph).map((node) => graph.names[node] as string));
      this.#output = graph.names[graph.output] as string;
      names.delete(this.#output);
      this.#names = names;
    } catch (error) {
      // Whoever grades by it will say so.
      if (!(error instanceof GradtutorError)) throw error;
    }
  }
}
