import type { Article, ContentProblem, Issue } from '#newsletter/issue.ts';
import type { Fact } from './fact.ts';
import type { PlacedFact } from './parse-facts.ts';

type LineOf = (entryLine: number, field: string) => number;

const YES_OR_NO = /^(?:is|are|was|were|does|do|did|can|could|has|have|will|would)\b(?!.*\bor\b)/i;
// Words of which one stands wherever a sentence names what is missing.
const LIMITS =
  /\b(?:but|only|not|no|except|without|some|few|most|mostly|partly|partial\w*|limit\w*|experiment\w*|alpha|early|preview|needs?|requires?|until|yet|lacks?|missing|slow\w*|unofficial\w*|workaround|patch\w*|emulat\w*|if|although|though|however|unless|still|manual\w*|problems?|issues?|bugs?|fails?|basic|subset|first|minor|hard|difficult|less|under|technical|third[\s-]party|own|self|steps?|after|nearly|almost|far from|difficult\w*|initial|wrong|trouble\w*|varying|as far as|as long as|modified|development|test build|in progress|\d+ are|unstable|tricky|\d+ of \d+|\d+ ?%)\b|n['’]t\b/i;

/** Leaves out facts whose proof does not stand in their article, and says what else an editor should look at. */
export function checkFacts(file: string, placed: readonly PlacedFact[], issue: Issue, lineOf: LineOf) {
  const problems: ContentProblem[] = [];
  const texts = new Map(issue.articles.map((article) => [article.id, textOf(article)]));
  const proven = placed.filter(({ fact, line }) => {
    const proof = fact.quote ?? fact.says;
    const field = fact.quote === undefined ? 'says' : 'quote';
    if ((texts.get(fact.articleId) ?? '').includes(fold(proof))) return true;
    const message = `${field}: does not stand in the article word for word, so nothing proves this fact`;
    const remedy = field === 'says' ? 'copy the sentence from the article, or give the passage as “quote”' : 'copy the passage';
    problems.push({ file, line: lineOf(line, field), severity: 'error', message, remedy });
    return false;
  });
  for (const { fact, line } of proven)
    for (const { field, message, remedy } of doubtsAbout(fact))
      problems.push({ file, line: lineOf(line, field), severity: 'warning', message, remedy });
  for (const { at, message } of contradictions(proven))
    problems.push({ file, line: lineOf(at.line, 'status'), severity: 'warning', message, remedy: 'keep the one that holds' });
  return { facts: proven.map(({ fact }) => fact), problems };
}

/** The headings of news without a fact: what they say is answered from their sentences alone. */
export function findBareArticles(issue: Issue, facts: readonly Fact[]): Article[] {
  const covered = new Set(facts.map(({ articleId }) => articleId));
  return issue.articles.filter(({ id, kind, sentences }) => kind === 'news' && sentences.length > 0 && !covered.has(id));
}

function doubtsAbout({ status, says, asks }: Fact) {
  const asked = asks.find((ask) => YES_OR_NO.test(ask));
  if (status === undefined && asked !== undefined)
    return [{ field: 'asks', message: `“${asked}” asks yes or no, and there is no status`, remedy: 'add the status that answers it' }];
  if (status === 'partly' && !LIMITS.test(says))
    return [{ field: 'says', message: 'partly, and the sentence does not say what is missing', remedy: 'name the limitation' }];
  return [];
}

// Two facts of one issue on one subject and one place that stand differently: readers would get either.
function contradictions(placed: readonly PlacedFact[]) {
  const seen = new Map<string, PlacedFact>();
  const found: { at: PlacedFact; message: string }[] = [];
  for (const at of placed) {
    const { status, about, on } = at.fact;
    if (status === undefined) continue;
    for (const place of on) {
      const key = `${fold(about[0] ?? '')} on ${fold(place)}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, at);
      else if (isContrary(before.fact.status, status))
        found.push({ at, message: `${about[0]} on ${place} is “${status}” here and “${before.fact.status}” in line ${before.line}` });
    }
  }
  return found;
}

// What works in part may work in one way and not in another; only a plain yes and a plain no exclude each other.
const isContrary = (one: Fact['status'], other: Fact['status']) =>
  (one === 'yes' && other === 'no') || (one === 'no' && other === 'yes');

// The sentences and addresses of an article as one text, in which a proof must stand.
function textOf({ heading, sentences, links }: Article): string {
  const parts = [heading, ...sentences.map(({ text }) => text), ...links.flatMap(({ words, url }) => [words, url])];
  return fold(parts.join(' '));
}

/** A text without markup, letter case and kinds of quotation marks, to compare wordings. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[*_`\\>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
