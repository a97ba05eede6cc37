import { type Html, html } from '#platforms/web/rendering/html.ts';
import type { PageLinks } from './page-links.ts';

/** One page. */
export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Which entry of the navigation it belongs to. */
  readonly section: Section | undefined;
  /** What stands in the box. */
  readonly question?: string | undefined;
  /** It is no page of its own for a search engine. */
  readonly isHidden?: boolean;
}

export type Section = 'ask' | 'table' | 'subjects' | 'issues';

/** Longer questions are refused with a word about it; this keeps whoever pastes a page from waiting for that. */
const MAX_BOX_CHARACTERS = 1000;
export const siteName = 'Does it run on Arm?';

/** A whole document. Needs no script, and nothing from another host. */
export function renderPage({ title, main, section, question, isHidden }: Page, links: PageLinks): string {
  const heading = title === siteName ? title : `${title} – ${siteName}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${
  links.isStatic &&
  html`<meta http-equiv="Content-Security-Policy" content="${composePolicy(links.form)}">
<meta name="referrer" content="no-referrer">
`
}${
  isHidden === true &&
  html`<meta name="robots" content="noindex">
`
}<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<link rel="stylesheet" href="${links.style}">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="name"><a href="${links.home}">${siteName}</a></p>
<nav aria-label="Pages"><ul>
${renderEntry('Ask', links.home, section === 'ask')}
${renderEntry('What runs where', links.table(), section === 'table')}
${renderEntry('Subjects', links.subjects, section === 'subjects')}
${renderEntry('Issues', links.issues, section === 'issues')}
</ul></nav>
${links.form !== undefined && renderForm(links.form, question, section === 'ask' && question === undefined)}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer><p>Every answer comes from the newsletter’s archive, with the sentence that proves it. Where the archive is silent, that is no “no”.
${links.api !== undefined && html`<a href="${links.api}">For programs</a>`}</p></footer>
</body>
</html>
`;
  return page.markup;
}

function renderEntry(words: string, address: string, isCurrent: boolean): Html {
  return html`<li><a href="${address}"${isCurrent && html` aria-current="page"`}>${words}</a></li>`;
}

/** On the first page somebody is about to type; on the others, to read. */
function renderForm(action: string, question: string | undefined, isAwaited: boolean): Html {
  return html`<form role="search" action="${action}" method="get">
<label for="q">Your question</label>
<div class="box"><input id="q" name="q" type="search" maxlength="${MAX_BOX_CHARACTERS}" autocomplete="off" spellcheck="false" enterkeyhint="search" value="${question ?? ''}"${isAwaited && html` autofocus`}>
<button type="submit">Ask</button></div>
</form>`;
}

/** Nothing is loaded but our own style sheet, nothing runs, and the form leads to where questions are answered. */
export function composePolicy(form: string | undefined): string {
  const origin = form === undefined ? "'none'" : (URL.parse(form)?.origin ?? "'self'");
  return ["default-src 'none'", "style-src 'self'", 'img-src data:', `form-action ${origin}`, "base-uri 'none'"].join(
    '; ',
  );
}
