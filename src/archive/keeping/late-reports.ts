import { deserialize, serialize } from 'node:v8';
import type { Fact, FactList } from '#facts/fact.ts';
import type { Article, Issue, Sentence } from '#newsletter/issue.ts';

/** A report on a file, as far as what is in here knows it. */
interface AnyReport {
  readonly issue: Issue | undefined;
  readonly facts: FactList;
}

/** Reports as they are kept: what a start needs of them, and the rest as bytes. */
export interface PackedReports<Report extends AnyReport> {
  readonly heads: readonly ReportHead<Report>[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** By piece of the bytes, its end. Of each report with an issue: its articles, their sentences, then one a fact. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

interface ReportHead<Report extends AnyReport> {
  readonly own: Omit<Report, keyof AnyReport>;
  readonly issue: Omit<Issue, 'articles'> | undefined;
  readonly factCount: number;
}

/** Pieces of bytes that belong together; the first of them. */
interface Pieces extends Pick<PackedReports<AnyReport>, 'bytes' | 'ends'> {
  readonly first: number;
}

// What is kept again need not be looked at.
const packed = new WeakMap<AnyReport, { readonly head: unknown; readonly pieces: Pieces }>();

/** Packs reports: what nobody looks at then costs a start next to nothing. */
export function packReports<Report extends AnyReport>(reports: readonly Report[]): PackedReports<Report> {
  const all = reports.flatMap(listPieces);
  let end = 0;
  return {
    heads: reports.map((report) => (packed.get(report)?.head as ReportHead<Report> | undefined) ?? takeHead(report)),
    bytes: new Uint8Array(Buffer.concat(all)),
    ends: Uint32Array.from(all, ({ length }) => {
      end += length;
      return end;
    }),
  };
}

/** The same reports; articles, sentences and facts are made of their bytes when somebody first looks. */
export function unpackReports<Report extends AnyReport>({ heads, bytes, ends }: PackedReports<Report>): Report[] {
  let first = 0;
  return heads.map((head) => {
    const { own, issue, factCount } = head;
    const pieces = { bytes, ends, first };
    if (issue !== undefined) first += FIRST_FACT + factCount;
    const late: AnyReport = {
      issue: issue && openIssue(issue, pieces),
      facts: issue === undefined ? [] : new LateFacts(pieces, factCount),
    };
    const report = { ...own, ...late } as Report;
    packed.set(report, { head, pieces });
    return report;
  });
}

const FIRST_FACT = 2;

function listPieces(report: AnyReport): Uint8Array[] {
  const { issue, facts } = report;
  if (issue === undefined) return [];
  const known = packed.get(report)?.pieces;
  if (known !== undefined) return Array.from({ length: FIRST_FACT + facts.length }, (_, at) => pieceAt(known, at));
  const articles = issue.articles.map(({ sentences: _, ...article }) => article);
  const sentences = issue.articles.map((article) => article.sentences);
  return [serialize(articles), serialize(sentences), ...Array.from(facts, (fact) => serialize(fact))];
}

function pieceAt({ bytes, ends, first }: Pieces, place: number): Uint8Array {
  const at = first + place;
  return bytes.subarray(ends[at - 1] ?? 0, ends[at]);
}

function takeHead<Report extends AnyReport>({ issue, facts, ...own }: Report): ReportHead<Report> {
  return { own, issue: issue && withoutArticles(issue), factCount: facts.length };
}

function withoutArticles({ articles: _, ...head }: Issue): Omit<Issue, 'articles'> {
  return head;
}

function openIssue(head: Omit<Issue, 'articles'>, pieces: Pieces): Issue {
  let articles: readonly Article[] | undefined;
  return {
    ...head,
    get articles() {
      articles ??= openArticles(pieces);
      return articles;
    },
  };
}

// Where there are facts, nobody looks at the sentences.
function openArticles(pieces: Pieces): Article[] {
  const articles: readonly Omit<Article, 'sentences'>[] = deserialize(pieceAt(pieces, 0));
  let lists: readonly (readonly Sentence[])[] | undefined;
  return articles.map((article, place) => ({
    ...article,
    get sentences() {
      lists ??= deserialize(pieceAt(pieces, 1)) as readonly (readonly Sentence[])[];
      return lists[place] ?? [];
    },
  }));
}

/** Facts, each of which is made of its bytes when it is first looked at. */
class LateFacts implements FactList {
  readonly length: number;
  readonly #pieces: Pieces;
  readonly #known: (Fact | undefined)[] = [];

  constructor(pieces: Pieces, length: number) {
    this.#pieces = pieces;
    this.length = length;
  }

  at(place: number): Fact | undefined {
    if (place < 0 || place >= this.length) return undefined;
    this.#known[place] ??= deserialize(pieceAt(this.#pieces, FIRST_FACT + place)) as Fact;
    return this.#known[place];
  }

  *[Symbol.iterator](): Generator<Fact, void> {
    for (let place = 0; place < this.length; place++) yield this.at(place) as Fact;
  }
}
