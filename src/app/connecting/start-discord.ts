import { wait } from '#app/process/wait.ts';
import { commandList } from '#commands/command-list.ts';
import { completeOption } from '#commands/completion/option.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import type { DiscordSettings, ShardSetting } from '#platforms/discord/calling/settings.ts';
import type { DiscordConnection } from '#platforms/discord/listening/connect.ts';
import { holdShards } from './hold-shards.ts';
import type { PlatformSurroundings } from './platform-surroundings.ts';

/**
 * Connects Discord; replicas share its shards among them, unless the settings say who has which. Its SDK is loaded here
 * and nowhere else: it holds tens of megabytes.
 */
export async function startDiscord(
  settings: DiscordSettings,
  surroundings: PlatformSurroundings,
  hasReplicas = false,
): Promise<DiscordConnection> {
  const connection = await connectShards(settings, surroundings, hasReplicas);
  if (surroundings.knownChannels) surroundings.knownChannels.findDiscordType = connection.findChannelType;
  return connection;
}

async function connectShards(
  settings: DiscordSettings,
  { getSnapshot, store, discordGuard: guard, ...shared }: PlatformSurroundings,
  hasReplicas: boolean,
): Promise<DiscordConnection> {
  const { connectDiscord } = await import('#platforms/discord/listening/connect.ts');
  const connect = (shards: ShardSetting) =>
    connectDiscord({
      ...shared,
      guard,
      settings: { ...settings, shards },
      lineKeeper: store.lineKeeper,
      commands: commandList,
      complete: (kind, typed, limit) => completeOption(kind, typed, getSnapshot(), limit),
      maxQuestionCharacters: MAX_QUESTION_CHARACTERS,
    });
  if (settings.shards.kind !== 'auto' || !hasReplicas) return connect(settings.shards);
  const { fetchShardAdvice } = await import('#platforms/discord/setup/fetch-shard-advice.ts');
  const { total, connectingAtOnce } = await fetchShardAdvice(settings, { ...shared, guard });
  const shards = holdShards({
    total,
    connectingAtOnce,
    connect: (id) => connect({ kind: 'list', ids: [id], total }),
    locks: store.locks,
    log: shared.log,
    wait,
  });
  return {
    ...shards,
    findChannelType: (channelId) =>
      shards
        .connections()
        .map((connection) => connection.findChannelType(channelId))
        .find((type) => type !== undefined),
  };
}
