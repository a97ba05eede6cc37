import type { ReplyLinks } from '#platforms/web/rendering/renderer.ts';

/** What the addresses of a page depend on. */
export interface PageSite {
  /** Where questions are answered when these are static files: an address without a slash at its end; undefined: nowhere. */
  readonly staticFor?: { readonly answersAt: string | undefined };
}

/** Which of the table is shown, as an address has it. */
export interface TableAddress {
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
}

/** Addresses as seen from one page: relative ones, so that the pages may lie anywhere below a host. */
export interface PageLinks extends ReplyLinks {
  /** Where the form with the question leads; undefined where nobody answers. */
  readonly form: string | undefined;
  readonly home: string;
  readonly style: string;
  readonly table: (filter?: TableAddress) => string;
  readonly subjects: string;
  readonly subject: (slug: string, anchor?: string) => string;
  readonly issues: string;
  readonly issueAt: (issueId: string, anchor?: string) => string;
  /** What programs can ask; undefined where nobody answers. */
  readonly api: string | undefined;
  readonly isStatic: boolean;
}

/** Stands for every kind where only a status is wanted. */
export const anyKind = 'any';

/** The addresses for a page that lies so many folders below the first: `/` is 0, `/table` is 0, `/subjects/x` is 1. */
export function createPageLinks(depth: number, { staticFor }: PageSite = {}): PageLinks {
  const isStatic = staticFor !== undefined;
  // Each static page is the index of a folder of its own.
  const root = '../'.repeat(depth) || './';
  const to = (path: string, anchor?: string) => `${root}${path}${isStatic ? '/' : ''}${anchor ? `#${anchor}` : ''}`;
  const answers = isStatic ? staticFor.answersAt : root.slice(0, -1);
  const table = ({ kind, status }: TableAddress = {}) =>
    to(['table', kind ?? (status && anyKind), status].filter(Boolean).map(encodePart).join('/'));
  const issueAt = (issueId: string, anchor?: string) => to(`issues/${encodePart(issueId)}`, anchor);
  return {
    form: answers === undefined ? undefined : `${answers}/`,
    ask: (line) => (answers === undefined ? undefined : `${answers}/?q=${encodeURIComponent(line.toWellFormed())}`),
    home: root,
    style: `${root}style.css`,
    table,
    subjects: to('subjects'),
    subject: (slug, anchor) => to(`subjects/${encodePart(slug)}`, anchor),
    issues: to('issues'),
    issue: (issueId) => issueAt(issueId),
    issueAt,
    api: answers === undefined ? undefined : `${answers}/api/openapi.json`,
    isStatic,
  };
}

function encodePart(part: string | undefined): string {
  return encodeURIComponent((part ?? '').toWellFormed());
}
