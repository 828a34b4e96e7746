/** Leaves out of inquirer the prompts that gradtutor does not put: one of them opens an editor, with tables of encodings. */

/** @import { Plugin } from 'rolldown' */

const PROMPTS = '@inquirer/prompts';
const USED = 'input';
const UNUSED = 'select number confirm rawlist expand checkbox password editor search Separator'.split(' ');

/** @type {Plugin} */
export const leanInquirer = {
  name: 'lean-inquirer',
  resolveId: {
    filter: { id: /^@inquirer\/prompts$/ },
    handler: () => ({ id: `\0${PROMPTS}`, moduleSideEffects: false }),
  },
  load: {
    filter: { id: /@inquirer\/prompts$/ },
    handler: (id) =>
      id === `\0${PROMPTS}`
        ? `export { default as ${USED} } from '@inquirer/${USED}';
           export const ${UNUSED.map((name) => `${name} = undefined`).join(', ')};`
        : null,
  },
};
