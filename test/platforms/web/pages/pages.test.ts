import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCatalogue } from '#catalogue/catalogue.ts';
import { buildWhatRunsTable, type TableFilter } from '#catalogue/what-runs-where.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import { composeAnswerPage, composeHomePage, composeProblemPage } from '#platforms/web/pages/ask-page.ts';
import { composeIssueListPage, composeIssuePage } from '#platforms/web/pages/issue-page.ts';
import { composePolicy, type Page, renderPage } from '#platforms/web/pages/page.ts';
import { createPageLinks, type PageSite } from '#platforms/web/pages/page-links.ts';
import { composeSubjectListPage, composeSubjectPage } from '#platforms/web/pages/subject-page.ts';
import { composeTablePage } from '#platforms/web/pages/table-page.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { kitchenArchive } from '../../../commands/invented-archive.ts';
import { inventIssueOfFacts } from '../../../watching/invent-issue-of-facts.ts';

const kettle = { about: ['Kettlectl'], on: ['arm64'] };
const issues = [
  inventIssueOfFacts('2031-W06', [{ ...kettle, says: 'Kettlectl is planned for arm64.', status: 'planned' }]),
  inventIssueOfFacts(
    '2031-W07',
    [
      { ...kettle, says: 'Kettlectl runs on arm64.', status: 'yes' },
      { about: ['Spoonfs', 'Kettlectl'], says: 'Spoonfs needs Kettlectl.' },
      { about: ['Teapotd'], on: ['Kettlectl'], says: 'Teapotd runs on Kettlectl.', status: 'yes' },
    ],
    { title: 'Kitchen Weekly 7', link: 'https://kitchen.example/7' },
  ),
];
const subjects = [{ name: 'Kettlectl', also: ['kettle control'], kind: ['daemon', 'tool'], by: undefined }];
const catalogue = buildCatalogue(buildSnapshot(issues, subjects));
const links = createPageLinks(1);
const show = ({ main }: Pick<Page, 'main'>) => main.markup;
const kettlectl = catalogue.findSubject('kettlectl');
assert.ok(kettlectl);

test('a subject’s page says what it is, how it stands now with its proof, and its history with the newest first', () => {
  const text = show(composeSubjectPage(kettlectl, links));
  assert.match(text, /<p class="quiet">Kind: daemon, tool<\/p>\n<p class="quiet">Also called: kettle control<\/p>/);
  const row = /<tr id="on-arm64">.*/.exec(text)?.[0] ?? '';
  assert.match(
    row,
    /<th scope="row">arm64<\/th>.* yes<\/span>.*>2031-W07<\/a> .*\(2031-02-14\).*Kettlectl runs on arm64\. <a href="\.\.\/issues\/2031-W07#/,
  );
  assert.ok(text.indexOf('Kettlectl runs on arm64.</p>') < text.indexOf('Kettlectl is planned for arm64.</p>'));
  assert.match(
    text,
    /<h2>Said of others that run on it or with it<\/h2>[\s\S]*id="with-2031-W07-2">[\s\S]*Teapotd runs on Kettlectl/,
  );
});

test('what is not known of a subject has no empty place on its page', () => {
  const spoonfs = catalogue.findSubject('spoonfs');
  assert.ok(spoonfs);
  const text = show(composeSubjectPage(spoonfs, links));
  assert.match(text, /^<h1>Spoonfs<\/h1>/);
  for (const heading of [/Kind:/, /Also called/, /<table/, /Said of others/]) assert.doesNotMatch(text, heading);
  assert.match(show(composeSubjectListPage(catalogue.subjects, links)), /<p>3 that the archive says something of/);
});

