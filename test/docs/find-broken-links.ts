import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import type { MarkdownFile } from './markdown-files.ts';

/** Relative links of the files that lead to no file below the root, or to no heading of a Markdown file. */
export function findBrokenLinks(root: string, files: readonly MarkdownFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) =>
    file.links.flatMap(({ url, line }) => {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return [];
      const [path = '', anchor] = decodeURI(url).split('#');
      const target = path === '' ? file.path : normalize(join(dirname(file.path), path));
      const place = `${file.path}:${line}: ${url}`;
      const isThere = byPath.has(target) || existsSync(join(root, target));
      if (target.startsWith('..') || !isThere) return [`${place} leads to no file`];
      if (anchor === undefined || !target.endsWith('.md')) return [];
      return byPath.get(target)?.anchors.has(anchor) ? [] : [`${place} leads to no heading of ${target}`];
    }),
  );
}
