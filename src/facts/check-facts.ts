import { contentWarning } from '#newsletter/content-warning.ts';
import type { Article, ContentProblem, Issue } from '#newsletter/issue.ts';
import type { Fact } from './fact.ts';
import { foldBlanks } from './list-schema.ts';

type LineOf = (fact: Fact, field: string) => number;

const YES_OR_NO = /^(?:is|are|was|were|does|do|did|can|could|has|have|will|would)\b(?!.*\bor\b)/i;
// Words of which one stands wherever a sentence names what is missing.
const LIMITS =
  /\b(?:but|only|not|no|except|without|some|few|most|mostly|partly|partial\w*|limit\w*|experiment\w*|alpha|early|preview|needs?|requires?|until|yet|lacks?|missing|slow\w*|unofficial\w*|workaround|patch\w*|emulat\w*|if|although|though|however|unless|still|manual\w*|problems?|issues?|bugs?|fails?|basic|subset|first|minor|hard|difficult|less|under|technical|third[\s-]party|own|self|steps?|after|nearly|almost|far from|difficult\w*|initial|wrong|trouble\w*|varying|as far as|as long as|modified|development|test build|in progress|\d+ are|unstable|tricky|\d+ of \d+)\b|\d ?%|n['’]t\b/i;

/** Leaves out facts whose proof does not stand in their article, and says what else an editor should look at. */
export function checkFacts(file: string, facts: readonly Fact[], issue: Issue, lineOf: LineOf) {
  const problems: ContentProblem[] = [];
  const texts = new Map<string, string>();
  const articles = new Map(issue.articles.map((article) => [article.id, article]));
  const proven = facts.filter((fact) => {
    if (findText(fact.articleId).includes(foldProof(fact))) return true;
    problems.push(describeUnproven(file, fact, (field) => lineOf(fact, field)));
    return false;
  });
  for (const fact of facts)
    for (const { field, message, remedy } of doubtsAbout(fact))
      problems.push(contentWarning(file, lineOf(fact, field), message, remedy));
  for (const { fact, message } of contradictions(proven))
    problems.push(contentWarning(file, lineOf(fact, 'status'), message, 'keep the one that holds'));
  return { facts: proven, problems };

  function findText(articleId: string): string {
    const article = articles.get(articleId);
    const text = texts.get(articleId) ?? (article === undefined ? '' : textOf(article));
    texts.set(articleId, text);
    return text;
  }
}

/** What an editor is told of a fact whose proof does not stand in its article. */
export function describeUnproven(
  file: string,
  { quote }: Pick<Fact, 'quote'>,
  lineOf: (field: string) => number,
): ContentProblem {
  const field = quote === undefined ? 'says' : 'quote';
  const message = `${field}: does not stand in the article word for word, so nothing proves this fact`;
  const remedy =
    field === 'says' ? 'copy the sentence from the article, or give the passage as “quote”' : 'copy the passage';
  return { file, line: lineOf(field), severity: 'error', message, remedy };
}

/** True where the proof of a fact stands in the article. */
export const isProven = (fact: Pick<Fact, 'says' | 'quote'>, article: Article): boolean =>
  textOf(article).includes(foldProof(fact));

/** The headings of news without a fact: what they say is answered from their sentences alone. */
export function findBareArticles(issue: Issue, facts: readonly Fact[]): Article[] {
  const covered = new Set(facts.map(({ articleId }) => articleId));
  return issue.articles.filter(
    ({ id, kind, sentences }) => kind === 'news' && sentences.length > 0 && !covered.has(id),
  );
}

// The sentence alone answers whether there is trouble, or a way round it.
const OF_TROUBLE =
  /\b(?:problems?|troubles?|bugs?|issues?|broken|crash\w*|fail\w*|limit\w*|work[\s-]?arounds?|fix(?:es)?)\b/i;

// A sentence that leans on the one before it: shown alone, nobody knows of what it speaks, or when that was.
const LEANS =
  /^(?:It|They|He|She|This|That|These|Those)(?:['’](?:s|re|ve|ll)\b| (?!\w+ (?:(?!that\b)\w+ ){0,12}that\b)(?:is|are|was|were|has|have|had|does|do|did|can|will|would|could|now|also|runs?|works?|supports?|comes?|needs?)\b)|^(?:Its|Their|His|Her) |(?<!\bthe )\b(?:this|last|next) week\b|\b(?:yesterday|tomorrow)\b/;

// "There is no Windows version." of what?
const isNameless = ({ says, about }: Fact) => {
  const words = new Set(says.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return !about.some((name) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => words.has(word)),
  );
};

function doubtsAbout(fact: Fact) {
  const { status, says, asks } = fact;
  const [leaning] = LEANS.exec(says) ?? (isNameless(fact) ? /^There \w+\b/.exec(says) : undefined) ?? [];
  if (leaning !== undefined) {
    const message = `says: “${leaning.trim()}” tells nobody who reads this sentence alone what or when is meant`;
    return [{ field: 'says', message, remedy: 'name it, here and in the article' }];
  }
  const asked = asks.find((ask) => YES_OR_NO.test(ask) && !OF_TROUBLE.test(ask));
  if (status === undefined && asked !== undefined) {
    const message = `“${asked}” asks yes or no, and there is no status`;
    return [{ field: 'asks', message, remedy: 'add the status that answers it' }];
  }
  if (status !== 'partly' || LIMITS.test(says)) return [];
  const message = 'partly, and the sentence does not say what is missing';
  return [{ field: 'says', message, remedy: 'name the limitation' }];
}

// Two facts of one issue on one subject and one place that stand differently: readers would get either.
function contradictions(facts: readonly Fact[]) {
  const seen = new Map<string, Fact>();
  const found: { fact: Fact; message: string }[] = [];
  for (const fact of facts) {
    const { status, about, on } = fact;
    // What works in part may work in one way and not in another; only a plain yes and a plain no exclude each other.
    if (status !== 'yes' && status !== 'no') continue;
    for (const place of on) {
      const key = `${fold(about[0] ?? '')} on ${fold(place)}`;
      const before = seen.get(`${key}: ${status === 'yes' ? 'no' : 'yes'}`);
      seen.set(`${key}: ${status}`, fact);
      if (before)
        found.push({
          fact,
          message: `${about[0]} on ${place} is “${status}” here and “${before.status}” in line ${before.line}`,
        });
    }
  }
  return found;
}

const LINK = /\[([^\]]*)\]\([^)\s]*\)/g;

// An editor may copy a passage as it stands in the file: of a link, a reader sees the words.
const foldProof = ({ quote, says }: Pick<Fact, 'says' | 'quote'>) => fold((quote ?? says).replace(LINK, '$1'));

// The sentences and addresses of an article as one text, in which a proof must stand.
function textOf({ heading, sentences, links }: Article): string {
  const parts = [heading, ...sentences.map(({ text }) => text), ...links.flatMap(({ words, url }) => [words, url])];
  return fold(parts.join(' '));
}

const NOT_PLAIN = /[^\x20-\x7e]/;

/** A text without markup, letter case and kinds of quotation marks, to compare wordings. */
export function fold(text: string): string {
  const plain = NOT_PLAIN.test(text) ? foldTypography(text.normalize('NFKC').toLowerCase()) : text.toLowerCase();
  return foldBlanks(plain.replace(/[*_`\\<>]+/g, ''));
}

const foldTypography = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, '-');
