import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import bolt, { type App as BoltApp, type HTTPReceiverOptions } from '@slack/bolt';
import { type SlackServer, startSlackServer } from '../../../local/slack-server/start-slack-server.ts';
import { keepLog } from './keep-log.ts';

/** A real Bolt app behind its HTTP receiver, to which the server delivers. */
async function startApp(
  server: SlackServer,
  addListeners: (app: BoltApp) => void,
  options: Partial<HTTPReceiverOptions> = {},
) {
  const logger = keepLog();
  const clientOptions = { slackApiUrl: server.apiUrl, logger };
  const receiver = new bolt.HTTPReceiver({ signingSecret: server.app.signingSecret, logger, ...options });
  const isOauth = options.clientId !== undefined;
  const app = new bolt.App({ receiver, clientOptions, logger, ...(isOauth ? {} : { token: server.botToken }) });
  addListeners(app);
  const listening = (await app.start(0)) as Server;
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  server.deliverTo(`${origin}/slack/events`);
  const stop = async () => {
    const stopped = app.stop();
    listening.closeAllConnections();
    await stopped;
  };
  return { app, logger, origin, [Symbol.asyncDispose]: stop };
}

/** An endpoint of our own, for what Bolt would never do. */
async function startEndpoint(
  server: SlackServer,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const endpoint = createServer((request, response) => {
    request.resume().on('end', () => answer(request, response));
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  server.deliverTo(`http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`);
  const stop = async () => {
    endpoint.closeAllConnections();
    await new Promise((resolve) => endpoint.close(resolve));
  };
  return { [Symbol.asyncDispose]: stop };
}

// Time runs out where a test says so; a busy machine takes long to answer.
const quickly = { http: { acknowledgeWithinMs: 60_000, retryAfterMs: [0, 10, 20] } };
const plain = (text: string) => ({ type: 'plain_text' as const, text });

test('events, commands and interactions arrive signed, and the URL is verified', async () => {
  await using server = await startSlackServer();
  const view = {
    type: 'modal' as const,
    callback_id: 'ask',
    title: plain('Ask'),
    submit: plain('Ask'),
    blocks: [
      {
        type: 'input' as const,
        label: plain('Question'),
        element: { type: 'plain_text_input' as const, action_id: 'question' },
      },
    ],
  };
  await using running = await startApp(server, (app) => {
    app.event('app_mention', async ({ event, say }) => void (await say({ text: 'heard', thread_ts: event.ts })));
    app.command('/arm', async ({ ack, command, client }) => {
      await ack(`about ${command.text}`);
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view(
      'ask',
      async ({ ack }) => void (await ack({ response_action: 'update', view: { ...view, title: plain('Thanks') } })),
    );
  });
  assert.equal(await server.http.verifyUrl(), true);
  const ann = server.person('U0ANN');
  const { ts, outcomes } = ann.post('C0GENERAL', '@bot hello');
  await outcomes;
  await server.waitFor(() => server.messages('C0GENERAL').some(({ thread_ts }) => thread_ts === ts));
  await ann.runCommand('C0GENERAL', '/arm', 'a & b');
  assert.equal(server.messages('C0GENERAL').find(({ via }) => via === 'ack')?.text, 'about a & b');
  const modal = await server.waitFor(() => server.modal('U0ANN'));
  await ann.submit({ question: 'does it run?' });
  assert.deepEqual(modal.body.title, plain('Thanks'));
  assert.deepEqual([running.logger.lines, server.problems], [[], []]);
});

test('a wrong secret and an old timestamp are what the app refuses', async () => {
  await using server = await startSlackServer(quickly);
  await using running = await startApp(server, () => {});
  const post = () => server.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  server.http.clockSkewMs = -6 * 60 * 1000;
  const [stale] = await post();
  assert.deepEqual([stale?.isAcknowledged, stale?.attempts, stale?.failure], [false, 4, 'http_error']);
  assert.match(running.logger.lines[0] ?? '', /must differ from system time by no more than 5 minutes/);
  server.http.clockSkewMs = 0;
  assert.equal((await post())[0]?.isAcknowledged, true);
  server.http.signingSecret = 'another';
  assert.equal((await post())[0]?.isAcknowledged, false);
  assert.match(running.logger.lines.at(-1) ?? '', /signature mismatch/);
});

test('a failed event comes again with its number and reason, unless the endpoint asks for no retry', async () => {
  await using server = await startSlackServer(quickly);
  const tries: unknown[] = [];
  const answers: ((response: ServerResponse) => void)[] = [
    (response) => response.writeHead(500).end(),
    () => server.http.letTimeRunOut(),
    (response) => response.destroy(),
    (response) => response.writeHead(200).end(),
    (response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
  ];
  await using _endpoint = await startEndpoint(server, ({ headers }, response) => {
    tries.push([headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    answers[tries.length - 1]?.(response);
  });
  const [outcome] = await server.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  assert.equal(outcome?.attempts, 4);
  assert.deepEqual(tries, [
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_timeout'],
    ['3', 'connection_failed'],
  ]);
  assert.equal(new Set(server.deliveries.map(({ eventId }) => eventId)).size, 1);
  const [given] = await server.person('U0ANN').post('C0GENERAL', '@bot hello').outcomes;
  assert.deepEqual([given?.isAcknowledged, given?.attempts], [false, 1]);
});

test('the OAuth dance installs the app into the workspace that the browser chose', async () => {
  await using server = await startSlackServer({
    workspaces: [
      { id: 'T0ONE', isInstalled: false, scopes: [], channels: [{ id: 'C0ONE' }] },
      { id: 'T0TWO', isInstalled: false, scopes: [], channels: [{ id: 'C0TWO' }] },
    ],
  });
  const installations = new Map<string, bolt.Installation>();
  await using running = await startApp(
    server,
    (app) => {
      app.event('app_mention', async ({ event, say }) => void (await say({ text: 'heard', thread_ts: event.ts })));
    },
    {
      clientId: server.app.clientId,
      clientSecret: server.app.clientSecret,
      stateSecret: 'a-secret-for-states',
      scopes: ['app_mentions:read', 'chat:write'],
      installationStore: {
        storeInstallation: async (installation) => void installations.set(installation.team?.id ?? '', installation),
        fetchInstallation: async ({ teamId }) => installations.get(teamId ?? '') as bolt.Installation<'v2', false>,
      },
      installerOptions: {
        authorizationUrl: server.authorizeUrl,
        directInstall: true,
        clientOptions: { slackApiUrl: server.apiUrl },
      },
    },
  );
  const redirectUri = `${running.origin}/slack/oauth_redirect`;
  server.app.redirectUrls.push(redirectUri);
  const install = async () => {
    const begun = await fetch(`${running.origin}/slack/install`, { redirect: 'manual' });
    const asked = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
    return fetch(asked.headers.get('location') ?? '', { headers: { cookie } });
  };
  for (const [team, channel] of [
    ['T0ONE', 'C0ONE'],
    ['T0TWO', 'C0TWO'],
  ] as const) {
    server.setConsent({ team });
    assert.equal((await install()).status, 200);
    assert.equal(installations.get(team)?.bot?.token, `xoxb-${team}-local`);
    await server.person('U0ANN', team).post(channel, '@bot hello').outcomes;
    await server.waitFor(() => server.messages(channel).some(({ text }) => text === 'heard'));
  }
  server.setConsent({ isGranted: false });
  assert.equal((await install()).status, 500);
  const ask = async (query: object) =>
    (
      await fetch(`${server.authorizeUrl}?${new URLSearchParams(query as Record<string, string>)}`, {
        redirect: 'manual',
      })
    ).text();
  assert.equal(await ask({ client_id: 'x' }), 'invalid_client_id');
  assert.equal(
    await ask({ client_id: server.app.clientId, redirect_uri: 'https://evil.test', scope: 'chat:write' }),
    'bad_redirect_uri',
  );
  assert.equal(await ask({ client_id: server.app.clientId, scope: 'Everything!' }), 'invalid_scope');
});

test('a code is exchanged once, with the right secret', async () => {
  await using server = await startSlackServer({ app: { redirectUrls: ['https://app.example.com/'] } });
  const { clientId, clientSecret } = server.app;
  const consent = await fetch(`${server.authorizeUrl}?client_id=${clientId}&scope=chat:write&state=s1`, {
    redirect: 'manual',
  });
  const target = new URL(consent.headers.get('location') ?? '');
  assert.deepEqual([target.origin, target.searchParams.get('state')], ['https://app.example.com', 's1']);
  const exchange = async (more: object = {}) => {
    const fields = {
      client_id: clientId,
      client_secret: clientSecret,
      code: target.searchParams.get('code') ?? '',
      ...more,
    };
    const response = await fetch(`${server.apiUrl}oauth.v2.access`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return (await response.json()) as { error?: string; access_token?: string };
  };
  assert.equal((await exchange({ client_id: 'x' })).error, 'invalid_client_id');
  assert.equal((await exchange({ client_secret: 'x' })).error, 'bad_client_secret');
  assert.equal((await exchange({ code: 'x' })).error, 'invalid_code');
  assert.equal((await exchange()).access_token, server.botToken);
  assert.equal((await exchange()).error, 'code_already_used');
});
