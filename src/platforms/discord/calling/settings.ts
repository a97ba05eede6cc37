/** How the bot reaches Discord, checked. */
export interface DiscordSettings {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** The only server that gets the commands; all servers when undefined. */
  readonly guildId: string | undefined;
  readonly shards: ShardSetting;
}

/** Which shards this process runs. */
export type ShardSetting =
  /** As many as Discord advises: all of them here, or shared among the replicas on one Postgres. */
  { readonly kind: 'auto' } | { readonly kind: 'list'; readonly ids: readonly number[]; readonly total: number };

/** Discord's settings, or undefined when no token is set; every problem is a sentence with the setting's name and the remedy. */
export interface DiscordSettingsResult {
  readonly settings: DiscordSettings | undefined;
  readonly problems: readonly string[];
}

/** Gives a setting's value; undefined when it is not set or empty. */
type ReadSetting = (name: string) => string | undefined;

const tokenPlace = 'Copy it from "Bot", "Reset Token" (discord.com/developers/applications, your app).';
const MAX_SHARDS = 10_000;

/** Checks all of Discord's settings at once. */
export function checkDiscordSettings(readSetting: ReadSetting): DiscordSettingsResult {
  const problems: string[] = [];
  const token = readToken();
  const apiUrl = readUrl();
  const guildId = readGuildId();
  const shards = readShards();
  if (problems.length > 0 || token === undefined || shards === undefined) return { settings: undefined, problems };
  return { settings: { token, apiUrl, guildId, shards }, problems };

  function readToken(): string | undefined {
    const value = readSetting('DISCORD_TOKEN')?.replace(/^Bot\s+/i, '');
    if (value === undefined || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return value;
    const found = /^\d+$/.test(value) ? 'This is an id. ' : '';
    problems.push(
      `DISCORD_TOKEN: a bot's token is expected, three parts with dots between them. ${found}${tokenPlace}`,
    );
    return undefined;
  }

  function readUrl(): string {
    const value = readSetting('DISCORD_API_URL') ?? 'https://discord.com/api';
    if (!(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) {
      problems.push(
        'DISCORD_API_URL: an address that begins with https:// is expected. Leave it out for Discord itself.',
      );
    }
    return value.replace(/(?<!\/)\/+$/, '');
  }

  function readGuildId(): string | undefined {
    const value = readSetting('DISCORD_GUILD_ID');
    if (value === undefined || /^\d{15,21}$/.test(value)) return value;
    problems.push(
      'DISCORD_GUILD_ID: the number of a server is expected. Switch on "Developer Mode" in Discord, then right-click the server, "Copy Server ID".',
    );
    return undefined;
  }

  function readShards(): ShardSetting | undefined {
    const value = readSetting('DISCORD_SHARDS') ?? 'auto';
    const shards = value === 'auto' ? { kind: 'auto' as const } : parseShards(value);
    if (shards === undefined) {
      problems.push(
        'DISCORD_SHARDS: "auto", how many there are (such as 4), or the ones of this process and how many there are (such as 0,1/4) is expected.',
      );
    }
    return shards;
  }
}

function parseShards(value: string): ShardSetting | undefined {
  const [, list, count = ''] = /^(?:([\d,\s]+)\/)?\s*(\d{1,5})$/.exec(value) ?? [];
  const total = Number(count);
  if (count === '' || total < 1 || total > MAX_SHARDS) return undefined;
  if (list === undefined) return { kind: 'list', ids: Array.from({ length: total }, (_, id) => id), total };
  const words = list.split(',').map((word) => word.trim());
  const ids = [...new Set(words.map(Number))];
  const isSound = words.every((word) => /^\d{1,5}$/.test(word)) && ids.every((id) => id < total);
  return isSound ? { kind: 'list', ids, total } : undefined;
}
