/** The licence texts of what is bundled. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @import { OutputChunk } from 'rolldown' */

/** @param {string} id of a module */
export function packageOf(id) {
  const [, folder, name] = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(id) ?? [];
  return folder && name ? { folder, name: name.replace('\\', '/') } : undefined;
}

/**
 * The licence texts of every package with a module in the bundle.
 * @param {OutputChunk[]} chunks
 */
export async function licences(chunks) {
  const ids = chunks.flatMap((chunk) => chunk.moduleIds);
  const folders = ids.flatMap((id) => packageOf(id)?.folder ?? []);
  const sections = await Promise.all([...new Set(folders)].map(licence));
  return sections.toSorted().join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder))
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length === 0) throw new Error(`${name} ships no licence text`);
  return `${name} ${version} (${license})\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`;
}
