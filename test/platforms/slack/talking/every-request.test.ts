import { test } from 'node:test';
import { WebClient } from '@slack/web-api';
import type { Response } from '#conversation/response.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { renderSlackNotice } from '#platforms/slack/rendering/renderer.ts';
import { isDirectMessage, respondOnSlack, type SlackPlace, sendSlackAnswer } from '#platforms/slack/talking/sender.ts';
import { startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { inventedDigest, makeChannelPost } from '../../../fixtures/channel-post.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';
import { connectSender, here, looking } from '../posting/connect-sender.ts';

/** Moments are told by their place among those that were seen. */
function nameMoments(text: string): string {
  const seen = new Map<string, string>();
  return text.replaceAll(/\b\d{10}\.\d{6}\b/g, (ts) => {
    seen.set(ts, seen.get(ts) ?? `TS${seen.size + 1}`);
    return seen.get(ts) ?? '';
  });
}

test('what answers send, whole: for all and for one, in a thread, beside it and in a direct message', async (t) => {
  await using server = await startSlackServer();
  const client = new WebClient(server.botToken, composeSlackCallOptions(server.apiUrl, createSlackLogger(keepLog())));
  const shown: string[] = [];
  const lines: string[] = [];
  let from = 0;
  const send = async (what: string, place: Partial<SlackPlace>, audience: 'anyone' | 'private') => {
    const whole = { channelId: 'C0GENERAL', userId: 'U0ANN', threadTs: undefined, isInThread: false, ...place };
    const response: Response = { ...inventedDigest, reply: { ...inventedDigest.reply, audience } };
    const failure = await sendSlackAnswer(client, whole, response, (line, work) => {
      lines.push(line);
      return work();
    }).then(
      () => '',
      (error: unknown) => String(error),
    );
    shown.push(`${what} ${failure}`);
    for (const { method, args } of server.calls.slice(from))
      shown.push(`  ${method} ${JSON.stringify({ ...args, token: '' })}`);
    from = server.calls.length;
  };
  await send('for all', {}, 'anyone');
  const thread = { threadTs: server.messages('C0GENERAL')[0]?.ts };
  await send('for all, beginning a thread', thread, 'anyone');
  await send('for all, in a thread', { ...thread, isInThread: true }, 'anyone');
  await send('for one', {}, 'private');
  await send('for one, who began a thread', thread, 'private');
  await send('for one, in a thread', { ...thread, isInThread: true }, 'private');
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks' });
  await send('in a form that is refused', {}, 'anyone');
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error' });
  await send('when Slack has a fault', {}, 'anyone');
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'not_in_channel' });
  await send('where it may not post', {}, 'anyone');
  const direct = ['D0ANN', 'C0GENERAL', 'G0SECRET'].map(isDirectMessage);
  matchFixture(t, nameMoments([...shown, String(direct), ...lines].join('\n')), 'slack-answers.txt');
});

test('what is answered to a press, whole', async (t) => {
  const bodies: unknown[] = [];
  const respond = async (body: unknown) => void bodies.push(body) as never;
  const message = renderSlackNotice('It <boils>.');
  for (const more of [{}, { isForAll: true }, { replacesOriginal: true }, { threadTs: '1.2' }])
    await respondOnSlack(respond, { message, ...more });
  matchFixture(t, bodies.map((body) => JSON.stringify(body)).join('\n'), 'slack-presses.txt');
});

test('what posts send, whole: posted, looked for, edited, and a channel that is looked at first', async (t) => {
  await using slack = await connectSender(looking, true);
  const { server, sender } = slack;
  const shown: string[] = [];
  let from = 0;
  const step = async (what: string, work: Promise<unknown>) => {
    shown.push(`${what} → ${JSON.stringify(await work.catch((error: unknown) => String(error)))}`);
    for (const { method, args } of server.calls.slice(from)) {
      // Where the look begins depends on the clock of this machine.
      const { oldest, ...rest } = args;
      shown.push(
        `  ${method} ${JSON.stringify({ ...rest, token: '', ...(oldest === undefined ? {} : { oldest: 'some time ago' }) })}`,
      );
    }
    from = server.calls.length;
  };
  await step('check', sender.checkChannel(here.channelId, here.workspaceId, 'U0ANN'));
  await step('check unasked', sender.checkChannel(here.channelId, undefined, undefined));
  await step('check where it is not', sender.checkChannel('C0WITHOUT', here.workspaceId, 'U0ANN'));
  const sentAs = await sender.send(makeChannelPost(1, here));
  await step('send', Promise.resolve());
  await step('send with a ping', sender.send(makeChannelPost(2, { ...here, roleToPing: 'S0KETTLE' })));
  await step('look', sender.findSent(makeChannelPost(1, here), Date.now()));
  await step('look for another', sender.findSent(makeChannelPost(9, here), Date.now()));
  await step('look at a person', sender.findSent(makeChannelPost(1, { ...here, channelId: 'U0ANN' }), Date.now()));
  await step(
    'look where it is not',
    sender.findSent(makeChannelPost(1, { ...here, channelId: 'C0WITHOUT' }), Date.now()),
  );
  await step('correct', sender.correct(makeChannelPost(1, { ...here, sentAs })));
  await step('direct', sender.openDirect('U0ANN', here.workspaceId));
  matchFixture(t, nameMoments([...shown, `waits ${slack.waits}`].join('\n')), 'slack-posts.txt');
});
