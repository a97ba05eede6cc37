import { findCorrections, markCorrected } from '#announcing/correcting/find-corrections.ts';
import { printable } from '#archive/build-content-report.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { ForecastParts } from './forecast-parts.ts';

const MAX_TEXT_CHARACTERS = 10_000;

/** Which posts would be edited since their issues say something else by now, and what they would say, each text once. */
export async function showCorrections(
  isAsked: (channel: { readonly platform: string }) => boolean,
  { settings, archive, store, write }: ForecastParts,
): Promise<void> {
  if (store === undefined) return;
  const { issues, factsOf } = archive.current;
  const texts = new Map<string, readonly string[]>();
  const sources = {
    // Looking changes nothing.
    posted: { ...store.postedWords, note: async () => {} },
    getIssues: () => issues,
    factsOf,
    now: Date.now,
    correctDays: settings.announce.correctDays,
  };
  for await (const { post, response } of findCorrections(sources)) {
    if (!isAsked(post)) continue;
    write([printable(`${post.platform}:${post.channelId}: the post of ${post.issueId} would be corrected`)]);
    const text = replyToText(markCorrected(response, Date.now()).reply, MAX_TEXT_CHARACTERS);
    texts.set(post.issueId, ['', `Corrected post of ${post.issueId}:`, ...text.split('\n').map(printable)]);
  }
  for (const lines of texts.values()) write(lines);
}
