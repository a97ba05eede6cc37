import type { Block, Reply } from '#conversation/reply.ts';

/** A short private reply that is no answer from the archive: a lead, and lines that can be typed next. */
export function composeNotice(lead: string, questions: readonly string[] = [], title = 'Try'): Reply {
  return {
    blocks: [{ kind: 'lead', text: lead, verdict: undefined }, ...suggest(title, questions)],
    audience: 'private',
  };
}

/** Lines that can be typed next, under a title; nothing where there is none. */
export function suggest(title: string, questions: readonly string[]): Block[] {
  return questions.length === 0 ? [] : [{ kind: 'suggestions', title, questions }];
}
