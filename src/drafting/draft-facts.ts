import type { Fact } from '#facts/fact.ts';
import type { Article, Sentence } from '#newsletter/issue.ts';
import { findProperNames, nameSubject } from './proper-names.ts';
import { readStatus } from './read-status.ts';

// More in one article is a list of links or a table, and makes every answer slower.
const MAX_SENTENCES = 200;

/** An article's sentences as facts of second rank: what each is about, and how that stands where the sentence says it plainly. */
export function draftFacts(article: Article): Fact[] {
  if (article.kind === 'housekeeping') return [];
  const fromHeading = nameSubject(article.heading);
  const sentences =
    article.sentences.length > 0 ? article.sentences : [{ text: article.heading, kind: 'prose' as const }];
  const isQuoted = findQuoted(article.sentences);
  return sentences.slice(0, MAX_SENTENCES).map(({ text, kind }, place): Fact => {
    // Somebody else's words and cells of a table are shown, and no verdict is read from them.
    const statement =
      kind === 'quote' || kind === 'row' || kind === 'code' || isQuoted[place] ? undefined : readStatus(text);
    const names = findProperNames(text);
    const subject =
      statement?.subject ?? (fromHeading !== '' && beginsWith(text, fromHeading) ? fromHeading : undefined);
    const about = subject ? [subject, ...names] : [...names, ...(fromHeading ? [fromHeading] : [])];
    return {
      id: `${article.id}.${place}`,
      issueId: article.issueId,
      articleId: article.id,
      says: text,
      quote: undefined,
      about: [...new Set(about)],
      on: statement?.targets ?? [],
      status: statement?.status,
      asks: [],
      isReviewed: false,
    };
  });
}

const beginsWith = (text: string, name: string) =>
  text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));

// Of a quotation of several sentences, those in its middle have no mark: by place, whether a sentence begins inside one.
function findQuoted(sentences: readonly Sentence[]): boolean[] {
  let isOpen = false;
  return sentences.map(({ text, block }, place) => {
    const isInside = isOpen && block === sentences[place - 1]?.block;
    const curly = text.lastIndexOf('“') - text.lastIndexOf('”');
    const isFlipped = text.split('"').length % 2 === 0;
    isOpen = curly === 0 ? isInside !== isFlipped : curly > 0;
    return isInside;
  });
}
