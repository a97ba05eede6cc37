import type { Source } from '#conversation/reply.ts';
import type { Issue, Link } from '#newsletter/issue.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import { isOrdinaryWord } from '#search/words/word-weight.ts';
import type { Citation } from './answer.ts';

const MAX_LINKS = 4;
const MAX_QUOTE = 400;

/** A citation of the article that a fact stands in; its links, those first that have most of the fact's own names. */
export function cite({ fact, article, issue }: IndexedFact, isInLead: boolean, asked = ''): Citation {
  return {
    source: nameSource(issue, article.heading),
    quote: cutQuote(fact.quote ?? fact.says),
    isInLead,
    isRestated: issue.isRestated,
    links: bestLinks(article.links, `${fact.says} ${asked}`),
  };
}

// Between two words.
const cutQuote = (text: string) =>
  text.length <= MAX_QUOTE
    ? text
    : text.slice(0, text.lastIndexOf(' ', MAX_QUOTE) + 1).trimEnd() || text.slice(0, MAX_QUOTE);

/** Where something stands, in few words: the heading says what the issue's title would; a day that nobody stated is a month. */
export function nameSource({ id, title, date, link }: Issue, heading: string): Source {
  return {
    issueId: id,
    issueTitle: heading === '' ? title : id,
    day: date.isDerived ? date.day.slice(0, 7) : date.day,
    isDateDerived: false,
    heading,
    issueLink: link,
  };
}

function bestLinks(links: readonly Link[], text: string): { url: string; words: string }[] {
  const telling = (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !isOrdinaryWord(word));
  const score = ({ url, words }: Link) => {
    const shown = `${words} ${url}`.toLowerCase();
    // An address that the sentence itself names comes first.
    const isNamed = text.includes(url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, ''));
    return (isNamed ? 10 : 0) + new Set(telling.filter((word) => shown.includes(word))).size;
  };
  return links
    .map((link, place) => ({ link, place, score: score(link) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, MAX_LINKS)
    .map(({ link: { url, words } }) => ({ url, words }));
}
