import type { Block, Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';

/** The whole addresses of pages; for what has none, undefined. */
export interface PageAddresses {
  readonly subject: (name: string) => string | undefined;
  readonly issue: (issueId: string) => string | undefined;
}

/**
 * The reply with a link to the page of what it is about: its subject, else the issue that it rests on. It stands behind the
 * reply's own links, where every platform shows it.
 */
export function linkPage({ reply, subject, issueId }: Response, pages: PageAddresses): Reply {
  const link = (subject && findSubjectLink(subject, pages)) ?? (issueId && findIssueLink(issueId, pages));
  if (!link) return reply;
  const { blocks } = reply;
  const place = blocks.findLastIndex(({ kind }) => kind === 'links');
  const own = blocks[place];
  if (own?.kind === 'links') {
    return { ...reply, blocks: blocks.with(place, { kind: 'links', links: [...own.links, link] }) };
  }
  // What may be asked next stays last.
  const next = blocks.findIndex(({ kind }) => kind === 'suggestions');
  const added: Block = { kind: 'links', links: [link] };
  return { ...reply, blocks: blocks.toSpliced(next < 0 ? blocks.length : next, 0, added) };
}

function findSubjectLink(subject: string, pages: PageAddresses) {
  const url = pages.subject(subject);
  return url === undefined ? undefined : { url, words: `All about ${subject}` };
}

function findIssueLink(issueId: string, pages: PageAddresses) {
  const url = pages.issue(issueId);
  return url === undefined ? undefined : { url, words: `Issue ${issueId} with its facts` };
}
