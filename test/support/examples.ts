import { readFileSync } from 'node:fs';

export interface ExampleNudge {
  readonly var?: string;
  readonly to?: number;
  readonly value?: number;
  readonly exact?: number;
  readonly tol?: number;
  readonly kind?: 'central' | 'forward' | 'gd_step';
  readonly eps?: number;
  readonly slope?: number;
  readonly lr?: number;
  readonly new_w?: number;
}

/** A worked example from a course, paper or notebook, with the numbers its source prints. */
export interface Example {
  readonly id: string;
  readonly expression: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly expected_value: number;
  readonly expected_gradients: Readonly<Record<string, number>>;
  readonly expected_intermediates?: Readonly<
    Record<string, { readonly def: string; readonly value: number; readonly grad?: number }>
  >;
  readonly nudges?: readonly ExampleNudge[];
  /** Half a unit of the last digit the source prints; without it the numbers are exact. */
  readonly source_tolerance?: number;
}

const file = new URL('../../lessons/examples.json', import.meta.url);

export const examples = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];
