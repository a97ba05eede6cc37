import type { ArticleReading } from '#claims/read-article.ts';
import type { Target } from '#claims/target.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { SENTENCE_STARTERS } from '#newsletter/sentence-words.ts';
import { findAcronyms, findCapitalisedPairs, findDefinitions, findRates, joinNames } from './acronym.ts';
import { termsOfWord, tokenize } from './tokenize.ts';

/** An inverted index over articles, frozen once it is built. Articles go by their place in `articles`. */
export interface TextIndex {
  readonly articles: readonly IndexedArticle[];
  /** Term → its number. */
  readonly termIds: ReadonlyMap<string, number>;
  readonly terms: readonly string[];
  /** The articles that hold each term and how much weight it has in each. */
  readonly postings: Postings;
  /** How a word is written where capitals tell, by term number: the share of its uses that are capitalised, 0 to 1. */
  readonly nameShare: Float32Array;
  /** The share of its capitalised uses that follow another capitalised word, by term number: "Assistant" in "Home Assistant". */
  readonly partShare: Float32Array;
  /** Neighbouring capitalised words of running text, joined and in lower case: "signaldesk" for "Signal Desk". */
  readonly namePairs: ReadonlySet<string>;
  /** Every word of the archive's headings, sentences and link words, as written but in lower case. */
  readonly words: ReadonlySet<string>;
}

export interface IndexedArticle {
  readonly article: Article;
  readonly issue: Issue;
  readonly headingTerms: Uint32Array;
  /** One list a sentence, in order. */
  readonly sentenceTerms: readonly Uint32Array[];
  /** Words and addresses of the links. */
  readonly linkTerms: readonly Uint32Array[];
}

/** All terms one after the other: a pair of lists for each costs more memory than what is in them. */
export interface Postings {
  /** By term number, its first place in the lists below; the next term's is its end. */
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  /** Saturated term frequency over all fields (BM25F with k1), 0 to 1. */
  readonly strengths: Float32Array;
}

// Fields of an article, and how much one use of a word counts there. A heading names the subject; a link's address often
// holds the product's own name, but also noise.
const FIELD_WEIGHTS = { heading: 5, section: 1, body: 1, link: 0.4 };
// BM25: how fast repetition saturates, and how much a long article is held against its words. Both the field's usual values.
const K1 = 1.2;
const LENGTH_NORM = 0.6;

const STARTS_WITH_DIGIT = /^v?\d/;
/** Indexes every article of the issues, housekeeping included. */
export function buildTextIndex(issues: readonly Issue[], readings: ReadonlyMap<string, ArticleReading>): TextIndex {
  const builder = new IndexBuilder();
  for (const issue of issues)
    for (const article of issue.articles) builder.add(issue, article, readings.get(article.id));
  return builder.build();
}

class IndexBuilder {
  readonly #termIds = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #articles: IndexedArticle[] = [];
  readonly #lengths: number[] = [];
  readonly #frequencies: number[][] = [];
  readonly #holders: number[][] = [];
  readonly #capitalised: number[] = [];
  readonly #used: number[] = [];
  readonly #followsName: number[] = [];
  readonly #namePairs = new Set<string>();
  readonly #words = new Set<string>();

  add(issue: Issue, article: Article, reading: ArticleReading | undefined): void {
    const weights = new Map<number, number>();
    const take = (text: string, weight: number, wantsWords: boolean, targets: readonly Target[] = []): Uint32Array => {
      const ids: number[] = [];
      const tokens = tokenize(text);
      for (const [place, token] of tokens.entries()) {
        for (const term of token.terms) {
          const id = this.#idOf(term);
          ids.push(id);
          weights.set(id, (weights.get(id) ?? 0) + weight);
        }
        if (wantsWords) this.#words.add(token.raw.toLowerCase());
        // The first word of a sentence is capitalised whatever it is, but "Foodb 1.2" is a name there too.
        const isVersioned = STARTS_WITH_DIGIT.test(tokens[1]?.raw ?? '');
        if (wantsWords && (place > 0 || isVersioned)) this.#noteCase(token.raw, token.terms[0]);
      }
      if (wantsWords) {
        for (const [first, second] of findNamePairs(text)) this.#notePair(first, second);
        for (const term of new Set([
          ...targets.map(({ id }) => targetTerm(id)),
          ...findAcronyms(text),
          ...findRates(text),
        ])) {
          const id = this.#idOf(term);
          ids.push(id);
          weights.set(id, (weights.get(id) ?? 0) + weight);
        }
      }
      return Uint32Array.from(ids);
    };
    const heading = [article.heading, joinNames(article.heading), ...shortForms(article)].join(' ');
    const headingTerms = take(heading, FIELD_WEIGHTS.heading, true, reading?.targets.heading);
    take(article.section, FIELD_WEIGHTS.section, false);
    const sentenceTerms = article.sentences.map(({ text }, place) =>
      take(text, FIELD_WEIGHTS.body, true, reading?.targets.sentences[place]),
    );
    const linkTerms = article.links.map((link) =>
      take(`${link.words} ${readableAddress(link.url)}`, FIELD_WEIGHTS.link, false),
    );
    const place = this.#articles.length;
    let length = 0;
    for (const [id, weight] of weights) {
      this.#holders[id]?.push(place);
      this.#frequencies[id]?.push(weight);
      length += weight;
    }
    this.#articles.push({ article, issue, headingTerms, sentenceTerms, linkTerms });
    this.#lengths.push(length);
  }

