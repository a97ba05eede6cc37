/** One issue of the newsletter, as read from one Markdown file. */
export interface Issue {
  /** Week or day, from the file's name or its keys: `2017-W41`, `2026-03-11`, `2026-03-11-summer-special`. */
  readonly id: string;
  /** Of the ISO week. */
  readonly year: number;
  /** ISO week, 1 to 53. */
  readonly week: number;
  /** As a reader sees it; made from year and week where the file states none. */
  readonly title: string;
  readonly date: IssueDate;
  /** Where the newsletter published the issue, if the front matter says so (`link`). */
  readonly link?: string;
  /** Marked as a draft, or with keys that were not understood: answered from, but never announced. */
  readonly isDraft: boolean;
  /** Not announced before: a day, or a moment of UTC with its time. */
  readonly notBefore?: string;
  /** Not announced from then on. */
  readonly notAfter?: string;
  /** Front matter `restates: true`: the words are ours, the facts the newsletter's; quotes must say so. */
  readonly isRestated: boolean;
  /** The editor's own list ("In this issue"), one plain-text line each; empty where there is none. */
  readonly contents: readonly string[];
  /** In the order of the file. */
  readonly articles: readonly Article[];
}

/** A calendar day. `isDerived` when the file states no usable date and it is the Friday of the file's week. */
export interface IssueDate {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isDerived: boolean;
}

/** Text under one heading. Text before any heading is an article whose heading is empty. */
export interface Article {
  /** Issue id and 1-based place, for example `2017-W41#3`. */
  readonly id: string;
  readonly issueId: string;
  /** The nearest heading above the text, as a reader sees it (no markup, entities and escapes resolved). */
  readonly heading: string;
  /** The section (`##`) that the article stands in, if the heading is not itself that section; else empty. */
  readonly section: string;
  /** `housekeeping` is about the newsletter itself: subscription, colophon, greetings, tables of contents. */
  readonly kind: 'news' | 'housekeeping';
  /** Line of the heading in the file, 1-based; of the first text where there is no heading. */
  readonly line: number;
  readonly sentences: readonly Sentence[];
  /** In order, each URL once. */
  readonly links: readonly Link[];
}

/** One sentence of plain text: markup removed, white space folded to single blanks. */
export interface Sentence {
  readonly text: string;
  /** Line in the file where it begins, 1-based. */
  readonly line: number;
  /** 0-based number of its block (paragraph, list item, quote) in the article. */
  readonly block: number;
  /** `quote` is text that the newsletter itself quotes from somebody else; `row` is one of a table, cells behind their heads. */
  readonly kind: 'prose' | 'quote' | 'item' | 'row' | 'code';
}

export interface Link {
  readonly url: string;
  /** The words that carry the link; empty for a bare link. */
  readonly words: string;
  readonly line: number;
}

/**
 * Something in a file that was not understood. `error`: the file can't be used; `warning`: it was used without that part;
 * `note`: it is no issue, and none the worse for it.
 */
export interface ContentProblem {
  /** Path as the caller gave it. */
  readonly file: string;
  /** 1-based; absent when the problem is the file as a whole. */
  readonly line?: number;
  readonly severity: 'error' | 'warning' | 'note';
  /** What is wrong: expected, found. */
  readonly message: string;
  /** What the editor should do about it. */
  readonly remedy: string;
  /** For this the issue is not announced, or may not be: whoever runs the bot should hear of it. */
  readonly keepsFromPosting?: true;
}
