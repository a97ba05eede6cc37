import type { Issue } from '#newsletter/issue.ts';
import { isProven } from './check-facts.ts';
import type { Fact, FactList } from './fact.ts';
import { foldHeading } from './fold-name.ts';

/** Facts of an issue's earlier version in this one: found by the heading of their article, left out where nothing proves them any more. */
export function moveFacts(facts: FactList, from: Issue, to: Issue): Fact[] {
  const headings = new Map(from.articles.map(({ id, heading }) => [id, foldHeading(heading)]));
  const articles = Map.groupBy(to.articles, ({ heading }) => foldHeading(heading));
  return [...facts].flatMap((fact) => {
    const named = articles.get(headings.get(fact.articleId) ?? '') ?? [];
    const article = named.find((one) => isProven(fact, one));
    return article === undefined ? [] : [{ ...fact, issueId: to.id, articleId: article.id }];
  });
}
