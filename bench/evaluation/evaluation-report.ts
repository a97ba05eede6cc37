import { askQuestions } from './ask-questions.ts';
import { compareOneIssue, type OneIssueComparison, renderOneIssue } from './compare-one-issue.ts';
import type { EvaluationSet } from './evaluation-set.ts';
import { computeFigures } from './figures.ts';
import type { EvaluationOptions } from './read-options.ts';
import type { Section } from './record-sections.ts';
import { renderCalibration } from './render-calibration.ts';
import { groupScored, renderFigures } from './render-figures.ts';
import { renderMisses } from './render-misses.ts';
import type { ScoredQuestion } from './score-answer.ts';

/** All that one run found out. */
export interface EvaluationReport {
  readonly sets: readonly { readonly set: EvaluationSet; readonly scored: readonly ScoredQuestion[] }[];
  /** Undefined where the newsletter is not at hand. */
  readonly oneIssue: OneIssueComparison | undefined;
}

// The issue that most questions are about.
const ONE_ISSUE = '2017-W41';

/** Asks every question of the sets. */
export function buildReport(sets: readonly EvaluationSet[]): EvaluationReport {
  const newsletter = sets.find(({ name }) => name === 'newsletter');
  return {
    sets: sets.map((set) => ({ set, scored: askQuestions(set) })),
    oneIssue: newsletter && compareOneIssue(ONE_ISSUE, newsletter),
  };
}

/** The report as parts of a document. */
export function renderSections({ sets, oneIssue }: EvaluationReport, { calibrate }: EvaluationOptions): Section[] {
  const own = sets.flatMap(({ set }) => (set.name === 'content' || set.name === 'invented' ? [set] : []));
  const newsletter = sets.flatMap(({ set }) => (set.name === 'newsletter' ? [set] : []));
  const calibrated = calibrate ? [own, newsletter].filter(({ length }) => length > 0) : [];
  return [
    ...sets.map(({ set, scored }) => ({ name: set.name, markdown: renderFigures(scored) })),
    ...(oneIssue ? [{ name: 'one issue', markdown: renderOneIssue(oneIssue) }] : []),
    ...calibrated.map((group) => ({
      name: `calibration ${group.map(({ name }) => name).join(' ')}`,
      markdown: renderCalibration(group),
    })),
  ];
}

/** The misses of each set, but of those that were set aside. */
export function renderAllMisses({ sets }: EvaluationReport): string {
  return sets
    .filter(({ set }) => set.name !== 'unseen')
    .map(({ set, scored }) => `misses of ${set.name}\n\n${renderMisses(scored) || 'none'}`)
    .join('\n\n');
}

/** The report for programs: figures by set and group, and the ids of the misses where they may be seen. */
export function describeReport({ sets, oneIssue }: EvaluationReport, { misses }: EvaluationOptions): object {
  const figuresOf = (scored: readonly ScoredQuestion[]) =>
    Object.fromEntries(
      groupScored(scored)
        .entries()
        .map(([name, some]) => [name, computeFigures(some)]),
    );
  const missesOf = (scored: readonly ScoredQuestion[]) =>
    scored.filter(({ isRight }) => !isRight).map(({ question }) => question.id);
  return {
    sets: sets.map(({ set, scored }) => ({
      name: set.name,
      figures: figuresOf(scored),
      ...(misses && set.name !== 'unseen' ? { misses: missesOf(scored) } : {}),
    })),
    oneIssue: oneIssue && {
      issue: oneIssue.issueId,
      alone: computeFigures(oneIssue.alone),
      amongAll: computeFigures(oneIssue.amongAll),
    },
  };
}
