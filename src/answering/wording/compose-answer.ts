import type { Block, Reply, VerdictWord } from '#conversation/reply.ts';
import { formatMonth, isOlderThanYear } from '#newsletter/days/format-day.ts';
import type { Answer, Citation } from './answer.ts';

const verdictWords: Record<Exclude<VerdictWord, 'unknown'>, string> = {
  yes: 'Yes',
  no: 'No',
  partly: 'Partly',
  planned: 'Not yet',
  'in-progress': 'Not yet',
};
const SHOWN_LINKS = 2;

/** Puts an answer into blocks: the fact's own sentence behind the verdict's word, where it stands, the best links. `today`: `YYYY-MM-DD`. */
export function composeAnswer(answer: Answer, today: string): Reply {
  const [first, ...further] = answer.citations;
  const blocks: Block[] = [{ kind: 'lead', text: composeLead(answer, today), verdict: answer.verdict }];
  if (answer.list) blocks.push({ kind: 'list', title: answer.list.title, items: answer.list.items });
  if (first && !first.isInLead && first.quote !== '')
    blocks.push({ kind: 'quote', text: first.quote, isRestated: first.isRestated });
  blocks.push(...answer.notes.map((text): Block => ({ kind: 'text', text })));
  if (first) blocks.push(...sourceBlocks(first, further, today));
  if (answer.suggestions.length > 0)
    blocks.push({
      kind: 'suggestions',
      title: answer.answered ? 'Ask next' : 'Did you mean',
      questions: answer.suggestions,
    });
  return { blocks, audience: 'anyone' };
}

// An old yes is not today's: past a year the answer says of when it is.
function composeLead({ answered, verdict, lead, citations, list }: Answer, today: string): string {
  const [first] = citations;
  if (!answered || verdict === undefined || verdict === 'unknown' || list !== undefined || !first?.isInLead)
    return lead;
  const asOf = isOlderThanYear(first.source.day, today) ? `, as of ${formatMonth(first.source.day)}` : '';
  return `${verdictWords[verdict]}${asOf}: ${lead}`;
}

function sourceBlocks(first: Citation, further: readonly Citation[], today: string): Block[] {
  const blocks: Block[] = first.source.heading === '' ? [] : [{ kind: 'source', source: first.source }];
  if (first.links.length > 0) blocks.push({ kind: 'links', links: first.links.slice(0, SHOWN_LINKS) });
  const others = further.filter(
    ({ source }) => source.heading !== first.source.heading || source.issueId !== first.source.issueId,
  );
  if (others.length > 0)
    blocks.push({
      kind: 'list',
      title: 'Also',
      items: others.map(
        ({ source }) =>
          `${source.heading || source.issueTitle} (${source.issueId}${isOlderThanYear(source.day, today) ? `, ${formatMonth(source.day)}` : ''})`,
      ),
    });
  return blocks;
}
