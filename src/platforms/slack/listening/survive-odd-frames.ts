import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '#conversation/ports/log.ts';

type SocketModeClient = SocketModeReceiver['client'];

/**
 * Lets a frame pass that is not what the SDK takes for granted, such as an event without an event. By itself it rejects then
 * where nobody can handle it, which ends the process.
 */
export function surviveOddFrames(client: SocketModeClient, log: Log): void {
  const { onWebSocketMessage } = client as unknown as { onWebSocketMessage: (...frame: unknown[]) => Promise<void> };
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      await onWebSocketMessage.apply(client, frame);
    } catch (error) {
      log.warn('Slack sent something that is not understood; it is passed over.', { error });
    }
  });
}
