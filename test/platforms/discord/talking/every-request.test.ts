import { type TestContext, test } from 'node:test';
import { REST } from 'discord.js';
import type { Metrics } from '#conversation/ports/metrics.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import { buildAskModal } from '#platforms/discord/rendering/modal.ts';
import { renderDiscordNotice } from '#platforms/discord/rendering/renderer.ts';
import { createDiscordSender } from '#platforms/discord/talking/sender.ts';
import type { RequestRecord } from '../../../../local/discord-server/request-log.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';
import { connectChannelSender } from '../posting/connect-channel-sender.ts';

/** Ids are made of the time: each is told by its place among those that were seen. */
function nameIds(text: string): string {
  const seen = new Map<string, string>();
  return text.replaceAll(/\b\d{17,20}\b/g, (id) => {
    seen.set(id, seen.get(id) ?? `ID${seen.size + 1}`);
    return seen.get(id) ?? '';
  });
}

function match(t: TestContext, requests: readonly string[], name: string): void {
  matchFixture(t, nameIds(requests.join('\n')), name);
}

test('what answers send, whole: every first response, edit, further message and post', async (t) => {
  const requests: string[] = [];
  const counted: string[] = [];
  const metrics: Metrics = { ...noMetrics, countDelivery: (one) => counted.push(`counted ${JSON.stringify(one)}`) };
  const rest = new REST({
    retries: 0,
    async makeRequest(url, { method, body, headers }) {
      const names = new Headers(headers as Record<string, string>);
      const who = names.has('authorization') ? 'as the bot' : 'by the address alone';
      requests.push(`${method} ${new URL(url).pathname} ${who} ${typeof body === 'string' ? body : ''}`.trimEnd());
      return new Response('{"id":"7"}', { headers: { 'content-type': 'application/json' } }) as never;
    },
  }).setToken('token');
  const sender = createDiscordSender(rest, metrics, () => 0);
  const to = { id: '1', token: 'secret', applicationId: '2' };
  const [open, closed] = [false, true].map((isPrivate) => renderDiscordNotice('It boils.', { isPrivate }));
  for (const message of [open, closed]) {
    if (message === undefined) continue;
    await sender.respondFirst(to, { kind: 'message', message });
    await sender.respondFirst(to, { kind: 'update', message });
    await sender.editOriginal(to, message);
    await sender.followUp(to, message);
    await sender.post('3', message, { nonce: 'n1' });
    await sender.post('3', message, { nonce: 'n2', replyTo: '4' });
  }
  await sender.respondFirst(to, { kind: 'defer', isPrivate: true });
  await sender.respondFirst(to, { kind: 'defer', isPrivate: false });
  await sender.respondFirst(to, { kind: 'defer-update' });
  await sender.respondFirst(to, { kind: 'choices', choices: [{ name: 'Kettlectl', value: 'kettlectl' }] });
  await sender.respondFirst(to, { kind: 'modal', modal: buildAskModal({ maxCharacters: 9 }) });
  requests.push(await sender.openDirect('5'), ...counted);
  match(t, requests, 'discord-answers.txt');
});

test('what posts send, whole: into a channel, for followers, into a forum, looked for, and edited', async (t) => {
  await using discord = await connectChannelSender();
  const { sender, postIn, server } = discord;
  const shown: string[] = [];
  let from = 0;
  const step = async (what: string, work: Promise<unknown>) => {
    shown.push(`${what} → ${JSON.stringify(await work.catch((error: unknown) => String(error)))}`);
    const requests: readonly RequestRecord[] = server.requests.slice(from);
    from = server.requests.length;
    shown.push(
      ...requests.map(({ method, path, body }) => `  ${method} ${path} ${JSON.stringify(body) ?? ''}`.trimEnd()),
    );
  };
  for (const [number, channel] of ['general', 'news', 'questions'].entries()) {
    await step(`check ${channel}`, sender.checkChannel(postIn(channel).channelId, discord.guildId, '1'));
    await step(`repeatable in ${channel}`, sender.repeatableForMs(postIn(channel).channelId));
    const sentAs = await sender.send(postIn(channel, number));
    await step(`send to ${channel}`, Promise.resolve());
    await step(`look in ${channel}`, sender.findSent(postIn(channel, number), server.clock.now()));
    await step(`look for another in ${channel}`, sender.findSent(postIn(channel, 9), server.clock.now()));
    await step(`finish in ${channel}`, sender.send(postIn(channel, number, { sentAs })));
    await step(`correct in ${channel}`, sender.correct(postIn(channel, number, { sentAs, title: 'Mended' })));
  }
  await step('correct what is gone', sender.correct(postIn('general', 1, { sentAs: '' })));
  await step('ping', sender.send(postIn('general', 5, { roleToPing: '123456789012345678' })));
  match(t, shown, 'discord-posts.txt');
});
