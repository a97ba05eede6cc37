import type { BatchAnswer } from '#platforms/terminal/run-batch.ts';
import { isAnswerable, type Question } from './question.ts';

/** What of an answer is judged: the batch form's own fields. */
export type JudgedAnswer = Pick<BatchAnswer, 'answered' | 'verdict' | 'text'> & {
  readonly citations: readonly Pick<BatchAnswer['citations'][number], 'issue' | 'article' | 'quote'>[];
};

/** A question with its answer, judged. */
export interface ScoredQuestion {
  readonly question: Question;
  readonly answer: JudgedAnswer;
  readonly hasAbstained: boolean;
  readonly isRightFirst: boolean;
  readonly isInFirstThree: boolean;
  /** Undefined where yes or no is not asked for. */
  readonly isVerdictRight: boolean | undefined;
  readonly isKeyShown: boolean;
  readonly isRight: boolean;
}

// What a person would see of a reply: no more of it counts.
const MAX_TEXT = 900;
const MAX_QUOTE = 400;
const MAX_CITATIONS = 3;

/** Judges an answer: right is silence where the archive is silent; else the right article first, with the verdict or the key. */
export function scoreAnswer(question: Question, answer: JudgedAnswer): ScoredQuestion {
  const { citations } = answer;
  const hasAbstained = !answer.answered || answer.verdict === 'unknown';
  const isRightFirst = citations.slice(0, 1).some((citation) => isAcceptable(citation, question));
  const isVerdictRight = question.type === 'compat' ? answer.verdict === question.verdict : undefined;
  const isKeyShown = showsKey(question, answer);
  return {
    question,
    answer,
    hasAbstained,
    isRightFirst,
    isInFirstThree: citations.slice(0, MAX_CITATIONS).some((citation) => isAcceptable(citation, question)),
    isVerdictRight,
    isKeyShown,
    isRight: isAnswerable(question) ? !hasAbstained && isRightFirst && (isVerdictRight ?? isKeyShown) : hasAbstained,
  };
}

function isAcceptable(citation: JudgedAnswer['citations'][number], { articles }: Question): boolean {
  return articles.some((name) => {
    const [issue = '', heading = ''] = name.split(' ::');
    const isSameIssue = foldMarkup(citation.issue) === foldMarkup(issue);
    return isSameIssue && (!heading.trim() || foldPunctuation(citation.article) === foldPunctuation(heading));
  });
}

function showsKey({ key }: Question, { text, citations }: JudgedAnswer): boolean {
  if (!key) return true;
  const quotes = citations
    .slice(0, MAX_CITATIONS)
    .flatMap(({ article, quote }) => [article, quote.slice(0, MAX_QUOTE)]);
  const shown = foldMarkup([text.slice(0, MAX_TEXT), ...quotes].join(' '));
  return [key].flat().some((one) => shown.includes(foldMarkup(one)));
}

function foldMarkup(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_`\\>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function foldPunctuation(text: string): string {
  return foldMarkup(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
