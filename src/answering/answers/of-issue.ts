import type { Subject } from '#facts/fact.ts';
import type { Issue } from '#newsletter/issue.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** A question that is asked of one issue. */
export interface AskedOfIssue {
  readonly issue: Issue;
  /** The same question asked of a whole archive; empty where nothing but the issue is asked for. */
  readonly rest: string;
}

// "2031-W07", "2031-02-11", "2031-02-11-mills".
const ID = /\b\d{4}-(?:w\d{2}|\d{2}-\d{2})(?:-[\p{L}\p{N}-]{1,60})?(?![\p{L}\p{N}])/giu;
const NOTHING_ELSE =
  /^(?:\W|\b(?:what|whats|which|is|was|are|were|there|does|did|do|the|newsletter|say|says|tell|tells|contain|contains|have|about|new|news|written|show|open|read|list|summary|contents|of|me|us|in|please|happened|articles|stories|topics|can|you|summari[sz]e|give)\b)*$/i;

/** "what does issue 2031-W07 say about foodb?": which issue is named by its id, and what is asked of it. */
export function readIssueOf(question: string, { issues }: Snapshot): AskedOfIssue | undefined {
  for (const [id] of question.matchAll(ID)) {
    const wanted = id.toLowerCase();
    // A day alone names the issue of that day, whatever else its id has.
    const issue = issues.findLast((one) => one.id.toLowerCase() === wanted || one.id.startsWith(`${wanted}-`));
    if (issue !== undefined) return { issue, rest: withoutIssue(question, id) };
  }
  return undefined;
}

function withoutIssue(question: string, id: string): string {
  const named = new RegExp(
    String.raw`(\b(?:in|of|from|by|according to)\s+)?(?:\b(?:the\s+)?(?:issue|edition|newsletter)\s+(?:of\s+)?)?\b${RegExp.escape(id)}(?![\p{L}\p{N}])(?:['’]s)?`,
    // All of them: who writes an id a hundred times is asked about it once.
    'giu',
  );
  const rest = question.replace(named, (_, joined?: string) => (joined === undefined ? 'the newsletter' : ''));
  return NOTHING_ELSE.test(rest) ? '' : rest;
}

/** The archive as if it had this issue alone, with the names that are in it. */
export function openIssue(issue: Issue, { factsOf, names }: Snapshot): Snapshot {
  const facts = factsOf(issue.id);
  const named = new Set(facts.flatMap(({ about, on }) => [...about, ...on].flatMap((name) => names.find(name) ?? [])));
  return buildSnapshot([{ issue, facts: [...facts] }], [...named] satisfies Subject[]);
}
