import { writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { ProcessStreams } from '#app/process/streams.ts';
import { describeProblem } from '#archive/build-content-report.ts';
import { readIssueFile } from '#archive/read-issue-file.ts';
import { renderDraft } from '#drafting/render-draft.ts';

/** Writes the draft of an issue's fact file beside it; never over one that is there. Resolves to the exit code. */
export async function runDraftFacts(file: string, { output, errors }: ProcessStreams): Promise<number> {
  const { issue, problems } = await readIssueFile(file, undefined);
  if (issue === undefined) {
    errors.write(problems.map((problem) => `${describeProblem(problem)}\n`).join(''));
    return 1;
  }
  const target = file.replace(/\.md$/, '.facts.yaml');
  try {
    await writeFile(target, renderDraft(issue), { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const remedy = code === 'EEXIST' ? 'it is there already; move it away to draft it anew' : String(error);
    errors.write(`${target} was not written: ${remedy}.\n`);
    return 1;
  }
  const check = `npm run -s check-content -- ${quoteWord(findIssuesFolder(file))}`;
  output.write(`${target} is a draft: mend each line that ends in "# ?", then run: ${check}\n`);
  return 0;
}

// Issues lie in the folder itself, or in one for each year.
function findIssuesFolder(file: string): string {
  const folder = dirname(file);
  return /^(?:19|20)\d\d$/.test(basename(resolve(folder))) ? dirname(folder) : folder;
}

const quoteWord = (word: string) => (/^[\w./~@:+-]+$/.test(word) ? word : JSON.stringify(word));
