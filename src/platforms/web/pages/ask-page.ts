import type { CataloguedSubject } from '#catalogue/catalogue.ts';
import type { Reply } from '#conversation/reply.ts';
import { html } from '#platforms/web/rendering/html.ts';
import { renderHtmlReply } from '#platforms/web/rendering/renderer.ts';
import { type Page, siteName } from './page.ts';
import type { PageLinks } from './page-links.ts';

/** What was asked, what is said to that, and the subject that it is about. */
export interface Answered {
  readonly question: string;
  readonly reply: Reply;
  readonly about: CataloguedSubject | undefined;
}

/** The page with the reply to a question. */
export function composeAnswerPage({ question, reply, about }: Answered, links: PageLinks): Page {
  const shown = question.length > MAX_TITLE_CHARACTERS ? `${question.slice(0, MAX_TITLE_CHARACTERS)}…` : question;
  return {
    title: shown,
    section: 'ask',
    question: question.slice(0, MAX_SHOWN_CHARACTERS),
    isHidden: true,
    main: html`<h1>${shown}</h1>
<div class="answer" role="status">
${renderHtmlReply(reply, links)}${
  about &&
  html`<p><a href="${links.subject(about.slug)}">All about ${about.name}</a></p>
`
}</div>`,
  };
}

const MAX_TITLE_CHARACTERS = 150;
const MAX_SHOWN_CHARACTERS = 1000;

/** The first page: what may be asked, and what there is to browse. */
export function composeHomePage(greeting: Reply | undefined, links: PageLinks): Page {
  return {
    title: siteName,
    section: 'ask',
    main: html`<h1>${siteName}</h1>
${
  greeting &&
  html`<div class="answer">
${renderHtmlReply(greeting, links)}</div>`
}
<ul>
<li><a href="${links.table()}">What runs where</a>: subjects and architectures, each verdict with its proof</li>
<li><a href="${links.subjects}">Subjects</a>, each with its history</li>
<li><a href="${links.issues}">Issues</a>, each with its facts</li>
</ul>`,
  };
}

/** What is said to somebody who gets no page: where nothing is, or too much was asked. */
export function composeProblemPage(title: string, remedy: string, links: PageLinks): Page {
  return {
    title,
    section: undefined,
    isHidden: true,
    main: html`<h1>${title}</h1>
<p>${remedy}</p>
<p><a href="${links.home}">To the first page</a></p>`,
  };
}
