import { isTokenRefused } from '#platforms/slack/calling/errors.ts';
import { answerOnce, type EventInHand, type PlatformEvent } from '#traffic/answer-once.ts';
import type { SlackDesk } from './desk.ts';
import type { SendInTurn } from './sender.ts';

/** Composing an answer, and getting it to whoever asked. */
export interface SlackAnswering<Answer> {
  /** Done once, however often it must be sent. */
  readonly compose: () => Promise<Answer>;
  /** Sends in the channel's turn, by the way that is given it, or without a line. What it throws is a `DeliveryError`. */
  readonly send: (answer: Answer, sendInTurn: SendInTurn) => Promise<void>;
}

/** Answers an event once: composes, and sends until Slack has it or refuses it. */
export function answerOnSlack<Answer>(
  event: PlatformEvent,
  { compose, send }: SlackAnswering<Answer>,
  desk: SlackDesk,
): Promise<void> {
  let composed: { readonly answer: Answer } | undefined;
  return answerOnce(
    event,
    async (hand) => {
      composed ??= { answer: await compose() };
      try {
        await send(composed.answer, sendingWith(hand, desk));
      } catch (error) {
        if (isTokenRefused(error)) desk.onTokenRefused();
        throw error;
      }
    },
    desk,
  );
}

/** Who waits in the line before a channel keeps nobody from composing, and looks last whether the event is still theirs. */
function sendingWith({ endTurn, confirm }: EventInHand, { sendInTurn }: SlackDesk): SendInTurn {
  return (channelId, send) => {
    endTurn();
    return sendInTurn(channelId, async () => {
      await confirm();
      return send();
    });
  };
}