  build(): TextIndex {
    const mean = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length) || 1;
    const norms = this.#lengths.map((length) => K1 * (1 - LENGTH_NORM + (LENGTH_NORM * length) / mean));
    const starts = new Uint32Array(this.#terms.length + 1);
    for (const [id, holders] of this.#holders.entries()) starts[id + 1] = (starts[id] as number) + holders.length;
    const articles = Uint32Array.from(this.#holders.flat());
    const strengths = Float32Array.from(
      this.#frequencies.flat(),
      (frequency, i) => frequency / (frequency + (norms[articles[i] ?? 0] ?? K1)),
    );
    const nameShare = Float32Array.from(
      this.#terms,
      (_, id) => (this.#capitalised[id] ?? 0) / Math.max(1, this.#used[id] ?? 0),
    );
    const partShare = Float32Array.from(
      this.#terms,
      (_, id) => (this.#followsName[id] ?? 0) / Math.max(1, this.#capitalised[id] ?? 0),
    );
    return {
      articles: this.#articles,
      termIds: this.#termIds,
      terms: this.#terms,
      postings: { starts, articles, strengths },
      nameShare,
      partShare,
      namePairs: this.#namePairs,
      words: this.#words,
    };
  }

  #idOf(term: string): number {
    const known = this.#termIds.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#termIds.set(term, id);
    this.#terms.push(term);
    this.#holders.push([]);
    this.#frequencies.push([]);
    return id;
  }

  #notePair(first: string, second: string): void {
    this.#namePairs.add(`${first}${second}`.toLowerCase());
    const id = this.#idOf(termsOfWord(second)[0] ?? second);
    this.#followsName[id] = (this.#followsName[id] ?? 0) + 1;
  }

  #noteCase(raw: string, term: string | undefined): void {
    if (term === undefined) return;
    const id = this.#idOf(term);
    this.#used[id] = (this.#used[id] ?? 0) + 1;
    if (/\p{Lu}/u.test(raw)) this.#capitalised[id] = (this.#capitalised[id] ?? 0) + 1;
  }
}

function findNamePairs(text: string): [first: string, second: string][] {
  return findCapitalisedPairs(text).filter((pair) => pair.every((word) => !SENTENCE_STARTERS.has(word.toLowerCase())));
}

// A short form that the article defines for what its heading names is a name of the heading's too.
function shortForms({ heading, sentences }: Article): string[] {
  return sentences
    .flatMap(({ text }) => (text.includes('(') ? findDefinitions(text) : []))
    .filter(({ last }) => heading.includes(last))
    .map(({ short }) => short);
}

// "https://example.org/foo-os/foodb" → "example org foo os foodb": words that people remember of an address.
function readableAddress(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/(?:www\.)?/i, '')
    .replace(/[/?=&#%_+:.-]+/g, ' ')
    .slice(0, 200);
}

/** The term that stands for a target, by whatever name the text calls it. */
export function targetTerm(targetId: string): string {
  return `@${targetId}`;
}

/** How rare a term is over the archive: 0 (everywhere) upward. */
export function inverseFrequency(index: TextIndex, termId: number): number {
  const { starts } = index.postings;
  const holders = (starts[termId + 1] as number) - (starts[termId] as number);
  return Math.log(1 + (index.articles.length - holders + 0.5) / (holders + 0.5));
}

/** The number of the word's own term, if the archive has it. */
export function findTermId(index: TextIndex, word: string): number | undefined {
  for (const term of termsOfWord(word)) {
    const id = index.termIds.get(term);
    if (id !== undefined) return id;
  }
  return undefined;
}
