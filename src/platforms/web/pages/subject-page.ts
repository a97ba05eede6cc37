import type { CataloguedSubject } from '#catalogue/catalogue.ts';
import type { PlaceStatus, Statement } from '#catalogue/statement.ts';
import { type Html, html } from '#platforms/web/rendering/html.ts';
import { renderVerdict } from '#platforms/web/rendering/verdict.ts';
import type { Page } from './page.ts';
import type { PageLinks } from './page-links.ts';
import { renderArticleLinks, renderStatement } from './statement.ts';
import { anchorOfPlace } from './table-page.ts';

/** Where a subject runs now, and all that was ever said of it, the newest first. */
export function composeSubjectPage(subject: CataloguedSubject, links: PageLinks): Page {
  const { name, also, kinds, rows, about, on } = subject;
  return {
    title: name,
    section: 'subjects',
    main: html`<h1>${name}</h1>
${
  kinds.length > 0 &&
  html`<p class="quiet">Kind: ${kinds.join(', ')}</p>
`
}${
  also.length > 0 &&
  html`<p class="quiet">Also called: ${also.join(', ')}</p>
`
}${rows.length > 0 && renderRows(subject, links)}
${
  about.length > 0 &&
  html`<h2>History</h2>
${groupByArticle(about).map((group) => renderArticle(group, 'fact', links))}`
}
${
  on.length > 0 &&
  html`<h2>Said of others that run on it or with it</h2>
${groupByArticle(on).map((group) => renderArticle(group, 'with', links))}`
}`,
  };
}

function renderRows({ name, rows }: CataloguedSubject, links: PageLinks): Html {
  return html`<div class="scroll" role="region" aria-label="Where ${name} runs" tabindex="0"><table>
<caption>Where ${name} runs, as the newest issue that speaks of it has it</caption>
<thead><tr><th scope="col">On</th><th scope="col">Status</th><th scope="col">Since</th><th scope="col">Proof</th></tr></thead>
<tbody>
${rows.map((row) => renderRow(row, links))}</tbody></table></div>`;
}

function renderRow({ place, status, issueId, day, proof }: PlaceStatus, links: PageLinks): Html {
  const { anchor, says, issue } = proof;
  return html`<tr id="${anchorOfPlace(place)}"><th scope="row">${place}</th><td>${renderVerdict(status)}</td><td><a href="${links.issueAt(issueId)}">${issueId}</a> <span class="date">(${day})</span></td><td>${says} <a href="${links.issueAt(issue.id, anchor)}">Issue ${issue.id}</a></td></tr>
`;
}

/** What an article says of the subject, its links once. */
function renderArticle(statements: readonly Statement[], prefix: string, links: PageLinks): Html | false {
  const [first] = statements;
  if (first === undefined) return false;
  const { issue, article, anchor } = first;
  return html`<section>
<h3><a href="${links.issueAt(issue.id, anchor)}">${issue.id}</a>${issue.id !== issue.date.day && `, ${issue.date.day}`}${article.heading !== '' && html`: ${article.heading}`}</h3>
${statements.map(
  (statement) => html`<div class="statement" id="${prefix}-${statement.anchor}">
${renderStatement(statement)}</div>
`,
)}${renderArticleLinks(article.links)}</section>
`;
}

/** The newest issue first, an article's statements together and in its order. */
function groupByArticle(statements: readonly Statement[]): Statement[][] {
  return [...Map.groupBy(statements, ({ article }) => article.id).values()].map((group) => group.toReversed());
}

/** Every subject by its name. */
export function composeSubjectListPage(subjects: readonly CataloguedSubject[], links: PageLinks): Page {
  return {
    title: 'Subjects',
    section: 'subjects',
    main: html`<h1>Subjects</h1>
<p>${subjects.length} that the archive says something of.</p>
<ul class="columns">
${subjects.map(
  ({ slug, name }) => html`<li><a href="${links.subject(slug)}">${name}</a></li>
`,
)}</ul>`,
  };
}
