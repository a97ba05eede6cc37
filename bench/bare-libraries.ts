import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Issue } from '#newsletter/issue.ts';

type Search = (question: string) => unknown;

// The usual list for English: what is in every text and tells none from another.
const STOP_WORDS = new Set(
  `a about after all also am an and any are as at be been but by can could did do does for from get had has have how i if in
  into is it its just like me my no not of on one or our out over should so some than that the their them then there these
  they this to up us was we were what when where which who why will with would you your`.split(/\s+/),
);

function listDocuments(issues: readonly Issue[]) {
  return issues.flatMap(({ articles }) =>
    articles.map(({ id, heading, sentences }) => ({ id, heading, text: sentences.map(({ text }) => text).join(' ') })),
  );
}

/** MiniSearch as anybody would set it up for this: stop words left out, fuzzy and prefix matching. */
export function buildMiniSearch(issues: readonly Issue[]): Search {
  const search = new MiniSearch({
    fields: ['heading', 'text'],
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { heading: 3 } },
  });
  search.addAll(listDocuments(issues));
  return (question) => search.search(question);
}

/** Fuse.js over whole texts, each word of the question by itself. */
export function buildFuseTokenSearch(issues: readonly Issue[]): Search {
  const fuse = new Fuse(listDocuments(issues), {
    keys: [{ name: 'heading', weight: 3 }, 'text'],
    useTokenSearch: true,
    ignoreLocation: true,
    includeScore: true,
  });
  return (question) => fuse.search(question, { limit: 10 });
}
