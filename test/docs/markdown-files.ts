import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Token } from 'markdown-it';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

export interface MarkdownFile {
  /** From the project's root, with slashes. */
  readonly path: string;
  /** Where links may lead inside the file: its headings, named as GitHub names them. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly { readonly url: string; readonly line: number }[];
  readonly codeBlocks: readonly { readonly language: string; readonly text: string; readonly line: number }[];
  readonly inlineCode: readonly { readonly text: string; readonly line: number }[];
}

export const projectRoot = join(import.meta.dirname, '../..');

/** Reads every Markdown file of the project but test fixtures. */
export function readMarkdownFiles(): MarkdownFile[] {
  const paths = globSync('**/*.md', {
    cwd: projectRoot,
    exclude: ['node_modules/**', 'test/fixtures/**', 'data/**'],
  });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readMarkdown(path, readFileSync(join(projectRoot, path), 'utf8')));
}

/** Takes from a Markdown text what a check of documentation needs. */
export function readMarkdown(path: string, text: string): MarkdownFile {
  const blocks = parseMarkdown(text);
  const pieces = blocks.flatMap(listPieces);
  return {
    path,
    anchors: nameAnchors(
      blocks
        .filter((_, index) => blocks[index - 1]?.type === 'heading_open')
        .map(({ children }) => (children ?? []).map(({ content }) => content).join('')),
    ),
    links: pieces.flatMap(({ piece, line }) => {
      const url = piece.attrGet('href') ?? piece.attrGet('src');
      return url === null ? [] : [{ url: String(url), line }];
    }),
    codeBlocks: blocks
      .filter(({ type }) => type === 'fence')
      .map(({ info, content, map }) => ({ language: info, text: content.trimEnd(), line: (map?.[0] ?? 0) + 1 })),
    inlineCode: pieces
      .filter(({ piece }) => piece.type === 'code_inline')
      .map(({ piece, line }) => ({ text: piece.content, line })),
  };
}

/** The pieces of a paragraph or heading, with their 1-based lines. */
function listPieces({ children, map }: Token): { readonly piece: Token; readonly line: number }[] {
  return (children ?? []).map((piece) => ({ piece, line: (map?.[0] ?? 0) + (piece.map?.[0] ?? 0) + 1 }));
}

/** As GitHub does: lower case, punctuation dropped, blanks to hyphens, a number for each further heading of the same name. */
function nameAnchors(headings: readonly string[]): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headings) {
    const name = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}