test('an issue’s page has its day, where it was published, and each fact with the subjects it is about', () => {
  const issue = catalogue.findIssue('2031-w07');
  assert.ok(issue);
  const text = show(composeIssuePage(issue, catalogue, links));
  assert.match(text, /^<h1>Kitchen Weekly 7<\/h1>\n<p class="quiet">Issue 2031-W07, 2031-02-14\.<\/p>/);
  assert.match(text, /<p><a href="https:\/\/kitchen\.example\/7" [^>]*>As published<\/a><\/p>/);
  assert.match(
    text,
    /Spoonfs needs Kettlectl[\s\S]*About <a href="\.\.\/subjects\/spoonfs">Spoonfs<\/a>, <a href="\.\.\/subjects\/kettlectl">Kettlectl<\/a>/,
  );
  const { link: _, ...unpublished } = issue;
  const other: Issue = { ...unpublished, isRestated: true, date: { day: '2031-02-14', isDerived: true } };
  const restated = show(composeIssuePage(other, catalogue, links));
  assert.match(restated, /2031-02-14 \(the Friday of its week\)\. Restated in our own words\./);
  assert.doesNotMatch(restated, /As published/);
});

test('of what is no news only that is on an issue’s page of which there is a fact; nor what has neither heading nor fact', () => {
  const issue = catalogue.findIssue('2031-W07');
  assert.ok(issue);
  const [first, second] = issue.articles as [Article, Article];
  const other = (id: string, more: Partial<Article>): Article => ({ ...first, id, ...more });
  const articles = [
    { ...first, kind: 'housekeeping' as never },
    second,
    other('2031-W07#8', { heading: 'Sponsors', kind: 'housekeeping' as never }),
    other('2031-W07#9', { heading: '', links: [{ url: 'https://lost.example', words: 'lost', line: 1 }] }),
    other('2031-W07#10', { heading: 'News without a fact' }),
  ];
  const text = show(composeIssuePage({ ...issue, articles }, catalogue, links));
  assert.match(text, /Kettlectl runs on arm64[\s\S]*Spoonfs needs[\s\S]*News without a fact/);
  assert.doesNotMatch(text, /Sponsors|lost/);
});

test('an issue that goes by its day has the day once, a subject its own name, and a fact each subject', () => {
  const fact = { says: 'Quernd runs on arm64.', about: ['Quernd', 'Old Mill'], on: ['arm64'], status: 'yes' };
  const daily = inventIssueOfFacts('2031-W07', [fact]);
  const at = { ...daily.issue, id: '2031-02-14', title: 'Kitchen Daily' };
  const own = [{ name: 'Quernd', also: ['Quernd', 'Old Mill'], kind: [], by: undefined }];
  const snapshot = buildSnapshot([daily], own);
  const catalogueOfDay = buildCatalogue(snapshot);
  const quernd = catalogueOfDay.findSubject('quernd');
  assert.ok(quernd);
  assert.match(show(composeSubjectPage(quernd, links)), /Also called: Old Mill</);
  const whole = show(composeIssuePage(daily.issue, catalogueOfDay, links));
  assert.match(whole, /About <a href="\.\.\/subjects\/quernd">Quernd<\/a><\/p>/);
  assert.match(show(composeIssuePage(at, catalogueOfDay, links)), /<p class="quiet">Issue 2031-02-14\.<\/p>/);
  assert.match(show(composeIssueListPage([at], links)), />2031-02-14: Kitchen Daily<\/a><\/li>/);
  const dated = { ...at, id: '2031-W07', title: 'Kitchen Weekly of 2031-02-14' };
  assert.match(show(composeIssueListPage([dated], links)), />2031-W07: Kitchen Weekly of 2031-02-14<\/a><\/li>/);
  const about = quernd.about.map((statement) => ({ ...statement, issue: at }));
  assert.match(show(composeSubjectPage({ ...quernd, about }, links)), />2031-02-14<\/a>: Quernd news 1<\/h3>/);
});

