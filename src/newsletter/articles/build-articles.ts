import type { Article } from '#newsletter/issue.ts';
import type { HeadingPassage, Passage, TextPassage } from '#newsletter/markdown/passage.ts';
import { collectLinks, readSentences } from '#newsletter/sentences/read-sentences.ts';
import type { FoundContents } from './find-contents.ts';
import { findContentsHeading, isHousekeepingHeading, isHousekeepingText } from './housekeeping.ts';

interface Draft {
  readonly heading: HeadingPassage | undefined;
  readonly section: string;
  readonly kind: Article['kind'];
  /** Set when the article is one item of a list that has no articles under headings. */
  readonly topItem: number | undefined;
  readonly texts: TextPassage[];
}

interface Ancestor {
  readonly depth: number;
  readonly text: string;
  readonly kind: 'news' | 'housekeeping' | 'contents';
}

/** Gathers passages under their nearest heading; text and list items under none become articles of their own. */
export function buildArticles(issueId: string, passages: readonly Passage[], contents: FoundContents): Article[] {
  const drafts: Draft[] = [];
  const notes: Draft = { heading: undefined, section: '', kind: 'news', topItem: undefined, texts: [] };
  let ancestors: Ancestor[] = [];
  let current: Draft | undefined;
  for (const passage of passages) {
    if (passage.kind === 'heading') openUnder(passage);
    else if (passage.isNote) notes.texts.push(passage);
    else if (current?.heading !== undefined && !contents.newsLists.has(current.heading)) current.texts.push(passage);
    else addLoose(passage);
  }
  if (notes.texts.length > 0) drafts.push(notes);
  return drafts
    .filter((draft, index) => isWorthKeeping(draft, drafts[index + 1]))
    .map((draft, index) => toArticle(draft, issueId, index + 1));

  function openUnder(heading: HeadingPassage): void {
    // A reader does not see an empty heading.
    if (heading.inline.text === '') return;
    ancestors = ancestors.filter(({ depth }) => depth < heading.depth);
    const kind = contents.newsLists.has(heading) ? 'news' : kindOfHeading(heading.inline.text, ancestors);
    const section = ancestors.find((ancestor) => ancestor.kind === 'news')?.text ?? '';
    ancestors.push({ depth: heading.depth, text: heading.inline.text, kind });
    open({ heading, section, kind: kind === 'news' ? 'news' : 'housekeeping', topItem: undefined });
  }

  function open(draft: Omit<Draft, 'texts'>): void {
    current = { ...draft, texts: [] };
    drafts.push(current);
  }

  function addLoose(passage: TextPassage): void {
    const isListed = contents.listed.has(passage);
    const kind = isListed || isHousekeepingText(passage.inline.text) ? 'housekeeping' : 'news';
    if (current === undefined || !belongsTo(current, passage, kind)) {
      const { heading, section = '' } = current ?? {};
      if (heading !== undefined && current?.texts.length === 0) drafts.pop();
      open({ heading, section, kind, topItem: isListed ? undefined : passage.topItem });
    }
    current?.texts.push(passage);
  }
}

function belongsTo(draft: Draft, passage: TextPassage, kind: Article['kind']): boolean {
  const last = draft.texts.at(-1);
  if (passage.topItem === undefined || last === undefined) {
    return passage.topItem === draft.topItem && draft.kind === kind;
  }
  if (passage.topItem === draft.topItem) return true;
  // A list of links belongs to what stands above it, and so does a list that its paragraph announces.
  if (readSentences([passage]).length === 0) return true;
  if (kind === 'housekeeping') return draft.kind === 'housekeeping' && draft.topItem === undefined;
  const isAnnounced = passage.topList === last.topList || last.inline.text.endsWith(':');
  return draft.kind === 'news' && draft.topItem === undefined && isAnnounced;
}

function kindOfHeading(text: string, ancestors: readonly Ancestor[]): Ancestor['kind'] {
  if (findContentsHeading(text) !== undefined) return 'contents';
  if (isHousekeepingHeading(text) || ancestors.some(({ kind }) => kind === 'housekeeping')) return 'housekeeping';
  return 'news';
}

// A heading is evidence of its own, unless it only stands over others or says nothing of the world.
function isWorthKeeping(draft: Draft, next: Draft | undefined): boolean {
  if (draft.texts.length > 0) return true;
  if (draft.kind === 'housekeeping' || draft.heading === undefined) return false;
  return (next?.heading?.depth ?? 0) <= draft.heading.depth;
}

function toArticle({ heading, section, kind, texts }: Draft, issueId: string, place: number): Article {
  return {
    id: `${issueId}#${place}`,
    issueId,
    heading: heading?.inline.text ?? '',
    section,
    kind,
    line: heading?.line ?? texts[0]?.line ?? 1,
    sentences: readSentences(texts),
    links: collectLinks(heading === undefined ? texts : [heading, ...texts]),
  };
}
