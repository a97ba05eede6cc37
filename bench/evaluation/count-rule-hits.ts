import { answerSmallTalk, smallTalkRules } from '#answering/answers/small-talk.ts';
import { findAskingClause } from '#answering/question/asking-clause.ts';
import { mendSpelling } from '#answering/question/mend-spelling.ts';
import { CLOSES_YES_NO, kindRules, WHAT_ABOUT } from '#answering/question/question-kind.ts';
import { readStatus } from '#drafting/read-status.ts';
import { statusRules } from '#drafting/status-rules.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { renderMarkdownTable } from './markdown-table.ts';

/** Questions, with the archive by which their typing errors are mended. */
export interface AskedTexts {
  readonly texts: readonly string[];
  readonly snapshot: Snapshot;
}

/** By source, and in it by rule, how many texts the rule read. */
export type RuleHits = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts which rule reads a status from each sentence. */
export function countStatusHits(sources: ReadonlyMap<string, readonly Issue[]>): RuleHits {
  return countBySource(sources, (issues) =>
    issues.flatMap(({ articles }) =>
      articles.flatMap(({ sentences }) => sentences.map(({ text }) => findStatusRule(text))),
    ),
  );
}

/** Counts which rule says what each question is: a remark, or asked in one of the forms. */
export function countQuestionHits(sources: ReadonlyMap<string, readonly AskedTexts[]>): RuleHits {
  return countBySource(sources, (asked) =>
    asked.flatMap(({ texts, snapshot }) => texts.map((text) => findQuestionRule(text, snapshot))),
  );
}

/** All rules of a table with their hits, in the order in which they are tried. */
export function renderHits(rules: readonly string[], hits: RuleHits): string {
  const rows = rules.map((rule) => [rule, ...hits.values().map((counts) => String(counts.get(rule) ?? 0))]);
  return renderMarkdownTable(['', ...hits.keys()], rows);
}

const NO_STATUS = 'none: no status is read';
/** The names of the rules by which a status is read. */
export const statusRuleNames = [...statusRules.map(nameStatusRule), NO_STATUS];

const WENT_ON = 'what about …';
const CLOSED = 'compat: by its last word';
const NO_FORM = 'none: any';
/** The names of the rules by which a question is read. */
export const questionRuleNames = [
  ...smallTalkRules.map(({ purpose }) => nameSmallTalk(purpose)),
  WENT_ON,
  ...kindRules.map(nameKindRule),
  CLOSED,
  NO_FORM,
];

function findStatusRule(sentence: string): string {
  const statement = readStatus(sentence);
  return statement === undefined ? NO_STATUS : nameStatusRule(statement.rule);
}

function findQuestionRule(question: string, snapshot: Snapshot): string {
  const reply = answerSmallTalk(question)?.lead;
  const remark = reply === undefined ? undefined : smallTalkRules.find((rule) => rule.reply === reply);
  if (remark !== undefined) return nameSmallTalk(remark.purpose);
  // What is read is the clause that asks, typing errors mended.
  const { text } = mendSpelling(question, snapshot);
  const { start, end } = findAskingClause(text);
  const plain = text.slice(start, end).replace(/[’`]/g, "'").trim();
  if (WHAT_ABOUT.test(plain)) return WENT_ON;
  const rule = kindRules.find(({ pattern }) => pattern.test(plain));
  if (rule !== undefined) return nameKindRule(rule);
  return CLOSES_YES_NO.test(plain) ? CLOSED : NO_FORM;
}

function nameStatusRule({ status, purpose }: { readonly status: string; readonly purpose: string }): string {
  return `${status}: ${purpose}`;
}

function nameKindRule({ kind, purpose }: { readonly kind: string; readonly purpose: string }): string {
  return `${kind}: ${purpose}`;
}

function nameSmallTalk(purpose: string): string {
  return `small talk: ${purpose}`;
}

function countBySource<Source>(
  sources: ReadonlyMap<string, Source>,
  listRules: (source: Source) => readonly string[],
): RuleHits {
  return new Map(
    sources.entries().map(([name, source]) => {
      const counts = new Map<string, number>();
      for (const rule of listRules(source)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return [name, counts];
    }),
  );
}
