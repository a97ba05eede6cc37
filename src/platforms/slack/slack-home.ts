import type { HomeView, KnownBlock } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { planSlackPages } from './plan-slack-pages.ts';
import { buildSlackBlocks } from './slack-blocks.ts';
import { buildSlackButtons } from './slack-buttons.ts';
import { slackLimits as limits } from './slack-limits.ts';
import { asSection, layOutSlackBlocks, word } from './slack-pieces.ts';

/** What the Home tab shows, one below the other. */
export interface HomeContent {
  readonly newestIssue: Response;
  readonly recentChanges: Response;
  /** Whole questions. */
  readonly examples: Response;
}

/** The button that opens the ask modal. */
export const homeAskId = 'home_ask';

/** Enough of each part to see what it is; the buttons lead to the rest. */
const partRoom = { characters: 2_500, pieces: 25 };

/** The Home tab: a button to ask, the newest issue, what changed of late, examples. */
export function composeHome({ newestIssue, recentChanges, examples }: HomeContent): HomeView {
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'What runs on Arm?' } },
    {
      type: 'rich_text',
      elements: [
        asSection([word('I answer from the issues of a weekly newsletter, with the sentence that proves it.')]),
      ],
    },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: homeAskId,
          style: 'primary',
          text: { type: 'plain_text', text: 'Ask a question' },
        },
      ],
    },
    ...composePart(examples),
    { type: 'divider' },
    ...composePart(recentChanges),
    { type: 'divider' },
    ...composePart(newestIssue),
  ];
  return { type: 'home', blocks: blocks.slice(0, limits.blocksPerView) };
}

function composePart(response: Response): KnownBlock[] {
  const [first = []] = planSlackPages(layOutSlackBlocks(response.reply.blocks, partRoom.characters / 2), partRoom);
  const { reply } = response;
  const onlySuggestions = {
    ...response,
    moreLine: undefined,
    relatedLine: undefined,
    reply: { ...reply, audience: 'private' as const },
  };
  return [
    ...buildSlackBlocks(first, 'view'),
    ...buildSlackButtons(onlySuggestions, { page: 0, pageCount: 1, isPrivate: false }),
  ];
}
