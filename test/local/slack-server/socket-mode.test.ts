import assert from 'node:assert/strict';
import { test } from 'node:test';
import bolt, { type App as BoltApp } from '@slack/bolt';
import {
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from '../../../local/slack-server/start-slack-server.ts';
import { keepLog } from './keep-log.ts';

/**
 * A real Bolt app, connected by Socket Mode. `pingTimeoutMs`: without a pong for so long it gives its connection up, which a
 * busy machine makes it do at a short time; so long, and longer, it waits before it comes back after a broken one.
 */
async function startApp(server: SlackServer, addListeners: (app: BoltApp) => void, pingTimeoutMs = 30_000) {
  const logger = keepLog();
  const clientOptions = { slackApiUrl: server.apiUrl, logger };
  const receiver = new bolt.SocketModeReceiver({
    appToken: server.app.appToken,
    clientPingTimeout: pingTimeoutMs,
    installerOptions: { clientOptions },
    logger,
  });
  const app = new bolt.App({ token: server.botToken, receiver, clientOptions, logger });
  addListeners(app);
  await app.start();
  return { app, logger, [Symbol.asyncDispose]: async () => void (await app.stop()) };
}

// What a busy machine does not acknowledge in time comes again, as often as it needs to.
const quickly: SlackServerOptions = {
  socket: { acknowledgeWithinMs: 200, retryAfterMs: Array<number>(200).fill(10), withoutConnection: 'hold' },
};
const plain = (text: string) => ({ type: 'plain_text' as const, text });

test('a mention reaches the app and its answer the thread', async () => {
  await using server = await startSlackServer();
  await using running = await startApp(server, (app) => {
    app.event(
      'app_mention',
      async ({ event, say }) => void (await say({ text: `heard: ${event.text}`, thread_ts: event.ts })),
    );
  });
  const asked = server.person('U0ANN').post('C0GENERAL', '@bot does "a<b" run? see https://example.com/a&b @ben');
  const answer = await server.waitFor(() =>
    server.messages('C0GENERAL').find(({ thread_ts }) => thread_ts === asked.ts),
  );
  assert.equal(
    answer.text,
    `heard: <@${server.workspace.botUserId}> does "a&lt;b" run? see <https://example.com/a&amp;b> <@U0BEN>`,
  );
  assert.deepEqual(
    (await asked.outcomes).map(({ isAcknowledged, attempts }) => [isAcknowledged, attempts]),
    [[true, 1]],
  );
  assert.ok((server.acks[0]?.delayMs ?? -1) >= 0);
  assert.deepEqual([running.logger.lines, server.problems], [[], []]);
});

test('the app hears of nothing that it has not subscribed to or may not see', async () => {
  await using server = await startSlackServer({ app: { events: ['app_mention', 'message.channels', 'message.im'] } });
  const heard: string[] = [];
  await using _running = await startApp(server, (app) => {
    app.message(
      async ({ message }) =>
        void heard.push(`${message.channel_type}:${message.subtype ?? ''}:${'text' in message ? message.text : ''}`),
    );
  });
  const ann = server.person('U0ANN');
  // Without channels:history there are no messages of channels.
  assert.deepEqual(ann.post('C0GENERAL', 'hello').events, []);
  await ann.post('dm', '@bot hello').outcomes;
  assert.deepEqual(heard, [`im::<@${server.workspace.botUserId}> hello`]);
  server.workspace.scopes.add('channels:history');
  const { ts, outcomes } = ann.post('C0GENERAL', 'hello @channel');
  await outcomes;
  await ann.edit('C0GENERAL', ts, 'hello again').outcomes;
  await server.postAsOtherBot('C0GENERAL', 'beep', { isLegacy: true }).outcomes;
  assert.deepEqual(heard.slice(1), [
    'channel::hello <!channel>',
    'channel:message_changed:',
    'channel:bot_message:beep',
  ]);
  assert.equal(server.deliveries.length, 4);
  server.workspace.channels.get('C0GENERAL')?.members.delete(server.workspace.botUserId);
  assert.deepEqual(ann.post('C0GENERAL', '@bot are you there?').events, []);
});

test('an edit that mentions the bot comes as a mention marked as edited', async () => {
  await using server = await startSlackServer();
  const heard: unknown[] = [];
  await using _running = await startApp(server, (app) => {
    app.event('app_mention', async ({ event }) => void heard.push(event.edited?.user));
  });
  const { ts } = server.person('U0ANN').post('C0GENERAL', 'no mention');
  await server.person('U0ANN').edit('C0GENERAL', ts, '@bot now').outcomes;
  assert.deepEqual(heard, ['U0ANN']);
});

test('a slash command is answered in the acknowledgement or by response_url, five times and not more', async () => {
  await using server = await startSlackServer();
  await using running = await startApp(server, (app) => {
    app.command('/arm', async ({ ack, command, respond }) => {
      await ack({ text: `looking up ${command.text}` });
      for (const text of ['1', '2', '3', '4', '5']) await respond(text);
      await assert.rejects(respond('6'), { code: 'slack_bolt_respond_error' });
    });
  });
  const outcome = await server.person('U0ANN').runCommand('C0GENERAL', '/arm', 'does it run?');
  assert.deepEqual(outcome.response, { text: 'looking up does it run?' });
  await server.waitFor(() => server.calls.at(-1)?.error === 'used_url');
  const shown = server.messages('C0GENERAL').map(({ text, ephemeralTo }) => `${ephemeralTo} ${text}`);
  assert.deepEqual(
    shown,
    ['looking up does it run?', '1', '2', '3', '4', '5'].map((text) => `U0ANN ${text}`),
  );
  assert.deepEqual([running.logger.lines, server.problems], [[], []]);
});

test('a button tells where it was pressed, and response_url replaces, deletes and shares', async () => {
  await using server = await startSlackServer();
  const pressed: Record<string, unknown>[] = [];
  const button = (id: string) => ({ type: 'button' as const, text: plain(id), action_id: id, value: `v-${id}` });
  const blocks = [{ type: 'actions' as const, elements: ['replace', 'share', 'drop', 'broken'].map(button) }];
  await using _running = await startApp(server, (app) => {
    app.command('/arm', async ({ ack }) => void (await ack({ text: 'private', blocks })));
    app.action(/.*/, async ({ ack, action, body, respond }) => {
      await ack();
      if (action.type !== 'button' || body.type !== 'block_actions' || !('action_id' in action)) return;
      pressed.push({ value: action.value, container: body.container, hasMessage: body.message !== undefined });
      if (action.action_id === 'replace') await respond({ text: 'replaced', blocks, replace_original: true });
      if (action.action_id === 'share') await respond({ text: 'shared', response_type: 'in_channel' });
      if (action.action_id === 'drop') await respond({ delete_original: true });
      if (action.action_id === 'broken')
        await respond({ text: 'x', blocks: [{ type: 'header', text: plain('') }] }).catch(() => {});
    });
  });
  const ann = server.person('U0ANN');
  await ann.runCommand('C0GENERAL', '/arm', 'x');
  const [message] = server.messages('C0GENERAL');
  assert.ok(message);
  await ann.press(message, 'replace');
  await server.waitFor(() => message.text === 'replaced');
  assert.deepEqual(pressed[0], {
    value: 'v-replace',
    container: { type: 'message', message_ts: message.ts, channel_id: 'C0GENERAL', is_ephemeral: true },
    hasMessage: false,
  });
  await ann.press(message, 'share');
  const shared = await server.waitFor(() => server.messages('C0GENERAL').find(({ text }) => text === 'shared'));
  assert.equal(shared.ephemeralTo, undefined);
  await ann.press(message, 'broken');
  await server.waitFor(() => server.calls.at(-1)?.error === 'invalid_blocks');
  await ann.press(message, 'drop');
  await server.waitFor(() => message.isDeleted);
  assert.throws(() => ann.press(message, 'drop'), /does not see the message/);
  assert.throws(() => ann.press(shared, 'nothing'), /nothing to press is called nothing/);
  assert.throws(() => server.person('U0BEN').press({ ...message, isDeleted: false }, 'drop'), /does not see/);
});

test('shortcuts open a modal, which is submitted, corrected and closed', async () => {
  await using server = await startSlackServer();
  const submitted: unknown[] = [];
  const view = {
    type: 'modal' as const,
    callback_id: 'ask',
    title: plain('Ask'),
    submit: plain('Ask'),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'q',
        label: plain('Question'),
        element: { type: 'plain_text_input' as const, action_id: 'question', max_length: 20 },
      },
    ],
  };
  await using running = await startApp(server, (app) => {
    app.shortcut({ type: 'shortcut', callback_id: 'ask' }, async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
    app.shortcut({ type: 'message_action', callback_id: 'about' }, async ({ ack, shortcut, respond }) => {
      await ack();
      if (shortcut.type === 'message_action') await respond(`about: ${shortcut.message.text}`);
    });
    app.view('ask', async ({ ack, view: { state } }) => {
      const question = state.values.q?.question?.value;
      submitted.push(question);
      await (question === 'bad' ? ack({ response_action: 'errors', errors: { q: 'Ask more' } }) : ack());
    });
  });
  const ann = server.person('U0ANN');
  await ann.useGlobalShortcut('ask');
  const modal = await server.waitFor(() => server.modal('U0ANN'));
  await assert.rejects(ann.submit({}), /question is empty/);
  await assert.rejects(ann.submit({ question: 'x'.repeat(21) }), /question is too long/);
  await ann.submit({ question: 'bad' });
  assert.deepEqual(modal.errors, { q: 'Ask more' });
  await ann.submit({ question: 'good' });
  assert.deepEqual([submitted, server.modal('U0ANN')], [['bad', 'good'], undefined]);
  const { message } = ann.post('C0GENERAL', 'a thing');
  await ann.useMessageShortcut('about', message);
  await server.waitFor(() => server.messages('C0GENERAL').some(({ text }) => text === 'about: a thing'));
  assert.deepEqual([running.logger.lines, server.problems], [[], []]);
});

