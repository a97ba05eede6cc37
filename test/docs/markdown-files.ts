import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as toPlainText } from 'mdast-util-to-string';

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
  const nodes = listNodes(fromMarkdown(text));
  const lineOf = (node: Nodes) => node.position?.start.line ?? 0;
  return {
    path,
    anchors: nameAnchors(nodes.filter((node) => node.type === 'heading').map((node) => toPlainText(node))),
    links: nodes.flatMap((node) =>
      node.type === 'link' || node.type === 'image' || node.type === 'definition'
        ? [{ url: node.url, line: lineOf(node) }]
        : [],
    ),
    codeBlocks: nodes.flatMap((node) =>
      node.type === 'code' ? [{ language: node.lang ?? '', text: node.value, line: lineOf(node) }] : [],
    ),
    inlineCode: nodes.flatMap((node) => (node.type === 'inlineCode' ? [{ text: node.value, line: lineOf(node) }] : [])),
  };
}

function listNodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(listNodes) : [])];
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
