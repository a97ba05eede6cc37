import MiniSearch from 'minisearch';
import type { FactualIssue } from '#search/reading/order-facts.ts';

// The usual list for English: what is in every text and tells none from another.
const STOP_WORDS = new Set(
  `a about after all also am an and any are as at be been but by can could did do does for from get had has have how i if in
  into is it its just like me my no not of on one or our out over should so some than that the their them then there these
  they this to up us was we were what when where which who why will with would you your`.split(/\s+/),
);

/** MiniSearch over facts as anybody would set it up for this: stop words left out, fuzzy and prefix matching, no stemming. */
export function buildMiniSearch(issues: readonly FactualIssue[]): (question: string) => unknown {
  const search = new MiniSearch({
    fields: ['asks', 'says', 'about', 'on', 'article'],
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  search.addAll(issues.flatMap(listDocuments));
  return (question) => search.search(question);
}

function listDocuments({ issue, facts }: FactualIssue) {
  const headings = new Map(issue.articles.map(({ id, heading }) => [id, heading]));
  return Array.from(facts, ({ id, asks, says, about, on, articleId }) => ({
    id,
    asks: asks.join('\n'),
    says,
    about: about.join('\n'),
    on: on.join('\n'),
    article: headings.get(articleId),
  }));
}
