import { ComponentType, type Message } from 'discord.js';
import type { CustomIds } from './custom-id.ts';

/** The line that gives an answer of ours by itself: its buttons carry it. Undefined where none does, or it is no longer kept. */
export async function findLineOfAnswer(
  components: Message['components'],
  customIds: CustomIds,
): Promise<string | undefined> {
  for (const row of components) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const { customId } of row.components) {
      const action = customId == null ? undefined : await customIds.read(customId);
      // What a button asks is another line than the answer's own.
      if (action !== undefined && action !== 'expired' && action.kind !== 'ask') return action.line;
    }
  }
  return undefined;
}
