import { composePost, type FactsOf } from '#announcing/digest/compose-post.ts';
import { fingerprint } from '#announcing/fingerprint.ts';
import type { PostContent } from '#announcing/outbox.ts';
import type { PostedPost, PostedWords } from '#announcing/posted-words.ts';
import type { Response } from '#conversation/response.ts';
import { formatDay } from '#newsletter/days/format-day.ts';
import type { Issue } from '#newsletter/issue.ts';

/** What finding corrections works with. */
export interface CorrectionSources {
  readonly posted: PostedWords;
  readonly getIssues: () => readonly Issue[];
  readonly factsOf?: FactsOf;
  readonly now: () => number;
  /** For so many days a post is corrected; 0 for never. */
  readonly correctDays: number;
}

/** A post whose issue says something else by now. */
export interface Correction {
  readonly post: PostedPost;
  readonly wordsKey: string;
  readonly response: Response;
  readonly title: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGE = 500;

/** What a post says, as a short text; undefined where there is nothing to say any more. */
export function findWordsKey(post: PostContent, issues: readonly Issue[], factsOf?: FactsOf): string | undefined {
  return composeOnce(post, issues, factsOf)?.wordsKey;
}

/** The posts that no longer say what their issues do; one that is a draft again, or gone, is left as it is. */
export async function* findCorrections(sources: CorrectionSources): AsyncGenerator<Correction> {
  const { posted, getIssues, factsOf, now, correctDays } = sources;
  if (correctDays <= 0) return;
  const issues = getIssues();
  const known = new Map<string, ReturnType<typeof composeOnce>>();
  for (let last: PostedPost | undefined; ; ) {
    const page = await posted.listSince(now() - correctDays * DAY_MS, last?.id, PAGE);
    for (const post of page) {
      // What a channel has not seen by name is one message, whoever it is for.
      const name = JSON.stringify([post.issueId, post.earlierIssueIds]);
      const composed = known.get(name) ?? composeOnce(post, issues, factsOf);
      known.set(name, composed);
      if (composed === undefined || !post.messageId || composed.wordsKey === post.wordsKey) continue;
      if (post.wordsKey === undefined) await posted.note(post.id, composed.wordsKey, now());
      else yield { post, ...composed };
    }
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

function composeOnce(post: PostContent, issues: readonly Issue[], factsOf: FactsOf | undefined) {
  const composed = composePost(post, issues, factsOf);
  if (composed.problem !== undefined) return undefined;
  const { response, title } = composed;
  return { response, title, wordsKey: fingerprint(JSON.stringify(response.reply)) };
}

/** The same, which says of itself that it is not as it was. */
export function markCorrected(response: Response, nowMs: number): Response {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const { reply } = response;
  const mark = { kind: 'text' as const, text: `Corrected on ${formatDay(day)}.` };
  return { ...response, reply: { ...reply, blocks: [...reply.blocks, mark] } };
}
