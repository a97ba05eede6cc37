import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { slackScopes } from '#platforms/slack/calling/scopes.ts';
import { composeSlackManifest, type ManifestChoices, writeSlackManifest } from '#platforms/slack/setup/manifest.ts';
import { findScopeOfSubscription } from '../../../../local/slack-server/dispatch-event.ts';
import { validateManifest } from '../../../../local/slack-server/validate-manifest.ts';
import { apiMethods } from '../../../../local/slack-server/web-api.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

const usual: ManifestChoices = {
  slashCommand: '/arm',
  suggestedQuestions: ['does Kettlectl run on arm64?', 'status Kettlectl', 'latest', 'help', 'about'],
  hasAgentView: true,
  canLookBack: false,
};
const compose = (choices: Partial<ManifestChoices> = {}, list: readonly CommandSpec[] = commandList) =>
  parse(writeSlackManifest(composeSlackManifest(list, { ...usual, ...choices })));

const folder = join(import.meta.dirname, '../../../../src/platforms/slack');
const source = readdirSync(folder, { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const findAll = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map(([, name = '']) => name));

test('Slack takes the manifest: by Socket Mode, by HTTP, without an agent pane, with the longest of everything', () => {
  const long = 'does a product whose name goes on and on and on run on a machine whose name does so, too? '.repeat(30);
  const endless = Array.from({ length: 90 }, (_, i) => ({ ...(commandList[1] as CommandSpec), name: `command${i}` }));
  for (const manifest of [
    compose(),
    compose({ publicUrl: 'https://bot.example' }),
    compose({ hasAgentView: false }),
    compose({ canLookBack: true }),
    compose({ slashCommand: `/${'a'.repeat(31)}`, suggestedQuestions: [long, long] }, endless),
    compose({ suggestedQuestions: [] }),
  ]) {
    assert.deepEqual(validateManifest(manifest), []);
  }
});

test('what Slack would refuse is found, so that the check above means something', () => {
  const { features, settings } = compose();
  const [shortcut] = features.shortcuts;
  const problems = validateManifest({
    display_information: { name: '', colour: 'red' },
    features: { ...features, shortcuts: [{ ...shortcut, name: 'x'.repeat(25) }] },
    settings: { ...settings, socket_mode_enabled: false },
  });
  assert.deepEqual(
    problems.map(({ pointer }) => pointer),
    [
      '/display_information/name',
      '/display_information/colour',
      '/features/shortcuts/0/name',
      '/features/slash_commands/0/url',
      '/settings/interactivity/request_url',
      '/settings/event_subscriptions/request_url',
    ],
  );
});

test('the manifest subscribes to exactly the events that the code listens to', () => {
  const heard = findAll(/\bapp\.event\('([\w.]+)'/g);
  assert.ok(heard.has('app_mention'));
  const subscriptions = [...heard].map((name) => (name === 'message' ? 'message.im' : name)).sort();
  assert.deepEqual(compose().settings.event_subscriptions.bot_events, subscriptions);
});

test('the manifest asks for exactly the scopes that the methods, events and commands in the code need', () => {
  const methods = findAll(/\bclient\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g);
  assert.ok(methods.has('chat.postMessage'));
  // Asked for in the look back alone; for a conversation with one person Slack wants the first of its scopes only.
  assert.ok(methods.delete('conversations.open'));
  const ofOpening = apiMethods['conversations.open']?.scopes.slice(0, 1) ?? [];
  const ofMethods = [...methods].flatMap((name) => {
    assert.ok(apiMethods[name], `the local Slack does not know ${name}`);
    return apiMethods[name].scopes;
  });
  const ofEvents = compose().settings.event_subscriptions.bot_events.flatMap(
    (name: string) => findScopeOfSubscription(name) ?? [],
  );
  const ofCommands = /\bapp\.(?:command|shortcut)\b/.test(source) ? ['commands'] : [];
  const needed = [...new Set([...ofMethods, ...ofEvents, ...ofCommands])].sort();
  assert.deepEqual(compose().oauth_config.scopes.bot, needed);
  assert.deepEqual(Object.keys(slackScopes), needed);
  // What is read of a channel depends on the channel: both kinds are asked for, and only where the operator wants it.
  const ofHistory = methods.has('conversations.history') ? ['channels:history', 'groups:history'] : [];
  const ofMetadata = source.includes('include_all_metadata') ? ['metadata.message:read'] : [];
  const withLookBack = compose({ canLookBack: true }).oauth_config.scopes.bot;
  assert.deepEqual(withLookBack.toSorted(), [...needed, ...ofHistory, ...ofMetadata, ...ofOpening].sort());
});

test('the slash command’s hint names every command of the list', () => {
  const [{ usage_hint: hint }] = compose().features.slash_commands;
  for (const { name } of commandList.filter(({ name }) => name !== 'ask'))
    assert.match(hint, new RegExp(`\\b${name}\\b`));
});

test('the manifest, whole: by Socket Mode, and by HTTP without an agent pane and with a look back', (t) => {
  const byHttp = { publicUrl: 'https://bot.example', hasAgentView: false, canLookBack: true };
  const texts = [usual, { ...usual, ...byHttp }].map((choices) =>
    writeSlackManifest(composeSlackManifest(commandList, choices)),
  );
  matchFixture(t, texts.join('\n'), 'slack-manifest.txt');
});
