import { existsSync } from 'node:fs';
import type { TriedAsk } from '#answering/judging/try-asks.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { askQuestions } from './ask-questions.ts';
import {
  type AskedTexts,
  countQuestionHits,
  countStatusHits,
  questionRuleNames,
  type RuleHits,
  renderHits,
  statusRuleNames,
} from './count-rule-hits.ts';
import { computeFigures } from './figures.ts';
import { loadSnapshot } from './load-snapshot.ts';
import { computeAskFigures, renderAskMisses, renderAsks, tryAllAsks } from './measure-asks.ts';
import { contentFolder, corpusFolder, type QuestionSet, readFactSets, readInventedSets } from './question-sets.ts';
import type { EvaluationOptions } from './read-options.ts';
import type { Section } from './record-sections.ts';
import { groupScored, renderFigures } from './render-figures.ts';
import { renderMisses } from './render-misses.ts';
import type { ScoredQuestion } from './score-answer.ts';

interface AnsweredSet extends QuestionSet {
  readonly snapshot: Snapshot;
  readonly scored: readonly ScoredQuestion[];
}

/** All that one run found out. */
export interface EvaluationReport {
  readonly tried: readonly TriedAsk[];
  readonly factSets: readonly AnsweredSet[];
  readonly inventedSets: readonly AnsweredSet[];
  readonly statusHits: RuleHits;
  readonly questionHits: RuleHits;
}

/** Asks everything there is to ask of the archive that the bot comes with, and of the invented ones. */
export async function buildReport(): Promise<EvaluationReport> {
  const content = await loadSnapshot(contentFolder);
  const tried = tryAllAsks(content);
  const factSets = await answerSets(readFactSets(), content);
  const inventedSets = await answerSets(readInventedSets(), content);
  const issuesOf = (sets: readonly AnsweredSet[]) => sets.flatMap(({ snapshot }) => snapshot.issues);
  const newsletter = existsSync(corpusFolder) ? (await loadSnapshot(corpusFolder)).issues : [];
  return {
    tried,
    factSets,
    inventedSets,
    statusHits: countStatusHits(
      new Map<string, readonly Issue[]>([
        ['content', content.issues],
        ['invented', issuesOf(inventedSets)],
        ...(newsletter.length > 0 ? [['newsletter', newsletter] as const] : []),
      ]),
    ),
    questionHits: countQuestionHits(
      new Map<string, AskedTexts[]>([
        ['asks', [{ texts: tried.map(({ question }) => question), snapshot: content }]],
        ['of issues with facts', factSets.map(textsOf)],
        ['of invented issues', inventedSets.map(textsOf)],
      ]),
    ),
  };
}

async function answerSets(sets: readonly QuestionSet[], content: Snapshot): Promise<AnsweredSet[]> {
  const answered: AnsweredSet[] = [];
  for (const set of sets) {
    const snapshot = set.folder === contentFolder ? content : await loadSnapshot(set.folder);
    answered.push({ ...set, snapshot, scored: askQuestions(set.questions, snapshot) });
  }
  return answered;
}

function textsOf({ questions, snapshot }: AnsweredSet): AskedTexts {
  return { texts: questions.map(({ q }) => q), snapshot };
}

/** The part that is for whoever works on the answers, and is not recorded: the page has tables enough. */
export const STYLES = 'styles';

/** The report as parts of a document. */
export function renderSections({ tried, factSets, inventedSets, ...hits }: EvaluationReport): Section[] {
  const rowsOf = (sets: readonly AnsweredSet[]) => sets.map(({ name, scored }) => [name, scored] as const);
  const scored = factSets.flatMap((set) => set.scored);
  const invented = inventedSets.flatMap((set) => set.scored);
  return [
    { name: 'asks', markdown: renderAsks(tried) },
    { name: 'sets', markdown: renderFigures([...rowsOf(factSets), ['all of these', scored]]) },
    { name: 'kinds', markdown: renderFigures(groupScored(scored, ['type', 'verdict'])) },
    { name: STYLES, markdown: renderFigures(groupScored(scored, ['style'])) },
    { name: 'invented', markdown: renderFigures([...rowsOf(inventedSets), ['all of these', invented]]) },
    { name: 'status rules', markdown: renderHits(statusRuleNames, hits.statusHits) },
    { name: 'question rules', markdown: renderHits(questionRuleNames, hits.questionHits) },
  ];
}

/** What was not right: the asks, then the questions of each set. */
export function renderAllMisses({ tried, factSets, inventedSets }: EvaluationReport): string {
  return [
    { name: 'asks', misses: renderAskMisses(tried) },
    ...[...factSets, ...inventedSets].map(({ name, scored }) => ({ name, misses: renderMisses(scored) })),
  ]
    .map(({ name, misses }) => `misses of ${name}\n\n${misses || 'none'}`)
    .join('\n\n');
}

/** The report for programs: figures by set, and the ids of the misses. */
export function describeReport(report: EvaluationReport, { misses }: Pick<EvaluationOptions, 'misses'>): object {
  const missesOf = (scored: readonly ScoredQuestion[]) =>
    scored.filter(({ isRight }) => !isRight).map(({ question }) => question.id);
  return {
    asks: computeAskFigures(report.tried),
    sets: [...report.factSets, ...report.inventedSets].map(({ name, scored }) => ({
      name,
      figures: computeFigures(scored),
      ...(misses ? { misses: missesOf(scored) } : {}),
    })),
    statusHits: objectOf(report.statusHits),
    questionHits: objectOf(report.questionHits),
  };
}

const objectOf = (hits: RuleHits) =>
  Object.fromEntries(hits.entries().map(([source, counts]) => [source, Object.fromEntries(counts)]));
