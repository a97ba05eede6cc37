import type { VerdictWord } from '#conversation/reply.ts';

/** How a verdict is shown beside its sentence, which says the same in words: a sign, and a colour where there is an embed. */
export const discordVerdicts = {
  yes: { sign: '✅', colour: 0x2e9e5b },
  no: { sign: '❌', colour: 0xd13438 },
  partly: { sign: '🟡', colour: 0xe0a100 },
  planned: { sign: '📅', colour: 0x2f6fd0 },
  'in-progress': { sign: '🚧', colour: 0x1c93a8 },
  unknown: { sign: '❔', colour: 0x80848e },
} as const satisfies Record<VerdictWord, { sign: string; colour: number }>;