test('opening the home tab and either kind of pane tells the app', async () => {
  for (const pane of ['agent', 'assistant'] as const) {
    await using server = await startSlackServer({ app: { pane } });
    const tabs: unknown[] = [];
    await using _running = await startApp(server, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        tabs.push(event.tab);
        if (event.tab === 'home')
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
      });
      app.event('assistant_thread_started', async ({ event }) => void tabs.push(event.assistant_thread.thread_ts));
    });
    const ann = server.person('U0ANN');
    ann.openHome();
    await server.waitFor(() => server.home('U0ANN'));
    const { threadTs, event } = ann.openPane('C0GENERAL');
    await event?.outcome;
    assert.deepEqual(tabs, ['home', pane === 'agent' ? 'messages' : threadTs]);
  }
});

test('what is not acknowledged comes again with the same event id, and is given up in the end', async () => {
  await using server = await startSlackServer({ socket: { acknowledgeWithinMs: 60_000, retryAfterMs: [0, 10, 20] } });
  const seen: unknown[][] = [];
  await using _running = await startApp(server, (app) => {
    app.use(async ({ body, context, next }) => {
      seen.push(['event_id' in body ? body.event_id : undefined, context.retryNum, context.retryReason]);
      await next();
    });
    app.command('/arm', ({ ack }) => ack());
  });
  server.sockets.loseAcks(2);
  const { events, outcomes } = server.person('U0ANN').post('C0GENERAL', '@bot hello');
  assert.deepEqual((await outcomes)[0]?.attempts, 3);
  const id = events[0]?.eventId;
  assert.deepEqual(seen, [
    [id, 0, ''],
    [id, 1, 'timeout'],
    [id, 2, 'timeout'],
  ]);
  assert.equal(new Set(server.deliveries.map(({ envelopeId }) => envelopeId)).size, 3);
  server.sockets.loseAcks(4);
  const [outcome] = await server.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  assert.deepEqual([outcome?.isAcknowledged, outcome?.attempts, outcome?.failure], [false, 4, 'timeout']);
  server.sockets.loseAcks(1);
  const command = await server.person('U0ANN').runCommand('C0GENERAL', '/arm', 'x');
  assert.deepEqual([command.isAcknowledged, command.attempts], [false, 1]);
});

