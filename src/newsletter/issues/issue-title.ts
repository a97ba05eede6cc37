import { plainWords } from '#newsletter/articles/housekeeping.ts';
import { findStatedDays } from '#newsletter/days/find-stated-days.ts';
import type { Stated } from '#newsletter/front-matter/parse-front-matter.ts';
import type { Passage } from '#newsletter/markdown/passage.ts';

const WEEK = /\bweek\s{0,2}#?\d{1,2}\b|\b\d{4}-w\d{2}\b/i;
const NUMBER = /\b(?:issue|edition|news|newsletter|weekly|digest)\b\s{0,2}#?\d{1,4}\b/i;
const NEWSLETTER_WORD = /\b(?:week|issue|edition|news|newsletter|weekly|digest|\d{4}-w\d{2})\b/i;
/** What newsletters are called: over the whole issue where no other heading is as high. */
const NAMED = /\S\s+(?:weekly|newsletter|digest)$|^(?:this|last) week (?:in|on|at|with)\s/i;
const MAX_CHARACTERS = 140;

/** The issue's title, every place that states one, and the passages that remain when the title is taken out. */
export interface FoundTitle {
  readonly title: string | undefined;
  readonly statements: readonly Stated<string>[];
  readonly rest: readonly Passage[];
}

/** Looks for the title in the front matter, in the first heading, and in a plain first line; the first found wins. */
export function findIssueTitle(passages: readonly Passage[], stated: Stated<string> | undefined): FoundTitle {
  const statements: Stated<string>[] = stated === undefined ? [] : [stated];
  let rest = passages;
  const first = passages[0];
  if (first?.kind === 'text' && isTitleLine(first)) take(first, first.inline.text.replace(/\.$/, ''));
  const heading = rest.find((passage) => passage.kind === 'heading');
  if (heading?.kind === 'heading' && isTitleHeading(heading, rest, statements[0])) take(heading, heading.inline.text);
  return { title: statements[0]?.value, statements, rest };

  function take(passage: Passage, text: string): void {
    statements.push({ value: text, line: passage.line });
    rest = rest.filter((other) => other !== passage);
  }
}

function isTitleHeading(
  heading: Extract<Passage, { kind: 'heading' }>,
  passages: readonly Passage[],
  known: Stated<string> | undefined,
): boolean {
  const text = heading.inline.text;
  if (text === '') return false;
  if (known !== undefined && plainWords(known.value) === plainWords(text)) return true;
  if (heading.depth > 1) return known === undefined && passages[0] === heading && isShort(text) && WEEK.test(text);
  if (looksLikeTitle(text) || (isOnlyTop(heading, passages) && isShort(text) && NAMED.test(text))) return true;
  if (known !== undefined) return false;
  const others = passages.filter((passage) => passage.kind === 'heading' && passage !== heading);
  return others.length > 0 && others.every((other) => other.kind === 'heading' && other.depth > 1);
}

function isOnlyTop(heading: Passage, passages: readonly Passage[]): boolean {
  return passages.every((other) => other === heading || other.kind !== 'heading' || other.depth > 1);
}

function looksLikeTitle(text: string): boolean {
  if (!isShort(text)) return false;
  return WEEK.test(text) || NUMBER.test(text) || (NEWSLETTER_WORD.test(text) && findStatedDays(text).length > 0);
}

// A line of text is taken for a title only when hardly anything but the newsletter's name and a week or date is in it.
function isTitleLine(passage: Extract<Passage, { kind: 'text' }>): boolean {
  const { text, marks, links } = passage.inline;
  if (passage.sentenceKind !== 'prose' || marks.length !== 1 || links.length > 0 || !isShort(text)) return false;
  if (!NEWSLETTER_WORD.test(text)) return false;
  if (!/[\d)]\.?$/.test(text) && !/\b(?:news|newsletter|weekly|digest)$/i.test(text)) return false;
  const name = text
    .replaceAll(/(?<!\S)\S*\d\S*/g, ' ')
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .trim();
  return name.split(/\s+/).length <= 8;
}

function isShort(text: string): boolean {
  return text.length <= MAX_CHARACTERS;
}
