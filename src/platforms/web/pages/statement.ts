import type { Statement } from '#catalogue/statement.ts';
import { type Html, html } from '#platforms/web/rendering/html.ts';
import { renderLink } from '#platforms/web/rendering/link.ts';
import { renderVerdict } from '#platforms/web/rendering/verdict.ts';

const MAX_LINKS = 4;

/** What one fact says: where and how it stands, the sentence, what proves it. */
export function renderStatement({ says, quote, status, places, isReviewed, issue }: Statement): Html {
  return html`${
    status !== undefined &&
    html`<p>${renderVerdict(status)}${places.length > 0 && ` on ${places.join(', ')}`}</p>
`
  }<p>${says}</p>
${quote !== undefined && renderProof(quote, issue.isRestated)}${
  !isReviewed &&
  html`<p class="quiet">Read out of a sentence by a program; no editor has checked it.</p>
`
}`;
}

function renderProof(quote: string, isRestated: boolean): Html {
  if (!isRestated)
    return html`<blockquote>“${quote}”</blockquote>
`;
  return html`<figure><figcaption>In our own words, after the issue:</figcaption><blockquote>${quote}</blockquote></figure>
`;
}

/** The links of an article, the first ones. */
export function renderArticleLinks(links: Statement['links']): Html | false {
  if (links.length === 0) return false;
  return html`<ul class="links">${links.slice(0, MAX_LINKS).map(({ url, words }) => html`<li>${renderLink(url, words)}</li>`)}</ul>
`;
}
