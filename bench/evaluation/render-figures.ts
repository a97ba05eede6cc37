import { computeFigures, type Figures } from './figures.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import type { ScoredQuestion } from './score-answer.ts';

const COLUMNS = [
  ['right', 'right'],
  ['misleads', 'misleads'],
  ['right first', 'rightFirst'],
  ['in first 3', 'inFirstThree'],
  ['verdict', 'verdictRight'],
  ['stated', 'statedVerdictRight'],
  ['false yes', 'falseYes'],
  ['key', 'keyShown'],
  ['silent: right', 'abstainsWhenItShould'],
  ['wrong', 'abstainsWhenItShouldNot'],
] as const satisfies readonly (readonly [string, keyof Figures])[];

/** The figures of several groups of questions, one a row. */
export function renderFigures(groups: Iterable<readonly [name: string, scored: readonly ScoredQuestion[]]>): string {
  const rows = Array.from(groups, ([name, scored]) => {
    const figures = computeFigures(scored);
    return [name, String(figures.questions), ...COLUMNS.map(([, field]) => renderShare(figures[field]))];
  });
  return renderMarkdownTable(['', 'questions', ...COLUMNS.map(([title]) => title)], rows);
}

/** What questions are told apart by. */
export type QuestionField = 'type' | 'style' | 'verdict';

/** Questions by what they are; names in the order of the alphabet. */
export function groupScored(
  scored: readonly ScoredQuestion[],
  fields: readonly QuestionField[],
): Map<string, readonly ScoredQuestion[]> {
  const groups = new Map<string, readonly ScoredQuestion[]>();
  for (const field of fields) {
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

/** A share as per cent with one decimal. */
export function renderShare(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
}