test('what an article says of a subject stands in the order of the article', () => {
  const first = kettlectl.about[0];
  assert.ok(first);
  const about = ['Third.', 'Second.', 'First.'].map((says) => ({ ...first, says }));
  assert.match(show(composeSubjectPage({ ...kettlectl, about }, links)), /First\.[\s\S]*Second\.[\s\S]*Third\./);
});

test('a fact says how it is proved, whether anybody has checked it, and where it holds only if it says so', () => {
  const [statement] = kettlectl.about.filter(({ status }) => status === 'yes');
  assert.ok(statement);
  const page = (more: Partial<typeof statement>) =>
    show(composeSubjectPage({ ...kettlectl, rows: [], on: [], about: [{ ...statement, ...more }] }, links));
  const quote = 'It grinds.';
  assert.match(page({ quote }), /<blockquote>“It grinds\.”<\/blockquote>/);
  const restated = page({ quote, issue: { ...statement.issue, isRestated: true } });
  assert.match(restated, /In our own words, after the issue:<\/figcaption><blockquote>It grinds\.<\/blockquote>/);
  assert.match(page({ isReviewed: false }), /no editor has checked it/);
  assert.doesNotMatch(page({ isReviewed: true }), /no editor|blockquote/);
  assert.doesNotMatch(page({ places: [] }), / on <\/p>/);
  const articleLinks = Array.from({ length: 6 }, (_, at) => ({ url: `https://${at}.example/`, words: 'x', line: 1 }));
  const many = page({ article: { ...statement.article, links: articleLinks } });
  assert.deepEqual(many.match(/https:\/\/\d/g)?.length, 4, 'the first links are enough');
});

test('an article without a heading is on an issue’s page when there is a fact of it', () => {
  const issue = catalogue.findIssue('2031-W07');
  assert.ok(issue);
  const articles = issue.articles.map((article) => ({ ...article, heading: '' }));
  assert.match(show(composeIssuePage({ ...issue, articles }, catalogue, links)), /Spoonfs needs Kettlectl/);
});

test('a list of issues names each by its id once, the newest first', () => {
  const text = show(composeIssueListPage(catalogue.issues, links));
  assert.match(text, />2031-W07: Kitchen Weekly 7<\/a>, 2031-02-14[\s\S]*>Kitchen Weekly, 2031-W06<\/a>/);
});

test('the table counts its rows, says what it was narrowed to, and has the filter that is on chosen', () => {
  const page = (filter: TableFilter, site?: PageSite) =>
    composeTablePage(buildWhatRunsTable(catalogue, filter), filter, createPageLinks(0, site));
  const all = page({ kind: undefined, status: undefined });
  assert.equal(all.title, 'What runs where');
  assert.match(show(all), /<p role="status">2 subjects\. An empty cell/);
  assert.match(show(all), /<option value="" selected>any<\/option>/);
  const yes = page({ kind: 'daemon', status: 'yes' });
  assert.equal(yes.title, 'What runs where, kind: daemon, with “yes” somewhere');
  assert.match(show(yes), /1 subject, kind: daemon, with “yes” somewhere\./);
  assert.match(show(yes), /<option value="daemon" selected>daemon \(1\)<\/option>/);
  assert.match(show(yes), /<option value="yes" selected>/);
  const none = show(page({ kind: 'fork', status: 'in-progress' }));
  assert.match(none, /0 subjects, kind: fork, with “in progress” somewhere/);
  assert.match(none, /<a href="\.\/table">The whole table<\/a>/);
  assert.doesNotMatch(none, /<table/);
  const files = show(page({ kind: 'daemon', status: undefined }, { staticFor: { answersAt: undefined } }));
  assert.doesNotMatch(files, /<form/);
  assert.match(files, /<a href="\.\/table\/daemon\/yes\/">yes<\/a>/);
  assert.match(files, /<a href="\.\/table\/">any kind/);
  assert.match(files, /aria-current="true">any status/);
  const narrowed = show(page({ kind: undefined, status: 'yes' }, { staticFor: { answersAt: undefined } }));
  assert.match(narrowed, /<a href="\.\/table\/daemon\/yes\/">daemon \(1\)/, 'a kind keeps the verdict that is on');
});

