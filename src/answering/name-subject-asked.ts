import { nameSubject } from '#claims/name-subject.ts';
import type { QueryWord } from '#search/query.ts';
import type { IndexedArticle } from '#search/text-index.ts';
import { tokenize } from '#search/tokenize.ts';
import type { AskedTarget, Understanding } from './understand-question.ts';
import { withArticle } from './with-article.ts';

/** What was asked about, and on what, in words for a sentence. */
export interface NamedSubject {
  readonly subject: string;
  /** False when the question names nothing and the subject is only "it". */
  readonly isNamed: boolean;
  /** Labels; empty when what is asked about is itself a device or a system and nothing else was named. */
  readonly targets: readonly string[];
}

const MIN_WEIGHT = 0.9;
const MAX_WORDS = 6;

/** Names the subject as the article writes it; where the question names none, a device or system is the subject. */
export function nameSubjectAsked(understanding: Understanding, indexed: IndexedArticle | undefined): NamedSubject {
  const { content, targets } = understanding;
  const names = content.filter(({ isName }) => isName);
  if (names.length > 0) return named(joinWords(content.filter(isTelling), indexed), targets);
  const [first, ...rest] = orderBySubject(targets, indexed);
  if (first && (rest.length > 0 || !content.some(isTelling))) return named(labelOf(first), rest);
  const telling = content.filter(isTelling);
  if (telling.length === 0) return { subject: 'it', isNamed: false, targets: targets.map(labelOf) };
  // Ordinary words alone name nothing well: what the article is about does.
  return named((indexed && nameSubject(indexed.article.heading)) || joinWords(telling, indexed), targets);
}

function named(subject: string, targets: readonly AskedTarget[]): NamedSubject {
  return { subject, isNamed: true, targets: targets.map(({ target }) => withArticle(target)) };
}

// Numbers and widths go with what they stand by, and are no subject ("64-bit").
function isTelling({ weight, isName, raw }: QueryWord): boolean {
  return isName || (weight >= MIN_WEIGHT && !/^v?\d/.test(raw));
}

function labelOf({ target }: AskedTarget): string {
  return target.label;
}

// The one that the heading names is what the article is about; else a system comes before a board before a processor.
function orderBySubject(targets: readonly AskedTarget[], indexed: IndexedArticle | undefined): AskedTarget[] {
  const heading = indexed?.article.heading.toLowerCase() ?? '';
  const rank = ({ target }: AskedTarget) =>
    (heading.includes(target.label.toLowerCase()) ? 0 : 4) + KIND_RANK[target.kind];
  return [...targets].sort((a, b) => rank(a) - rank(b));
}

const KIND_RANK = { 'operating-system': 0, device: 1, architecture: 2, family: 3 } as const;

function joinWords(words: readonly QueryWord[], indexed: IndexedArticle | undefined): string {
  const spelt = indexed ? spellingsIn(indexed) : new Map<string, string>();
  return words
    .slice(0, MAX_WORDS)
    .map(
      ({ word, raw, wasCorrected }) =>
        spelt.get(word.toLowerCase()) ?? (wasCorrected ? word : raw.replace(/['’]s?$/, '')),
    )
    .join(' ');
}

// How the article itself writes a word: "rhscl" is RHSCL there.
function spellingsIn({ article }: IndexedArticle): Map<string, string> {
  const spelt = new Map<string, string>();
  for (const text of [...article.sentences.map((sentence) => sentence.text), article.heading].reverse()) {
    for (const { raw } of tokenize(text))
      if (/\p{Lu}/u.test(raw)) spelt.set(raw.replace(/['’]s?$/, '').toLowerCase(), raw.replace(/['’]s?$/, ''));
  }
  return spelt;
}
