/**
 * Writes docs/api/: what each module of the library exports, with its docstrings, from the types as they are built. A test
 * fails when a page is stale, so that no change of the public API goes unseen: `npm run docs:api` writes them anew.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {{ exports: Record<string, string | { types: string }> }} */
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The modules by what is imported, with the file that has their types. */
const modules = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === 'string'
    ? []
    : [{ name: join('gradtutor', path).replaceAll('\\', '/'), types: target.types }],
);

/** @param {string} name of a module */
export const pageOf = (name) => join(root, 'docs/api', `${name.replaceAll('/', '-')}.md`);

/**
 * Everything that a module exports or that its exports are made of, in one file.
 * @param {string} types
 * @param {string} folder for what is only made on the way
 */
function rollUp(types, folder) {
  const entry = join(root, types);
  const file = join(folder, 'rolled-up.d.ts');
  const none = { logLevel: ExtractorLogLevel.None };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            lib: ['es2023'],
            module: 'nodenext',
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [entry],
        },
      },
      dtsRollup: { enabled: true, untrimmedFilePath: file },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { default: none },
        tsdocMessageReporting: { default: none },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  const { succeeded } = Extractor.invoke(config, {
    messageCallback(message) {
      // Only errors are for people.
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  if (!succeeded) throw new Error(`api-extractor cannot read ${types}`);
  return readFileSync(file, 'utf8');
}

/**
 * The words of a comment; parameters and errors as items of a list.
 * @param {string} comment
 */
const wordsOf = (comment) =>
  comment
    .replaceAll(/^ *\/\*\* ?| *\*\/$|^ *\* ?/gmu, '')
    .replaceAll(/\n*^@param (\S+) ?/gmu, '\n\n- `$1`: ')
    .replaceAll(/\n*^@throws (\w+)/gmu, '\n\n- throws `$1`')
    .trim();

/**
 * Declarations, each with the comment before it: what begins at the margin behind an empty line.
 * @param {string} text
 */
function declarationsIn(text) {
  return text.split(/\n\n(?=\S)/u).flatMap((chunk) => {
    const [comment = ''] = /^\/\*\*.*?\*\/\n/su.exec(chunk) ?? [];
    const code = chunk.slice(comment.length).trim();
    const [, exported, kind, name] =
      /^(export )?(?:declare )?(class|const|function|interface|type) ([\w$]+)/u.exec(code) ?? [];
    return name === undefined
      ? []
      : [{ name, code, comment, isConstant: kind === 'const', isExported: exported !== undefined }];
  });
}

/** @typedef {ReturnType<typeof declarationsIn>[number]} Declaration */

/**
 * The types that exported declarations are made of, at first or second hand; a constant is named, and not spread out.
 * @param {readonly Declaration[]} declarations
 */
function partsOf(declarations) {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const reached = new Set(declarations.filter(({ isExported }) => isExported));
  for (const { code } of reached) {
    for (const [word] of code.matchAll(/[\w$]+/gu)) {
      const found = byName.get(word);
      if (found && !found.isConstant) reached.add(found);
    }
  }
  return [...reached].filter(({ isExported }) => !isExported).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {Declaration} declaration */
const section = ({ name, comment, code }) =>
  [`## ${name}`, ...(comment === '' ? [] : [wordsOf(comment)]), `\`\`\`ts\n${code}\n\`\`\``].join('\n\n');

/**
 * @param {{ name: string, types: string }} module
 * @param {string} folder
 */
async function pageFor({ name, types }, folder) {
  const declarations = declarationsIn(rollUp(types, folder));
  const parts = [
    `# ${name}`,
    `What \`import … from '${name}'\` has; [library.md](../library.md) shows how it is used. Written by \`npm run docs:api\`.`,
    ...declarations.filter(({ isExported }) => isExported).map(section),
    '# What these are made of',
    ...partsOf(declarations).map(section),
  ];
  const file = pageOf(name);
  return {
    file,
    text: await format(`${parts.join('\n\n')}\n`, { ...(await resolveConfig(file)), filepath: file }),
  };
}

/** Every page as it should be. */
export async function apiPages() {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-api-'));
  try {
    const pages = [];
    for (const module of modules) pages.push(await pageFor(module, folder));
    return pages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, 'docs/api'), { recursive: true });
  for (const { file, text } of await apiPages()) {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) console.log(`wrote ${file}`);
    writeFileSync(file, text);
  }
}