test('connections break, are refused and are rotated, and every event still arrives', async () => {
  await using server = await startSlackServer(quickly);
  const heard = new Set<string>();
  const listen = (app: BoltApp) => {
    app.event('app_mention', async ({ event }) => void heard.add(event.ts));
  };
  await using _running = await startApp(server, listen, 200);
  const ann = server.person('U0ANN');
  const posted = [ann.post('C0GENERAL', '@bot one')];
  server.sockets.drop();
  posted.push(ann.post('C0GENERAL', '@bot two'));
  await server.waitFor(() => server.sockets.count === 1);
  server.sockets.rotate('warning');
  posted.push(ann.post('C0GENERAL', '@bot three'));
  server.sockets.refuse(1);
  await server.waitFor(() => heard.size === 3);
  await Promise.all(posted.map(({ outcomes }) => outcomes));
  assert.deepEqual(
    [...heard].sort(),
    posted.map(({ ts }) => ts),
  );
});

test('without a connection an event is tried in vain, or held until the server closes', async () => {
  const retrying = await startSlackServer({ socket: { retryAfterMs: [0, 5] } });
  const [given] = await retrying.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  assert.deepEqual([given?.isAcknowledged, given?.attempts, given?.failure], [false, 3, 'connection_failed']);
  await retrying.close();
  const holding = await startSlackServer(quickly);
  const { outcomes } = holding.person('U0ANN').post('C0GENERAL', '@bot hello');
  await holding.close();
  assert.equal((await outcomes)[0]?.isAcknowledged, false);
});

