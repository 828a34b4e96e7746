import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export const hasPdflatex = spawnSync('pdflatex', ['--version']).status === 0;

/**
 * Packages for other engines than pdflatex, replaced by boxes in place of letters: what a document in Korean is made of
 * can be compiled where there is no font for it.
 */
const STAND_INS = {
  'kotex.sty': String.raw`\ProvidesPackage{kotex}
\def\UTFviii@undefined@err#1{\rule{0.85em}{0.75em}}`,
  'fontspec.sty': String.raw`\ProvidesPackage{fontspec}
\newcommand{\IfFontExistsTF}[3]{#3}
\def\UTFviii@undefined@err#1{\rule{0.5em}{0.75em}}`,
};

export interface Compiled {
  readonly succeeded: boolean;
  /** Errors, and lines that are wider than the page. */
  readonly problems: readonly string[];
  readonly pages: number;
}

/** Compiles a document with pdflatex, in a folder of its own. */
export function compile(document: string): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'gradtutor-tex-'));
  try {
    for (const [name, text] of Object.entries(STAND_INS)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'story.tex'), document);
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'story.tex'];
    const { status } = spawnSync('pdflatex', options, {
      cwd: folder,
      env: { ...process.env, TEXMFOUTPUT: folder },
    });
    const log = readFileSync(join(folder, 'story.log'), 'utf8');
    return {
      succeeded: status === 0,
      problems: log.match(/^(?:!|Overfull \\hbox|Missing character).*/gmu) ?? [],
      pages: Number(/\((\d+) pages?/u.exec(log)?.[1] ?? 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
