import type { Reply } from '#conversation/reply.ts';
import { addBlock } from './add-block.ts';

/** The reply, and how much of the archive it rests on while older issues are still to be read: what is missing may stand there. */
export function tellUnread(reply: Reply, { read, unread }: { readonly read: number; readonly unread: number }): Reply {
  if (unread === 0) return reply;
  const text = `I have just been started, and have read the newest ${read} of ${read + unread} issues so far. Ask again in a minute for what older ones say.`;
  return addBlock(reply, { kind: 'text', text });
}
