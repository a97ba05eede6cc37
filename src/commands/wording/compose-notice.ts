import type { Reply } from '#conversation/reply.ts';

/** A short private reply that is no answer from the archive: a lead, and lines that can be typed next. */
export function composeNotice(lead: string, questions: readonly string[] = [], title = 'Try'): Reply {
  return {
    blocks: [
      { kind: 'lead', text: lead, verdict: undefined },
      ...(questions.length === 0 ? [] : [{ kind: 'suggestions' as const, title, questions }]),
    ],
    audience: 'private',
  };
}
