import { findContentsHeading, isHousekeepingHeading, isHousekeepingText, plainWords } from './housekeeping.ts';
import type { Passage, TextPassage } from './passage.ts';
import { splitContentsLine } from './split-contents-line.ts';

/** The editor's list of what the issue holds, and the passages that it stands in. */
export interface FoundContents {
  readonly entries: readonly string[];
  readonly passages: ReadonlySet<Passage>;
  /** The issue has nothing else: the list is the news. */
  readonly isTheNews: boolean;
}

/** Finds "In this issue" as a heading, as a plain paragraph, or as a list above the articles that repeats their headings. */
export function findContents(passages: readonly Passage[]): FoundContents {
  const titles = newsHeadings(passages);
  const found = new Set<Passage>();
  const entries: string[] = [];
  let heading: 'none' | 'news' | 'always' | 'maybe' = 'none';
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at] as Passage;
    if (passage.kind === 'heading') {
      if (passage.inline.text !== '') heading = findContentsHeading(passage.inline.text) ?? 'news';
    } else if (found.has(passage)) continue;
    else if (heading === 'always' || heading === 'maybe') {
      const stretch = takeWhileText(passages, at);
      const list = stretch.filter((text) => text.topItem !== undefined);
      const isContents =
        heading === 'always' || repeats(list, titles) || !stretch.some(({ inline }) => inline.links.length > 0);
      if (isContents) add(list.length > 0 ? list : stretch);
      if (isContents) for (const text of stretch) found.add(text);
      at += stretch.length - 1;
    } else if (heading === 'none') at = readPreamble(passage, at);
  }
  const isTheNews = titles.length === 0 && !passages.some((passage) => isOtherNews(passage, found));
  return { entries, passages: found, isTheNews };

  function readPreamble(passage: TextPassage, at: number): number {
    const intro = passage.topItem === undefined ? afterIntro(passage) : undefined;
    if (intro === undefined) {
      if (passage.topList === undefined) return at;
      const list = takeList(passages, at);
      if (repeats(list, titles)) add(list);
      return at + list.length - 1;
    }
    found.add(passage);
    if (intro.some((row) => row !== '')) entries.push(...splitContentsLine(intro));
    else {
      const next = passages[at + 1];
      if (next?.kind !== 'text') return at;
      const list = next.topList === undefined ? [next] : takeList(passages, at + 1);
      add(list);
      return at + list.length;
    }
    return at;
  }

  function add(texts: readonly TextPassage[]): void {
    const seen = new Set<number>();
    for (const text of texts) {
      found.add(text);
      if (text.topItem === undefined) entries.push(...splitContentsLine(sourceRows(text)));
      else if (!seen.has(text.topItem) && text.inline.text !== '') {
        seen.add(text.topItem);
        entries.push(text.inline.text);
      }
    }
  }
}

function newsHeadings(passages: readonly Passage[]): string[] {
  const headings = passages.filter((passage) => passage.kind === 'heading').map(({ inline }) => inline.text);
  return headings
    .filter((text) => findContentsHeading(text) === undefined && !isHousekeepingHeading(text))
    .map(plainWords)
    .filter((text) => text !== '');
}

function isOtherNews(passage: Passage, contents: ReadonlySet<Passage>): boolean {
  return passage.kind === 'text' && !contents.has(passage) && !isHousekeepingText(passage.inline.text);
}

function takeWhileText(passages: readonly Passage[], from: number): TextPassage[] {
  const taken: TextPassage[] = [];
  for (let at = from; at < passages.length; at++) {
    const passage = passages[at];
    if (passage?.kind !== 'text') break;
    taken.push(passage);
  }
  return taken;
}

function takeList(passages: readonly Passage[], from: number): TextPassage[] {
  const list = passages[from]?.kind === 'text' ? passages[from].topList : undefined;
  const taken: TextPassage[] = [];
  for (let at = from; at < passages.length; at++) {
    const passage = passages[at];
    if (passage?.kind !== 'text' || passage.topList !== list) break;
    taken.push(passage);
  }
  return taken;
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
