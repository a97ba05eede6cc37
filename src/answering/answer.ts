import type { Source, VerdictWord } from '#conversation/reply.ts';
import type { FollowUp } from './follow-up.ts';

/** What the archive says to a question, before it is put into words. */
export interface Answer {
  readonly question: string;
  /** False exactly when the bot says that it does not know. */
  readonly answered: boolean;
  /** For questions that yes or no can answer; undefined for what, when, who, how, which, links. */
  readonly verdict: VerdictWord | undefined;
  /** The answer in words: "Yes, Foodb runs on armv6." */
  readonly lead: string;
  /** Further sentences of ours: inferences the answer rests on, how the status changed, what is related. */
  readonly notes: readonly string[];
  /** What the answer counts up, where it does: the articles of an issue, the problems still open. */
  readonly list: { readonly title: string; readonly items: readonly string[] } | undefined;
  /** Best first; the first is what the answer rests on. */
  readonly citations: readonly Citation[];
  /** Whole questions worth asking next. */
  readonly suggestions: readonly string[];
  /** What the conversation is about now; undefined leaves it as it was. */
  readonly followUp: FollowUp | undefined;
}

export interface Citation {
  readonly source: Source;
  /** Word for word from the article, white space folded; at most 400 characters. */
  readonly quote: string;
  readonly isRestated: boolean;
  readonly links: readonly { readonly url: string; readonly words: string }[];
}
