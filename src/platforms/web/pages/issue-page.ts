import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Statement } from '#catalogue/statement.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { type Html, html } from '#platforms/web/rendering/html.ts';
import { renderLink } from '#platforms/web/rendering/link.ts';
import type { Page } from './page.ts';
import type { PageLinks } from './page-links.ts';
import { renderArticleLinks, renderStatement } from './statement.ts';

/** One issue: its articles with the facts of each. */
export function composeIssuePage(issue: Issue, catalogue: Catalogue, links: PageLinks): Page {
  const { id, title, date, link, isRestated } = issue;
  const byArticle = Map.groupBy(catalogue.factsOf(id), ({ article }) => article.id);
  const articles = issue.articles.filter(({ kind, id: own }) => kind === 'news' || byArticle.has(own));
  return {
    title,
    section: 'issues',
    main: html`<h1>${title}</h1>
<p class="quiet">Issue ${id}${id !== date.day && `, ${date.day}`}${date.isDerived && ' (the Friday of its week)'}.${isRestated && ' Restated in our own words.'}</p>
${
  link !== undefined &&
  html`<p>${renderLink(link, 'As published')}</p>
`
}${articles.map((article) => renderArticle(article, byArticle.get(article.id) ?? [], catalogue, links))}`,
  };
}

function renderArticle(
  { heading, links: articleLinks }: Article,
  facts: readonly Statement[],
  catalogue: Catalogue,
  links: PageLinks,
): Html | false {
  if (facts.length === 0 && heading === '') return false;
  return html`<section>
${
  heading !== '' &&
  html`<h2>${heading}</h2>
`
}${facts.map((fact) => renderFact(fact, catalogue, links))}${renderArticleLinks(articleLinks)}</section>
`;
}

function renderFact(statement: Statement, catalogue: Catalogue, links: PageLinks): Html {
  const subjects = new Set(statement.about.flatMap((name) => catalogue.findNamed(name) ?? []));
  const about = [...subjects].map(
    ({ slug, name }, at) => html`${at > 0 && ', '}<a href="${links.subject(slug)}">${name}</a>`,
  );
  return html`<div class="statement" id="${statement.anchor}">
${renderStatement(statement)}${
  about.length > 0 &&
  html`<p class="source">About ${about}</p>
`
}</div>
`;
}

/** Every issue, the newest first. */
export function composeIssueListPage(issues: readonly Issue[], links: PageLinks): Page {
  return {
    title: 'Issues',
    section: 'issues',
    main: html`<h1>Issues</h1>
<ul>
${issues.map(
  ({
    id,
    title,
    date,
  }) => html`<li><a href="${links.issueAt(id)}">${title.includes(id) ? title : `${id}: ${title}`}</a>${!title.includes(date.day) && id !== date.day && `, ${date.day}`}</li>
`,
)}</ul>`,
  };
}
