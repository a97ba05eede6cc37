import { contentWarning, holdingWarning } from '#newsletter/content-warning.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { FrontMatterBlock } from './find-front-matter.ts';
import { plainKey } from './publication-keys.ts';
import { nameValue, type Publication, readPublication } from './read-publication.ts';

/** What the keys of an issue's front matter say; a key that is absent or unusable is undefined. */
export interface FrontMatter {
  readonly title?: Stated<string>;
  /** As written; may be no date at all. */
  readonly date?: Stated<string>;
  readonly author?: Stated<string>;
  readonly link?: Stated<string>;
  readonly restates?: Stated<boolean>;
  readonly publication: Publication;
}

/** A value and the 1-based line of the file that states it. */
export interface Stated<T> {
  readonly value: T;
  readonly line: number;
}

const expectedForms = {
  title: 'string',
  date: 'string',
  author: 'string',
  link: 'string',
  restates: 'boolean',
} as const;

/** Reads the known keys, in any letter case; other keys are ignored. What was not understood keeps the issue from being posted. */
export function parseFrontMatter(
  file: string,
  block: FrontMatterBlock | undefined,
): { frontMatter: FrontMatter; problems: ContentProblem[] } {
  if (block === undefined) return { frontMatter: { publication: { isHeld: false, problems: [] } }, problems: [] };
  const problems: ContentProblem[] = block.flaws.map(({ line, message, remedy }) =>
    contentWarning(file, line, message, remedy),
  );
  const stated: Record<string, Stated<string | boolean>> = {};
  for (const { key, parents, value, line } of block.entries) {
    const name = plainKey(key);
    const expected = Object.hasOwn(expectedForms, name) ? expectedForms[name as keyof typeof expectedForms] : undefined;
    if (expected === undefined || parents.length > 0 || value === null || value === '') continue;
    const isNumberOfDate = name === 'date' && typeof value === 'number';
    if (stated[name] !== undefined) warn(line, `${key}: given twice`, 'keep one of them; the first was used');
    else if (typeof value === expected) stated[name] = { value: value as string | boolean, line };
    else if (isNumberOfDate) stated[name] = { value: String(value), line };
    else {
      const wanted = expected === 'string' ? 'text' : 'true or false';
      warn(
        line,
        `${key}: expected ${wanted}, found ${nameValue(value)}`,
        expected === 'string' ? 'put the value between double quotes' : 'write true or false, without quotes',
      );
    }
  }
  const publication = readPublication(file, block.entries);
  problems.push(...publication.problems);
  if (!block.isUnderstood) {
    const { line = block.firstLine } = block.flaws.at(-1) ?? {};
    const message = 'front matter: it may hold keys that were not understood; the issue is not posted';
    problems.push(holdingWarning(file, line, message, 'correct the lines, so that it can be posted'));
  }
  const isHeld = publication.isHeld || !block.isUnderstood;
  return { frontMatter: { ...(stated as Partial<FrontMatter>), publication: { ...publication, isHeld } }, problems };

  function warn(line: number, message: string, remedy: string): void {
    problems.push(contentWarning(file, line, `front matter: ${message}`, remedy));
  }
}