test('several connections share the work, a ticket opens one, and an eleventh is sent away', async () => {
  await using server = await startSlackServer();
  const url = server.state.openSocketUrl();
  const open = (address: string) => {
    const socket = new WebSocket(address);
    const first = new Promise<{ type?: string; reason?: string }>((resolve) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)));
      socket.onerror = () => resolve({ type: 'refused' });
    });
    return { socket, first };
  };
  const one = open(url);
  assert.equal((await one.first).type, 'hello');
  assert.equal((await open(url).first).type, 'refused');
  const others = Array.from({ length: 9 }, () => open(server.state.openSocketUrl()));
  await Promise.all(others.map(({ first }) => first));
  const { type, reason } = await open(server.state.openSocketUrl()).first;
  assert.deepEqual([type, reason, server.sockets.count], ['disconnect', 'too_many_websockets', 10]);
  const carriers = new Set<number>();
  [one, ...others].forEach(({ socket }, at) => {
    socket.onmessage = ({ data }) => {
      carriers.add(at);
      socket.send(JSON.stringify({ envelope_id: JSON.parse(String(data)).envelope_id }));
    };
  });
  for (let count = 0; count < 10; count++) await server.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  assert.equal(carriers.size, 10);
  one.socket.send('{"envelope_id":"unknown"}');
  await server.waitFor(() => server.problems.length > 0);
  assert.match(server.problems[0] ?? '', /never carried: unknown/);
});

test('an uninstalled app is told, and its token is dead', async () => {
  await using server = await startSlackServer();
  const heard: string[] = [];
  await using running = await startApp(server, (app) => {
    app.event('app_uninstalled', async ({ event }) => void heard.push(event.type));
    app.event('tokens_revoked', async ({ event }) => void heard.push(event.type));
  });
  server.uninstall();
  await server.waitFor(() => server.acks.length === 2);
  assert.deepEqual(heard, ['tokens_revoked', 'app_uninstalled']);
  await assert.rejects(running.app.client.auth.test(), /account_inactive/);
});
