import type { VerdictWord } from '#conversation/reply.ts';

/** How a verdict is shown: a sign and a word for everybody, and a colour beside them. */
export const discordVerdicts = {
  yes: { title: '✅ Yes', colour: 0x2e9e5b },
  no: { title: '❌ No', colour: 0xd13438 },
  partly: { title: '🟡 Partly', colour: 0xe0a100 },
  planned: { title: '📅 Planned', colour: 0x2f6fd0 },
  'in-progress': { title: '🚧 In progress', colour: 0x1c93a8 },
  unknown: { title: '❔ Not stated', colour: 0x80848e },
} as const satisfies Record<VerdictWord, { title: string; colour: number }>;
