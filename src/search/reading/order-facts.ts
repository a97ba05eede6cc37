import { type Fact, type FactList, type FactStatus, factStatuses } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';

/** An issue with the facts that its editor has written down; none where there is no fact file. */
export interface FactualIssue {
  readonly issue: Issue;
  readonly facts: FactList;
}

/** What was drafted of the articles that no editor has written a fact of, by the article's id. */
export type Drafts = ReadonlyMap<string, readonly Fact[]>;

/** Where an archive's facts stand, oldest first, an issue's own before its drafts: plain data, so that it can be kept between two starts. */
export interface FactOrder {
  /** By fact, the place of its issue, oldest first. */
  readonly issues: Uint32Array;
  /** By fact, the place of its article in that issue. */
  readonly articles: Uint32Array;
  /** By fact, its place among the facts of the issue; a draft's, among those of its article. */
  readonly facts: Uint32Array;
  /** By fact, the place of its status in `factStatuses`, from 1; 0 for none. */
  readonly statuses: Uint8Array;
}

/** A fact with its article. */
export interface FactHome {
  readonly fact: Fact;
  readonly article: Article;
}

/** What stands where in the order, found when it is asked for. */
export interface OpenOrder {
  readonly homeAt: (place: number) => FactHome;
  readonly issueAt: (place: number) => Issue;
  readonly statusAt: (place: number) => FactStatus | undefined;
}

/** Puts all facts in order. `issues`: oldest first. A fact of an article that is not there has no place. */
export function orderFacts(issues: readonly FactualIssue[], drafts: Drafts): FactOrder {
  const rows: [issue: number, article: number, fact: number, status: number][] = [];
  for (const [place, { issue, facts }] of issues.entries()) {
    const articles = new Map(issue.articles.map(({ id }, article) => [id, article]));
    let at = 0;
    for (const { articleId, status } of facts) {
      const article = articles.get(articleId);
      if (article !== undefined) rows.push([place, article, at, numberOf(status)]);
      at++;
    }
    for (const [id, article] of articles)
      for (const [draft, { status }] of (drafts.get(id) ?? []).entries())
        rows.push([place, article, draft, numberOf(status)]);
  }
  return {
    issues: Uint32Array.from(rows, ([issue]) => issue),
    articles: Uint32Array.from(rows, ([, article]) => article),
    facts: Uint32Array.from(rows, ([, , fact]) => fact),
    statuses: Uint8Array.from(rows, ([, , , status]) => status),
  };
}

const numberOf = (status: FactStatus | undefined) => (status === undefined ? 0 : factStatuses.indexOf(status) + 1);

/** Opens an order of these issues and drafts. */
export function openOrder(order: FactOrder, issues: readonly FactualIssue[], drafts: Drafts): OpenOrder {
  const issueAt = (place: number) => issues[order.issues[place] as number] as FactualIssue;
  return {
    homeAt(place) {
      const { issue, facts } = issueAt(place);
      const article = issue.articles[order.articles[place] as number] as Article;
      const at = order.facts[place] as number;
      return { fact: (drafts.get(article.id)?.[at] ?? facts.at(at)) as Fact, article };
    },
    issueAt: (place) => issueAt(place).issue,
    statusAt: (place) => factStatuses[(order.statuses[place] as number) - 1],
  };
}
