import type { Block, Reply } from '#conversation/reply.ts';

/** The reply with one more block at its end; what may be asked next stays last. */
export function addBlock(reply: Reply, block: Block): Reply {
  const { blocks } = reply;
  const next = blocks.findIndex(({ kind }) => kind === 'suggestions');
  return { ...reply, blocks: blocks.toSpliced(next < 0 ? blocks.length : next, 0, block) };
}
