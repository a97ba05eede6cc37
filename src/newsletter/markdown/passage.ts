import type { Sentence } from '#newsletter/issue.ts';
import type { InlineText } from './inline-text.ts';

/** What a file holds, in order and without its tree: headings and stretches of text. */
export type Passage = HeadingPassage | TextPassage;

export interface HeadingPassage {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly depth: number;
  readonly line: number;
  readonly inline: InlineText;
}

/** One paragraph, list item's paragraph, quoted paragraph, or line of code. */
export interface TextPassage {
  readonly kind: 'text';
  readonly sentenceKind: Sentence['kind'];
  readonly line: number;
  readonly inline: InlineText;
  /** What a footnote says: it stands at the end of the file, whatever article its mark is in. */
  readonly isNote: boolean;
  /** Equal for the lines of one code block; otherwise each passage has its own. */
  readonly block: number;
  /** Number of the top-level list item that it stands in, counted over the file; undefined outside lists. */
  readonly topItem: number | undefined;
  /** Number of the top-level list; undefined outside lists. */
  readonly topList: number | undefined;
}
