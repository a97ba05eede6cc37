import type { HomeView, KnownBlock } from '@slack/types';
import type { Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import type { HomeContent } from '#platforms/chat-platform.ts';
import { buildSlackBlocks } from './blocks.ts';
import { buildSlackButtons } from './buttons.ts';
import { slackLimits as limits } from './limits.ts';
import { composeQuestionInput } from './modal.ts';
import { asSection, layOutSlackBlocks, word } from './pieces.ts';
import { planSlackPages } from './plan-pages.ts';

/** The box to ask in: what is typed arrives when its writer presses Enter. */
export const homeAskId = 'home_ask';

/** Enough of each part to see what it is; the buttons lead to the rest. */
const partRoom = { characters: 2_500, pieces: 25 };

/** The Home tab: a box to ask in, the newest issue, what changed of late, examples. */
export function composeHome({ newestIssue, recentChanges, examples }: HomeContent): HomeView {
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'What runs on Arm?' } },
    {
      type: 'rich_text',
      elements: [
        asSection([word('I answer from the issues of a weekly newsletter, with the sentence that proves it.')]),
      ],
    },
    composeAskBox(examples.reply),
    ...composePart(examples),
    { type: 'divider' },
    ...composePart(recentChanges),
    { type: 'divider' },
    ...composePart(newestIssue),
  ];
  return { type: 'home', blocks: blocks.slice(0, limits.blocksPerView) };
}

function composeAskBox({ blocks }: Reply): KnownBlock {
  const [example] = blocks.flatMap((block) => (block.kind === 'suggestions' ? block.questions : []));
  return {
    type: 'input',
    dispatch_action: true,
    label: { type: 'plain_text', text: 'What do you want to know?' },
    element: {
      ...composeQuestionInput(homeAskId, example),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
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
