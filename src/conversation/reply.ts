/** What the bot says, in no platform's words: a closed list of blocks that every renderer must know. */
export interface Reply {
  readonly blocks: readonly Block[];
  /** `private`: help and errors, for the asker's eyes where a platform can do that. */
  readonly audience: 'anyone' | 'private';
}

export type VerdictWord = 'yes' | 'no' | 'partly' | 'planned' | 'in-progress' | 'unknown';

export type Block =
  /** The answer in words; carries the verdict's sign where there is one. */
  | { readonly kind: 'lead'; readonly text: string; readonly verdict: VerdictWord | undefined }
  /** Ordinary text, one paragraph. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words that we did not write. `isRestated`: from content in our own words that restates an issue. */
  | { readonly kind: 'quote'; readonly text: string; readonly isRestated: boolean }
  /** Where the quote stands. */
  | { readonly kind: 'source'; readonly source: Source }
  /** Links of the article, at most as many as matter. */
  | { readonly kind: 'links'; readonly links: readonly { readonly url: string; readonly words: string }[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Questions worth asking next; each is a whole question that the bot understands. */
  | { readonly kind: 'suggestions'; readonly title: string; readonly questions: readonly string[] };

export type BlockKind = Block['kind'];

export interface Source {
  readonly issueId: string;
  readonly issueTitle: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isDateDerived: boolean;
  /** Empty when the answer rests on the issue as a whole. */
  readonly heading: string;
  readonly issueLink: string | undefined;
}
