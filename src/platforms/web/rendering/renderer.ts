import type { Block, BlockKind, Reply, Source } from '#conversation/reply.ts';
import { namesDay } from '#conversation/wording/names-day.ts';
import { type Html, html } from './html.ts';
import { renderLink } from './link.ts';
import { renderSign } from './verdict.ts';

/** Where a reply's own links lead. */
export interface ReplyLinks {
  /** The page that answers a line; undefined where nobody answers, as in static files. */
  readonly ask: (line: string) => string | undefined;
  /** The page of an issue; undefined where there is none. */
  readonly issue: (issueId: string) => string | undefined;
}

type BlockRenderer<Kind extends BlockKind> = (block: Extract<Block, { kind: Kind }>, links: ReplyLinks) => Html;

/** A reply as HTML: whatever it says is text, whoever wrote it, and links lead to this page or to the web. */
export function renderHtmlReply({ blocks }: Reply, links: ReplyLinks): Html {
  return html`${blocks.map((block) => (renderers[block.kind] as BlockRenderer<BlockKind>)(block, links))}`;
}

const renderers = {
  lead: ({ text, verdict }) => html`<p class="lead">${verdict && [renderSign(verdict), ' ']}${text}</p>
`,
  text: ({ text }) => html`<p>${text}</p>
`,
  quote: ({ text, isRestated }) =>
    isRestated
      ? html`<figure><figcaption>In our own words, after the issue:</figcaption><blockquote>${text}</blockquote></figure>
`
      : html`<blockquote>“${text}”</blockquote>
`,
  source: ({ source }, links) => renderSource(source, links),
  links: ({ links }) =>
    links.length === 0
      ? html``
      : html`<ul class="links">${links.map(({ url, words }) => html`<li>${renderLink(url, words)}</li>`)}</ul>
`,
  list: ({ title, items }) => html`${renderTitle(title)}<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>
`,
  table: ({
    title,
    columns,
    rows,
  }) => html`<div class="scroll" role="region" aria-label="${title || 'Table'}" tabindex="0"><table>
${title !== '' && html`<caption>${title}</caption>`}
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(renderRow)}</tbody></table></div>
`,
  suggestions: ({ title, questions }, links) =>
    html`${renderTitle(title === '' ? '' : `${title}:`)}<ul class="suggestions">${questions.map((question) => html`<li>${renderQuestion(question, links)}</li>`)}</ul>
`,
} satisfies { [Kind in BlockKind]: BlockRenderer<Kind> };

function renderTitle(title: string): Html | false {
  return title !== '' && html`<p class="title">${title}</p>`;
}

function renderRow([first = '', ...others]: readonly string[]): Html {
  return html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

function renderQuestion(question: string, { ask }: ReplyLinks): Html {
  const address = ask(question);
  return address === undefined ? html`${question}` : html`<a href="${address}">${question}</a>`;
}

function renderSource(
  { heading, issueTitle, issueId, issueLink, day, isDateDerived }: Source,
  links: ReplyLinks,
): Html {
  const place = heading === '' || heading === issueTitle ? '' : `“${heading}”, `;
  const title = issueTitle.includes(issueId) ? issueTitle : `${issueTitle} (${issueId})`;
  const own = links.issue(issueId);
  const issue = own === undefined ? html`${title}` : html`<a href="${own}">${title}</a>`;
  const when = !namesDay({ issueTitle, issueId, day }) && html`, ${day}${isDateDerived && ' (the Friday of its week)'}`;
  const published = issueLink === undefined ? '' : html`, ${renderLink(issueLink, 'as published')}`;
  return html`<p class="source">— ${place}${issue}${when}${published}</p>
`;
}
