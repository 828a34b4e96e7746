const SPELT =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega';
const CAPITALS = 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega';

/** Greek letters, and their names as one spells them, as TeX's commands. Capitals that look Latin have none. */
export const GREEK: ReadonlyMap<string, string> = new Map([
  ...`${SPELT} ${CAPITALS}`.split(' ').map((name) => [name, `\\${name}`] as const),
  ...Array.from('αβγδεζηθικλμνξπρστυφχψω', (c, i) => [c, `\\${SPELT.split(' ')[i]}`] as const),
  ...Array.from('ΓΔΘΛΞΠΣΥΦΨΩ', (c, i) => [c, `\\${CAPITALS.split(' ')[i]}`] as const),
  ...Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΧ', (c, i) => [c, `\\mathrm{${'ABEZHIKMNOPTX'[i]}}`] as const),
  ['ε', '\\varepsilon'],
  ['φ', '\\varphi'],
  ['ο', 'o'],
  ['ς', '\\varsigma'],
  ['ϑ', '\\vartheta'],
  ['ϕ', '\\phi'],
  ['ϖ', '\\varpi'],
  ['ϱ', '\\varrho'],
  ['ϵ', '\\epsilon'],
]);
