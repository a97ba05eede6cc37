import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { findBrokenLinks, findLiveMentions } from '../../../local/slack-server/find-live-mentions.ts';
import { validateMessage } from '../../../local/slack-server/validate-blocks.ts';
import { promiseHarmlessMessages } from '../../contracts/harmless-messages.ts';
import { hostileSlackWords } from './rendering/hostile-words.ts';

promiseHarmlessMessages({
  platform: 'Slack',
  words: hostileSlackWords,
  findProblems(response) {
    const message = renderSlackReply(response, { page: 0, isPrivate: true });
    return [...validateMessage(message), ...findLiveMentions(message), ...findBrokenLinks(message)];
  },
});
