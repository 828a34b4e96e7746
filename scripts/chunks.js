/** @import { OutputOptions, Plugin } from 'rolldown' */

/**
 * Puts modules that are loaded together into one file: to open and to set up another file costs more than to read a
 * longer one.
 * @param {string} entry what every start loads; it has a file of its own
 * @param {Readonly<Record<string, readonly string[]>>} together by the name of the file, modules which it holds with all
 * that they import statically, as far as no file before it does
 * @returns {{ plugin: Plugin, codeSplitting: NonNullable<OutputOptions['codeSplitting']> }}
 */
export function chunksOf(entry, together) {
  /** @type {Map<string, string>} */
  const fileOf = new Map();

  /**
   * @param {string} file
   * @param {readonly string[]} roots
   * @param {(id: string) => { importedIds: readonly string[] } | null} infoOf
   */
  function claim(file, roots, infoOf) {
    const ids = new Set(roots);
    for (const id of ids) {
      const info = infoOf(id);
      if (!info) throw new Error(`${id} is no module of the program`);
      if (fileOf.has(id) || id.startsWith('node:')) continue;
      fileOf.set(id, file);
      for (const next of info.importedIds) ids.add(next);
    }
  }

  return {
    plugin: {
      name: 'chunks',
      buildEnd() {
        claim('start', [entry], (id) => this.getModuleInfo(id));
        for (const [file, roots] of Object.entries(together))
          claim(file, roots, (id) => this.getModuleInfo(id));
      },
    },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'loaded together', name: (id) => fileOf.get(id) ?? null }],
    },
  };
}
