import type { Source } from '#conversation/reply.ts';

/** Whether what an issue is called by says its day already, as the name of an issue does that is named by its day. */
export const namesDay = ({ issueTitle, issueId, day }: Pick<Source, 'issueTitle' | 'issueId' | 'day'>): boolean =>
  issueTitle.includes(day) || issueId.includes(day);
