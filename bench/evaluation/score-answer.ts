import type { BatchAnswer } from '#platforms/terminal/run-batch.ts';
import { isAnswerable, type Question } from './question.ts';

/** What of an answer is judged: the batch form's own fields. */
export type JudgedAnswer = Pick<BatchAnswer, 'answered' | 'verdict' | 'text' | 'citations'>;

/** A question with its answer, judged. */
export interface ScoredQuestion {
  readonly question: Question;
  readonly answer: JudgedAnswer;
  readonly hasAbstained: boolean;
  /** The verdict that was stated; null where there is none, or the bot kept silent. */
  readonly verdict: string | null;
  readonly isRightFirst: boolean;
  readonly isInFirstThree: boolean;
  /** Undefined where yes or no is not asked for. */
  readonly isVerdictRight: boolean | undefined;
  readonly isKeyShown: boolean;
  readonly isRight: boolean;
  /** A verdict where yes or no is asked for, or where there is none. */
  readonly statesVerdict: boolean;
  /** "Yes" where that is wrong: the worst kind. */
  readonly isFalseYes: boolean;
  /** A wrong verdict, or any answer where there is none. */
  readonly misleads: boolean;
}

// What a person would see of a reply: no more of it counts.
const MAX_TEXT = 900;
const MAX_QUOTE = 400;
const MAX_CITATIONS = 3;
const MOST = 0.6;

/** Judges an answer: right is silence where the archive is silent; else the right article first, with the verdict or the key. */
export function scoreAnswer(question: Question, answer: JudgedAnswer): ScoredQuestion {
  const { type, verdicts = [question.verdict] } = question;
  const hasAbstained = !answer.answered || answer.verdict === 'unknown';
  const verdict = hasAbstained ? null : answer.verdict;
  const isRightFirst = answer.citations.slice(0, 1).some((citation) => isSameArticle(citation, question));
  const isVerdictRight = type === 'compat' ? verdicts.includes(verdict) : undefined;
  const quotes = answer.citations
    .slice(0, MAX_CITATIONS)
    .flatMap(({ article, quote }) => [article, quote.slice(0, MAX_QUOTE)]);
  const isKeyShown = showsKey(question, [answer.text.slice(0, MAX_TEXT), ...quotes]);
  const statesVerdict = asksVerdict(question) && verdict !== null;
  return {
    question,
    answer,
    hasAbstained,
    verdict,
    isRightFirst,
    isInFirstThree: answer.citations.slice(0, MAX_CITATIONS).some((citation) => isSameArticle(citation, question)),
    isVerdictRight,
    isKeyShown,
    isRight: isAnswerable(question) ? !hasAbstained && isRightFirst && (isVerdictRight ?? isKeyShown) : hasAbstained,
    statesVerdict,
    isFalseYes: asksVerdict(question) && verdict === 'yes' && !verdicts.includes('yes'),
    misleads: isAnswerable(question) ? statesVerdict && isVerdictRight === false : !hasAbstained,
  };
}

/** Where a verdict that is stated can be wrong. */
export function asksVerdict({ type }: Question): boolean {
  return type === 'compat' || type === 'unanswerable';
}

/**
 * Whether it is the article that was meant, also where an editor has restated it under another heading: of the same issue,
 * with most of the heading's words or one of the links.
 */
export function isSameArticle(
  { issue, article, links }: Pick<JudgedAnswer['citations'][number], 'issue' | 'article' | 'links'>,
  question: Question,
): boolean {
  const shown = new Set(wordsOf(article));
  const right = new Set((question.links ?? []).map(foldAddress));
  return question.articles.some((name) => {
    const [id = '', heading = ''] = name.split(' ::');
    if (foldMarkup(issue) !== foldMarkup(id)) return false;
    const wanted = wordsOf(heading);
    if (wanted.length === 0) return true;
    const common = wanted.filter((word) => shown.has(word)).length;
    const isSameHeading = common / Math.min(wanted.length, shown.size || 1) >= MOST;
    return isSameHeading || links.some((link) => right.has(foldAddress(link)));
  });
}

/** Whether what is shown has a key. Of several one is enough; one with " & " in it needs all its parts. True where there is none. */
export function showsKey({ key }: Question, texts: readonly string[]): boolean {
  if (!key || key.length === 0) return true;
  const shown = foldMarkup(texts.join(' '));
  return [key].flat().some((one) => one.split(' & ').every((part) => shown.includes(foldMarkup(part))));
}

function foldMarkup(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u2010-\u2014]/g, '-')
    .replace(/[*_`\\>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function wordsOf(text: string): string[] {
  return foldMarkup(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

function foldAddress(url: string): string {
  return foldMarkup(url)
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#]+$/, '');
}
