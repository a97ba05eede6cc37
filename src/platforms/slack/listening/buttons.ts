import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Place } from '#conversation/request.ts';
import type { Response } from '#conversation/response.ts';
import { decodeReplyAction, type ReplyAction } from '#conversation/wording/reply-action.ts';
import { thankForRating } from '#conversation/wording/thank-for-rating.ts';
import { explained } from '#platforms/slack/calling/errors.ts';
import { REPLY_BUTTON_ID } from '#platforms/slack/rendering/buttons.ts';
import { composeAnswerModal } from '#platforms/slack/rendering/modal.ts';
import { renderSlackNotice, renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import { acknowledgeQuietly } from '#platforms/slack/talking/acknowledge-quietly.ts';
import { answerOnSlack } from '#platforms/slack/talking/answer.ts';
import { conversationInViews } from '#platforms/slack/talking/ask-in-view.ts';
import { type SlackDesk, toSlackAsker, toSlackPlace } from '#platforms/slack/talking/desk.ts';
import { isDirectMessage, respondOnSlack, type SendInTurn, sendSlackAnswer } from '#platforms/slack/talking/sender.ts';
import type { PlatformEvent } from '#traffic/answer-once.ts';

/** One press of a button. */
interface Press {
  readonly action: ReplyAction;
  readonly body: BlockAction<ButtonAction>;
  readonly respond: RespondFn;
  readonly client: WebClient;
}

/** Does what the buttons below answers say, wherever the answer stands: in a channel, for one person, in a modal. */
export function listenForButtons(app: App, desk: SlackDesk): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: REPLY_BUTTON_ID },
    async ({ action, body, ack, respond, client }) => {
      await acknowledgeQuietly(ack, desk.log);
      const replyAction = decodeReplyAction(action.value ?? '');
      // A button of an older version, or of somebody who makes up requests.
      if (replyAction === undefined) return desk.log.warn('A button carried nothing that is understood.', {});
      const key = `slack:${teamOf(body)}:press:${body.trigger_id}`;
      await press({ action: replyAction, body, respond, client }, key);
    },
  );

  function press(pressed: Press, key: string): Promise<void> {
    const { action, body } = pressed;
    const event = { key, comesAgain: false };
    if (action.kind === 'rate') return rate(action, pressed, event);
    const compose = () =>
      desk.respond({
        text: action.line,
        conversationId: conversationOf(body),
        nowMs: desk.now(),
        asker: askerOf(body),
        ...placeOf(body, desk),
      });
    const page = action.kind === 'page' ? action.page : 0;
    if (body.container.type === 'view') {
      return answerOnSlack(event, { compose, send: (response) => showInModal(response, page, pressed) }, desk);
    }
    if (action.kind === 'share') return answerOnSlack(event, { compose, send: sharing(pressed) }, desk);
    const send = (response: Response, sendInTurn: SendInTurn) => answerBelow(response, page, pressed, sendInTurn);
    return answerOnSlack(event, { compose, send }, desk);
  }

  function rate(
    { line, isHelpful, issueId }: Extract<ReplyAction, { kind: 'rate' }>,
    { body, respond }: Press,
    event: PlatformEvent,
  ): Promise<void> {
    const compose = () => desk.rate({ asker: askerOf(body), line, isHelpful, issueId, nowMs: desk.now() });
    const send = async (isKept: boolean) => {
      // A modal has no place for a thank-you.
      if (body.container.type === 'view') return;
      const message = renderSlackNotice(thankForRating(isHelpful, isKept));
      await respondOnSlack(respond, { message, threadTs: threadOf(body) });
    };
    return answerOnSlack(event, { compose, send }, desk);
  }

  /** What only its asker saw is shown to all; the button goes, so that it is not shown twice, not even by a second try. */
  function sharing({ body, respond }: Press): (response: Response) => Promise<void> {
    const threadTs = threadOf(body);
    let isShown = false;
    return async (response) => {
      const open = renderSlackReply(response, { page: 0, isPrivate: false });
      if (!isShown) await respondOnSlack(respond, { message: open, isForAll: true, threadTs });
      isShown = true;
      const message = renderSlackNotice('Shared in the channel.');
      await respondOnSlack(respond, { message, replacesOriginal: true, threadTs });
    };
  }

  /** Turning the page of a private answer replaces it; what stands in the open for all stays as it is. */
  async function answerBelow(
    response: Response,
    page: number,
    { action, body, respond, client }: Press,
    sendInTurn: SendInTurn,
  ): Promise<void> {
    const channelId = body.channel?.id ?? '';
    const threadTs = threadOf(body);
    if (action.kind === 'ask' && isDirectMessage(channelId)) {
      const place = { channelId, userId: body.user.id, threadTs, isInThread: threadTs !== undefined };
      return sendSlackAnswer(client, place, response, sendInTurn);
    }
    const isOpen = !isDirectMessage(channelId) && body.container.is_ephemeral !== true;
    const message = renderSlackReply(response, { page, isPrivate: !isDirectMessage(channelId) });
    const replacesOriginal = action.kind === 'page' && !isOpen;
    // Replacing keeps the place; in a direct message a page must not become a message that only one device shows.
    const isForAll = isDirectMessage(channelId);
    await respondOnSlack(respond, { message, replacesOriginal, isForAll, threadTs });
  }

  async function showInModal(response: Response, page: number, { body, client }: Press): Promise<void> {
    const view = composeAnswerModal(response, page);
    await explained<unknown>(() =>
      body.view?.type === 'modal'
        ? client.views.update({ view_id: body.view.id, view })
        : client.views.open({ trigger_id: body.trigger_id, view }),
    );
  }
}

function teamOf(body: BlockAction): string {
  return body.team?.id ?? body.user.team_id ?? '';
}

function askerOf(body: BlockAction) {
  return toSlackAsker(teamOf(body), body.user.id, body.channel?.id ?? `view of ${body.user.id}`);
}

/** None in a modal or on the Home tab. */
function placeOf(body: BlockAction, desk: SlackDesk): { place?: Place } {
  const channelId = body.channel?.id;
  return channelId === undefined ? {} : { place: toSlackPlace(teamOf(body), body.user.id, channelId, desk) };
}

function threadOf(body: BlockAction): string | undefined {
  const { thread_ts: threadTs } = (body.message ?? body.container) as { thread_ts?: string };
  return threadTs;
}

/** In a thread everybody's; elsewhere the one of whoever presses. */
function conversationOf(body: BlockAction): string {
  const channelId = body.channel?.id;
  if (channelId === undefined) return conversationInViews(teamOf(body), body.user.id);
  if (isDirectMessage(channelId)) return `slack:${teamOf(body)}:${channelId}`;
  return `slack:${teamOf(body)}:${channelId}:${threadOf(body) ?? body.user.id}`;
}
