import { computeFigures, type Figures } from './figures.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import type { ScoredQuestion } from './score-answer.ts';

const HEADER = ['', 'questions', 'right', 'right first', 'in first 3', 'verdict', 'key', 'silent: right', 'wrong'];

/** The figures of a set, then of each type, style and verdict in it. */
export function renderFigures(scored: readonly ScoredQuestion[]): string {
  const rows = [...groupScored(scored)].map(([name, some]) => renderRow(name, computeFigures(some)));
  return renderMarkdownTable(HEADER, rows);
}

/** A set's questions: all, and by type, style and verdict; names in the order of the alphabet. */
export function groupScored(scored: readonly ScoredQuestion[]): Map<string, readonly ScoredQuestion[]> {
  const groups = new Map<string, readonly ScoredQuestion[]>([['all', scored]]);
  for (const field of ['type', 'style', 'verdict'] as const) {
    // A verdict is asked of compat questions alone; "unknown" and none are types already.
    const asked = field === 'verdict' ? scored.filter(({ question }) => question.type === 'compat') : scored;
    const names = [...new Set(asked.map(({ question }) => String(question[field])))].sort();
    for (const name of names) {
      groups.set(
        `${field}: ${name}`,
        asked.filter(({ question }) => String(question[field]) === name),
      );
    }
  }
  return groups;
}

function renderRow(name: string, { questions, ...shares }: Figures): string[] {
  const { right, rightFirst, inFirstThree, verdictRight, keyShown } = shares;
  const cells = [right, rightFirst, inFirstThree, verdictRight, keyShown];
  const silence = [shares.abstainsWhenItShould, shares.abstainsWhenItShouldNot];
  return [name, String(questions), ...[...cells, ...silence].map(renderShare)];
}

/** A share as per cent with one decimal. */
export function renderShare(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
}
