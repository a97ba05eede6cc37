import type { Context, Hono } from 'hono';
import { buildWhatRunsTable, findStatus } from '#catalogue/what-runs-where.ts';
import { composeAnswerPage, composeHomePage, composeProblemPage } from '#platforms/web/pages/ask-page.ts';
import { composeIssueListPage, composeIssuePage } from '#platforms/web/pages/issue-page.ts';
import { type Page, renderPage } from '#platforms/web/pages/page.ts';
import { anyKind, createPageLinks, type PageLinks } from '#platforms/web/pages/page-links.ts';
import { styleSheet } from '#platforms/web/pages/style-sheet.ts';
import { composeSubjectListPage, composeSubjectPage } from '#platforms/web/pages/subject-page.ts';
import { composeTablePage } from '#platforms/web/pages/table-page.ts';
import type { WebParts } from './parts.ts';

/** As long as a browser may show what it has without asking again. */
const BROWSED_FOR_SECONDS = 60;
const STYLED_FOR_SECONDS = 3_600;

/** The pages for people. */
export function addPageRoutes(app: Hono, parts: WebParts): void {
  const { answerPerson, getCatalogue, greet } = parts;

  app.get('/', async (context) => {
    const links = createPageLinks(0);
    const question = context.req.query('q');
    if (question === undefined) return show(context, composeHomePage(greet(), links), links);
    context.header('cache-control', 'no-store');
    const { reply, subject } = await answerPerson(question);
    const about = subject === undefined ? undefined : getCatalogue().findNamed(subject);
    return show(context, composeAnswerPage({ question, reply, about }, links), links);
  });

  app.get('/style.css', (context) => {
    context.header('cache-control', `public, max-age=${STYLED_FOR_SECONDS}`);
    return context.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' });
  });

  app.get('/table', (context) => {
    const { kind = '', status = '' } = context.req.query();
    const links = createPageLinks(0);
    // The form asks so; the address that lasts is the one of the path.
    if (kind !== '' || status !== '') {
      return context.redirect(links.table({ kind: kind || undefined, status: status || undefined }), 302);
    }
    return showTable(context, undefined, undefined, links);
  });
  app.get('/table/:kind', (context) => showTable(context, context.req.param('kind'), undefined, createPageLinks(1)));
  app.get('/table/:kind/:status', (context) =>
    showTable(context, context.req.param('kind'), context.req.param('status'), createPageLinks(2)),
  );

  app.get('/subjects', (context) => {
    const links = createPageLinks(0);
    return browse(context, composeSubjectListPage(getCatalogue().subjects, links), links);
  });
  app.get('/subjects/:slug', (context) => {
    const links = createPageLinks(1);
    const slug = context.req.param('slug');
    const subject = getCatalogue().findSubject(slug) ?? getCatalogue().findNamed(slug);
    if (subject === undefined) return showNothing(context, 'There is no such subject', links);
    if (subject.slug !== slug) return context.redirect(links.subject(subject.slug), 301);
    return browse(context, composeSubjectPage(subject, links), links);
  });

  app.get('/issues', (context) => {
    const links = createPageLinks(0);
    return browse(context, composeIssueListPage(getCatalogue().issues, links), links);
  });
  app.get('/issues/:id', (context) => {
    const links = createPageLinks(1);
    const id = context.req.param('id');
    const issue = getCatalogue().findIssue(id);
    if (issue === undefined) return showNothing(context, 'There is no such issue', links);
    if (issue.id !== id) return context.redirect(links.issueAt(issue.id), 301);
    return browse(context, composeIssuePage(issue, getCatalogue(), links), links);
  });

  function showTable(context: Context, kindPart: string | undefined, statusPart: string | undefined, links: PageLinks) {
    const kind = kindPart === anyKind ? undefined : kindPart;
    const status = statusPart === undefined ? undefined : findStatus(statusPart);
    const table = buildWhatRunsTable(getCatalogue(), { kind, status });
    const isKnown = kind === undefined || table.kinds.some(({ slug }) => slug === kind);
    if (!isKnown || (statusPart !== undefined && status === undefined)) {
      return showNothing(context, 'There is no such table', links);
    }
    return browse(context, composeTablePage(table, { kind, status }, links), links);
  }
}

function show(context: Context, page: Page, links: PageLinks, status: 200 | 404 = 200): Response {
  return context.html(renderPage(page, links), status);
}

function browse(context: Context, page: Page, links: PageLinks): Response {
  context.header('cache-control', `public, max-age=${BROWSED_FOR_SECONDS}`);
  return show(context, page, links);
}

function showNothing(context: Context, title: string, links: PageLinks): Response {
  const remedy = 'Look for it in the lists of subjects and issues, or ask for it.';
  return show(context, composeProblemPage(title, remedy, links), links, 404);
}
