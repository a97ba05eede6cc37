import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { inventNewsletters } from './invent-newsletters.ts';

export interface NewsletterText {
  /** Name of the file, `2017-W41.md`. */
  readonly file: string;
  readonly text: string;
}

/** What is measured: an archive, and questions about it. */
export interface Workload {
  readonly source: string;
  readonly texts: readonly NewsletterText[];
  readonly questions: readonly string[];
}

const projectFolder = join(import.meta.dirname, '..');
const corpusFolder = resolve(projectFolder, '../shared/corpus');
const questionsFile = resolve(projectFolder, '../shared/eval/dev.jsonl');

/** The real newsletters with people's questions where they are at hand, else invented ones of the same size. */
export function loadWorkload(): Workload {
  if (!existsSync(corpusFolder) || !existsSync(questionsFile))
    return { source: 'invented newsletters', ...inventNewsletters() };
  const texts = readdirSync(corpusFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ file: basename(path), text: readFileSync(join(corpusFolder, path), 'utf8') }));
  const questions = readFileSync(questionsFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { q: string }).q);
  return { source: 'real newsletters', texts, questions };
}
