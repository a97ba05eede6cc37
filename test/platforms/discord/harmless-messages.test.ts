import { encodeReplyAction } from '#conversation/wording/reply-action.ts';
import { renderDiscordReply } from '#platforms/discord/rendering/renderer.ts';
import { findBrokenLinks } from '../../../local/discord-server/find-broken-links.ts';
import { findLinkPreviews } from '../../../local/discord-server/find-link-previews.ts';
import { findLiveMentions } from '../../../local/discord-server/find-live-mentions.ts';
import { findMentionMarkup } from '../../../local/discord-server/find-mention-markup.ts';
import { validateMessage } from '../../../local/discord-server/validate-message.ts';
import { promiseHarmlessMessages } from '../../contracts/harmless-messages.ts';
import { hostileWords } from './rendering/hostile-response.ts';

promiseHarmlessMessages({
  platform: 'Discord',
  words: hostileWords,
  findProblems(response) {
    const ids = new Map<string, string>();
    const customIdOf = (action: Parameters<typeof encodeReplyAction>[0]) => {
      const key = encodeReplyAction(action);
      const id = ids.get(key) ?? `id ${ids.size}`;
      ids.set(key, id);
      return id;
    };
    return [true, false].flatMap((canEmbed) => {
      const message = { ...renderDiscordReply(response, { page: 0, isPrivate: true, canEmbed, customIdOf }) };
      return [
        ...validateMessage(message, 'interaction'),
        ...findLiveMentions(message),
        ...findMentionMarkup(message),
        ...findBrokenLinks(message),
        ...findLinkPreviews(message),
      ];
    });
  },
});
