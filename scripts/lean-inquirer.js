/** Leaves out of inquirer's prompts the one that opens an editor: most of its bytes are tables of encodings. */

/** @import { Plugin } from 'rolldown' */

const EDITOR = '@inquirer/external-editor';

/** @type {Plugin} */
export const leanInquirer = {
  name: 'lean-inquirer',
  resolveId: {
    filter: { id: /^@inquirer\/external-editor$/ },
    handler: () => ({ id: `\0${EDITOR}`, moduleSideEffects: false }),
  },
  load: {
    filter: { id: /external-editor$/ },
    handler: (id) =>
      id === `\0${EDITOR}`
        ? "export const editAsync = () => { throw new Error('gradtutor opens no editor'); };"
        : null,
  },
};
