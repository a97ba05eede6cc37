import { writeFile } from 'node:fs/promises';
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
  output.write(`${target} is a draft: mend each line that ends in "# ?", then run "npm run check-content".\n`);
  return 0;
}
