import type { HeadingPassage, Passage, TextPassage } from '#newsletter/markdown/passage.ts';
import { findContentsHeading, isHousekeepingHeading, isHousekeepingText, plainWords } from './housekeeping.ts';
import { splitContentsLine } from './split-contents-line.ts';

/** The editor's list of what the issue holds, and where it stands. */
export interface FoundContents {
  readonly entries: readonly string[];
  /** Texts that only list what stands elsewhere. */
  readonly listed: ReadonlySet<Passage>;
  /** Headings such as "In the news" that stand over the news itself. */
  readonly newsLists: ReadonlySet<HeadingPassage>;
}

interface Part {
  readonly heading: HeadingPassage | undefined;
  readonly texts: TextPassage[];
}

interface Candidate extends Part {
  /** The paragraph "In this issue:" above the list, if it holds nothing else. */
  readonly intro?: TextPassage;
  readonly entries: readonly string[];
  readonly isSure: boolean;
}

/** Finds "In this issue" as a heading, as a plain paragraph, or as a list above the articles that repeats their headings. */
export function findContents(passages: readonly Passage[]): FoundContents {
  const parts = splitAtHeadings(passages);
  const titles = parts.flatMap(({ heading }) => (isNewsHeading(heading) ? [plainWords(heading.inline.text)] : []));
  const candidates = parts.flatMap((part) => findCandidates(part, titles));
  const inCandidates = new Set(candidates.flatMap(({ texts }) => texts));
  const hasOtherNews =
    titles.length > 0 ||
    parts.some(({ heading, texts }) => {
      if (heading !== undefined && isHousekeepingHeading(heading.inline.text)) return false;
      return texts.some((text) => !inCandidates.has(text) && !isHousekeepingText(text.inline.text));
    });
  // Where there is nothing but the list, the list is the news.
  const contents = candidates.filter(({ isSure }) => isSure || !hasOtherNews);
  const overNews = candidates.filter(({ isSure }) => !hasOtherNews || !isSure);
  return {
    entries: contents.flatMap(({ entries }) => entries),
    listed: new Set(contents.flatMap(({ texts, intro }) => (hasOtherNews ? texts : (intro ?? [])))),
    newsLists: new Set(overNews.flatMap(({ heading }) => heading ?? [])),
  };
}

function splitAtHeadings(passages: readonly Passage[]): Part[] {
  const parts: Part[] = [{ heading: undefined, texts: [] }];
  for (const passage of passages) {
    if (passage.kind === 'text') parts.at(-1)?.texts.push(passage);
    else if (passage.inline.text !== '') parts.push({ heading: passage, texts: [] });
  }
  return parts;
}

function isNewsHeading(heading: HeadingPassage | undefined): heading is HeadingPassage {
  if (heading === undefined) return false;
  const { text } = heading.inline;
  return findContentsHeading(text) === undefined && !isHousekeepingHeading(text) && plainWords(text) !== '';
}

function findCandidates({ heading, texts }: Part, titles: readonly string[]): Candidate[] {
  if (heading === undefined) return findInPreamble(texts, titles);
  const kind = findContentsHeading(heading.inline.text);
  if (kind === undefined || texts.length === 0) return [];
  const list = texts.filter(({ topItem }) => topItem !== undefined);
  const hasLinks = texts.some(({ inline }) => inline.links.length > 0);
  const isSure = kind === 'always' || repeats(list, titles) || !hasLinks;
  return [{ heading, texts, entries: readEntries(list.length > 0 ? list : texts), isSure }];
}

function findInPreamble(texts: readonly TextPassage[], titles: readonly string[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as TextPassage;
    const intro = text.topItem === undefined ? afterIntro(text) : undefined;
    if (intro?.some((row) => row !== '')) {
      candidates.push({ heading: undefined, texts: [text], entries: splitContentsLine(intro), isSure: true });
      continue;
    }
    if (intro === undefined && text.topList === undefined) continue;
    const next = texts[intro === undefined ? at : at + 1];
    if (next === undefined) continue;
    const list = next.topList === undefined ? [next] : texts.filter(({ topList }) => topList === next.topList);
    if (intro !== undefined || repeats(list, titles)) {
      const found = intro === undefined ? { texts: list } : { intro: text, texts: [text, ...list] };
      candidates.push({ heading: undefined, ...found, entries: readEntries(list), isSure: true });
    }
    at += list.length - (intro === undefined ? 1 : 0);
  }
  return candidates;
}

function readEntries(texts: readonly TextPassage[]): string[] {
  const entries: string[] = [];
  const seen = new Set<number>();
  for (const text of texts) {
    if (text.topItem === undefined) entries.push(...splitContentsLine(sourceRows(text)));
    else if (!seen.has(text.topItem) && text.inline.text !== '') {
      seen.add(text.topItem);
      entries.push(text.inline.text);
    }
  }
  return entries;
}

// Half of the lines are enough: editors shorten some, and forget to update others.
function repeats(list: readonly TextPassage[], titles: readonly string[]): boolean {
  if (list.length === 0) return false;
  const known = new Set(titles);
  const same = list.filter(({ inline }) => {
    const words = plainWords(inline.text);
    return (
      words !== '' &&
      (known.has(words) || titles.some((title) => title.startsWith(`${words} `) || words.startsWith(`${title} `)))
    );
  });
  return same.length * 2 >= list.length;
}

function sourceRows({ inline }: TextPassage): string[] {
  return inline.marks.map(({ offset }, index) => inline.text.slice(offset, inline.marks[index + 1]?.offset).trim());
}

// The rows after "In this issue:", the rest of its own row first; undefined when the paragraph does not begin so.
function afterIntro(passage: TextPassage): string[] | undefined {
  const [first = '', ...rows] = sourceRows(passage);
  const colon = first.indexOf(':');
  const intro = colon === -1 ? first : first.slice(0, colon);
  if (intro.length > 60 || (findContentsHeading(intro) !== 'always' && plainWords(intro) !== 'in the news'))
    return undefined;
  return [colon === -1 ? '' : first.slice(colon + 1).trim(), ...rows];
}