test('a cell leads to its proof, and what has no column is counted', () => {
  const table = buildWhatRunsTable(buildCatalogue(kitchenArchive), { kind: undefined, status: undefined });
  const text = show(composeTablePage(table, { kind: undefined, status: undefined }, links));
  const row = /<tr>.*Kettlectl.*/.exec(text)?.[0] ?? '';
  assert.match(row, /<td class="yes"><a href="\.\.\/subjects\/kettlectl#on-arm64">yes<\/a><\/td><td><\/td>/);
  assert.match(row, />1 more<\/a><\/td><\/tr>/);
  assert.match(text, /<tr>.*Spoonfs.*<td><\/td><\/tr>/);
});

test('an answer has the question as its title, cut where it is long, and stays out of search engines', () => {
  const reply = { blocks: [], audience: 'anyone' } as const;
  const page = composeAnswerPage({ question: 'q'.repeat(151), reply, about: kettlectl }, links);
  assert.equal(page.title, `${'q'.repeat(150)}…`);
  assert.equal(composeAnswerPage({ question: 'q'.repeat(150), reply, about: undefined }, links).title, 'q'.repeat(150));
  assert.match(show(page), /<a href="\.\.\/subjects\/kettlectl">All about Kettlectl<\/a>/);
  const whole = renderPage(page, links);
  assert.match(whole, /<meta name="robots" content="noindex">/);
  assert.match(whole, new RegExp(`value="${'q'.repeat(151)}">`));
  const asked = (length: number) => composeAnswerPage({ question: 'q'.repeat(length), reply, about: undefined }, links);
  assert.deepEqual([asked(1_000).question?.length, asked(1_001).question?.length], [1_000, 1_000]);
  assert.match(
    renderPage(composeProblemPage('Nothing here', 'Look elsewhere.', links), links),
    /noindex[\s\S]*Look elsewhere/,
  );
  assert.doesNotMatch(renderPage(composeSubjectPage(kettlectl, links), links), /noindex/);
});

test('the page that one is on is marked, and only on the first is one about to type', () => {
  const home = renderPage(composeHomePage(undefined, createPageLinks(0)), createPageLinks(0));
  assert.match(
    home,
    /<title>Does it run on Arm\?<\/title>[\s\S]*<a href="\.\/" aria-current="page">Ask<\/a>[\s\S]* autofocus>/,
  );
  const other = renderPage(composeSubjectPage(kettlectl, links), links);
  assert.match(
    other,
    /<title>Kettlectl – Does it run on Arm\?<\/title>[\s\S]*<a href="\.\.\/subjects" aria-current="page">/,
  );
  assert.equal(other.match(/aria-current/g)?.length, 1);
  assert.doesNotMatch(other, /autofocus/);
});

test('static pages bring their own rules, and let the form lead only to where questions are answered', () => {
  const at = (answersAt: string | undefined) => createPageLinks(0, { staticFor: { answersAt } });
  const page = composeHomePage(undefined, at(undefined));
  const alone = renderPage(page, at(undefined));
  assert.match(
    alone,
    /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;.*form-action &#39;none&#39;/,
  );
  assert.doesNotMatch(alone, /<form|For programs/);
  const answered = renderPage(page, at('https://bot.example/arm'));
  assert.match(
    answered,
    /form-action https:\/\/bot\.example;[\s\S]*<form role="search" action="https:\/\/bot\.example\/arm\/"/,
  );
  assert.match(answered, /<a href="https:\/\/bot\.example\/arm\/api\/openapi\.json">For programs<\/a>/);
  assert.doesNotMatch(renderPage(page, links), /http-equiv/);
  assert.match(composePolicy('./'), /form-action 'self'/);
});
