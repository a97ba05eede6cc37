import type { VerdictWord } from '#conversation/reply.ts';

/** A sign before the verdict's sentence; the sentence says the same in words, for whoever sees no signs. */
export const slackVerdictSigns = {
  yes: '✅',
  no: '⛔',
  partly: '⚠️',
  planned: '🗓️',
  'in-progress': '🚧',
  unknown: '❔',
} satisfies Record<VerdictWord, string>;
