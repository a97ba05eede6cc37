import { makeSlug } from '#catalogue/slug.ts';
import type { TableFilter, WhatRunsRow, WhatRunsTable } from '#catalogue/what-runs-where.ts';
import { factStatuses } from '#facts/fact.ts';
import { type Html, html } from '#platforms/web/rendering/html.ts';
import { verdictLabels } from '#platforms/web/rendering/verdict.ts';
import type { Page } from './page.ts';
import type { PageLinks } from './page-links.ts';

/** The table of what runs where; each cell leads to its proof. */
export function composeTablePage(table: WhatRunsTable, filter: TableFilter, links: PageLinks): Page {
  const kind = table.kinds.find(({ slug }) => slug === filter.kind)?.name ?? filter.kind;
  const about = [kind && `kind: ${kind}`, filter.status && `with “${verdictLabels[filter.status]}” somewhere`].filter(
    Boolean,
  );
  const { rows, columns } = table;
  const count = rows.length === 1 ? '1 subject' : `${rows.length} subjects`;
  return {
    title: about.length === 0 ? 'What runs where' : `What runs where, ${about.join(', ')}`,
    section: 'table',
    main: html`<h1>What runs where</h1>
${links.isStatic ? renderFilterLinks(table, filter, links) : renderFilterForm(table, filter, links)}
<p role="status">${count}${about.length > 0 && `, ${about.join(', ')}`}. An empty cell: the archive says nothing of it.</p>
${
  rows.length === 0
    ? html`<p><a href="${links.table()}">The whole table</a></p>`
    : html`<div class="scroll" role="region" aria-label="What runs where" tabindex="0">
<table class="wide">
<thead><tr><th scope="col" class="corner">Subject</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col">Others</th></tr></thead>
<tbody>
${rows.map((row) => renderRow(row, links))}</tbody>
</table></div>`
}`,
  };
}

function renderRow({ subject, cells, others }: WhatRunsRow, links: PageLinks): Html {
  const { slug, name } = subject;
  return html`<tr><th scope="row"><a href="${links.subject(slug)}">${name}</a></th>${cells.map((cell) =>
    cell === undefined
      ? html`<td></td>`
      : html`<td class="${cell.status}"><a href="${links.subject(slug, anchorOfPlace(cell.place))}">${verdictLabels[cell.status]}</a></td>`,
  )}<td>${others.length > 0 && html`<a href="${links.subject(slug)}">${others.length} more</a>`}</td></tr>
`;
}

/** Where a subject's page has the proof for a place. */
export function anchorOfPlace(place: string): string {
  return `on-${makeSlug(place)}`;
}

function renderFilterForm({ kinds }: WhatRunsTable, filter: TableFilter, links: PageLinks): Html {
  const option = (value: string, words: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${words}</option>`;
  return html`<form class="filters" action="${links.table()}" method="get">
<div><label for="kind">Kind</label><select id="kind" name="kind">${option('', 'any', filter.kind === undefined)}${kinds.map(
    ({ slug, name, count }) => option(slug, `${name} (${count})`, slug === filter.kind),
  )}</select></div>
<div><label for="status">Status somewhere</label><select id="status" name="status">${option('', 'any', filter.status === undefined)}${factStatuses.map(
    (status) => option(status, verdictLabels[status], status === filter.status),
  )}</select></div>
<button type="submit">Show</button>
</form>`;
}

/** Without anybody who answers, each choice is a page. */
function renderFilterLinks({ kinds }: WhatRunsTable, filter: TableFilter, links: PageLinks): Html {
  const choice = (address: string, words: string, isChosen: boolean) =>
    html`<li><a href="${address}"${isChosen && html` aria-current="true"`}>${words}</a></li>`;
  const { kind, status } = filter;
  return html`<nav aria-label="Status"><ul>${choice(links.table({ kind }), 'any status', status === undefined)}${factStatuses.map(
    (one) => choice(links.table({ kind, status: one }), verdictLabels[one], one === status),
  )}</ul></nav>
<details><summary>Kinds</summary><nav aria-label="Kind"><ul class="columns">${choice(links.table({ status }), 'any kind', kind === undefined)}${kinds.map(
    ({ slug, name, count }) => choice(links.table({ kind: slug, status }), `${name} (${count})`, slug === kind),
  )}</ul></nav></details>`;
}
