import type { Block, Reply } from '#conversation/reply.ts';
import type { Answer, Citation } from './answer.ts';

/** Puts an answer into blocks: the verdict, the proof, where it stands, what else is worth knowing. */
export function composeAnswer(answer: Answer): Reply {
  const [first, ...further] = answer.citations;
  const blocks: Block[] = [{ kind: 'lead', text: answer.lead, verdict: answer.verdict }];
  if (!answer.answered) blocks.push(...answer.notes.map(noteBlock));
  if (answer.list) blocks.push({ kind: 'list', title: answer.list.title, items: answer.list.items });
  if (first) blocks.push(...citationBlocks(first, further));
  if (answer.answered) blocks.push(...answer.notes.map(noteBlock));
  if (answer.suggestions.length > 0) {
    blocks.push({
      kind: 'suggestions',
      title: answer.answered ? 'Ask next' : 'Did you mean',
      questions: answer.suggestions,
    });
  }
  return { blocks, audience: 'anyone' };
}

function noteBlock(text: string): Block {
  return { kind: 'text', text };
}

// Further quotes of the same article stand before its source; other articles are named with theirs.
function citationBlocks(first: Citation, further: readonly Citation[]): Block[] {
  const isSame = (one: Citation) =>
    one.source.issueId === first.source.issueId && one.source.heading === first.source.heading;
  const quote = (one: Citation): Block => ({ kind: 'quote', text: one.quote, isRestated: one.isRestated });
  const blocks: Block[] = first.quote ? [quote(first)] : [];
  blocks.push(...further.filter(isSame).map(quote), { kind: 'source', source: first.source });
  if (first.links.length > 0) blocks.push({ kind: 'links', links: first.links });
  const others = further.filter((one) => !isSame(one));
  if (others.length > 0) {
    blocks.push({
      kind: 'list',
      title: 'Also',
      items: others.map(({ source }) => `${source.heading || source.issueTitle} (${source.issueId}, ${source.day})`),
    });
  }
  return blocks;
}
