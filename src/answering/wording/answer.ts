import type { FollowUp } from '#answering/question/topic.ts';
import type { Source, VerdictWord } from '#conversation/reply.ts';

/** What the archive says to a question, before it is put into blocks. */
export interface Answer {
  /** True where something of the archive is given as the answer; false where it does not say, and for what is no question. */
  readonly answered: boolean;
  /** For questions that yes or no can answer; undefined for what, when, who, how, which, links. */
  readonly verdict: VerdictWord | undefined;
  /** The answer: a fact's own sentence behind the verdict's word, or a sentence of ours. */
  readonly lead: string;
  /** Further sentences of ours: inferences the answer rests on, how the status changed, what is related. */
  readonly notes: readonly string[];
  /** What the answer counts up, where it does. */
  readonly list: { readonly title: string; readonly items: readonly string[] } | undefined;
  /** Best first; the first is what the answer rests on. */
  readonly citations: readonly Citation[];
  /** Whole questions worth asking next. */
  readonly suggestions: readonly string[];
  /** What the conversation is about now; undefined leaves it as it was. */
  readonly followUp: FollowUp | undefined;
  /** A greeting, thanks, a word about the bot: nothing was asked of the archive. */
  readonly isSmallTalk?: boolean;
}

export interface Citation {
  readonly source: Source;
  /** What proves the answer, word for word from the article; at most 400 characters. */
  readonly quote: string;
  /** True where the lead is this very sentence, so that it need not be shown twice. */
  readonly isInLead: boolean;
  readonly isRestated: boolean;
  readonly links: readonly { readonly url: string; readonly words: string }[];
}
