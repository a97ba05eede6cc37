import type { Catalogue } from '#catalogue/catalogue.ts';
import { buildWhatRunsTable, type TableFilter } from '#catalogue/what-runs-where.ts';
import { factStatuses } from '#facts/fact.ts';
import { composeHomePage } from '#platforms/web/pages/ask-page.ts';
import { composeIssueListPage, composeIssuePage } from '#platforms/web/pages/issue-page.ts';
import { type Page, renderPage } from '#platforms/web/pages/page.ts';
import { anyKind, createPageLinks, type PageLinks, type PageSite } from '#platforms/web/pages/page-links.ts';
import { styleSheet } from '#platforms/web/pages/style-sheet.ts';
import { composeSubjectListPage, composeSubjectPage } from '#platforms/web/pages/subject-page.ts';
import { composeTablePage } from '#platforms/web/pages/table-page.ts';
import { escapeHtml } from '#platforms/web/rendering/html.ts';

/** One file of the site: its path below the folder, with `/` between, and its text. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** The same pages as are served, at the same addresses, each as the index of its folder; one at a time. */
export function* composeSite(catalogue: Catalogue, answersAt: string | undefined): Generator<SiteFile> {
  const site: PageSite = { staticFor: { answersAt } };
  const { subjects, issues, aliases } = catalogue;
  const file = (parts: readonly string[], compose: (links: PageLinks) => Page): SiteFile => {
    const links = createPageLinks(parts.length, site);
    return { path: [...parts, 'index.html'].join('/'), text: renderPage(compose(links), links) };
  };
  yield file([], (links) => composeHomePage(undefined, links));
  yield { path: 'style.css', text: styleSheet };
  yield { path: '404.html', text: nothingHere };
  for (const filter of listFilters(catalogue)) {
    const { kind, status } = filter;
    const parts = [kind ?? (status && anyKind), status].filter((part) => part !== undefined);
    yield file(['table', ...parts], (links) => composeTablePage(buildWhatRunsTable(catalogue, filter), filter, links));
  }
  yield file(['subjects'], (links) => composeSubjectListPage(subjects, links));
  for (const subject of subjects) {
    yield file(['subjects', subject.slug], (links) => composeSubjectPage(subject, links));
  }
  for (const [alias, { slug, name }] of aliases) {
    yield { path: `subjects/${alias}/index.html`, text: renderMoved(`../${encodeURIComponent(slug)}/`, name) };
  }
  yield file(['issues'], (links) => composeIssueListPage(issues, links));
  for (const issue of issues) yield file(['issues', issue.id], (links) => composeIssuePage(issue, catalogue, links));
}

/** Every choice of the table's filters that shows something. */
function listFilters(catalogue: Catalogue): TableFilter[] {
  const { kinds } = buildWhatRunsTable(catalogue, { kind: undefined, status: undefined });
  return [undefined, ...kinds.map(({ slug }) => slug)].flatMap((kind) =>
    [undefined, ...factStatuses].map((status) => ({ kind, status })),
  );
}

/** Hosts show it for any address that is none, at any depth: so it leads nowhere, and needs no other file. */
const nothingHere = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>There is nothing here</title><meta name="robots" content="noindex"></head>
<body><main><h1>There is nothing here</h1><p>Look at the address.</p></main></body></html>
`;

/** For hosts that know no redirects. */
function renderMoved(address: string, name: string): string {
  const title = escapeHtml(name);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${address}"></head><body><p><a href="${address}">${title}</a></p></body></html>
`;
}
