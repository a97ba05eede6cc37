import * as v from 'valibot';
import { type Checked, checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { apiAddressSchema } from '#settings/setting-schemas.ts';

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

const MAX_SHARDS = 10_000;

/** Discord's settings as data. */
export const discordSettings = {
  DISCORD_TOKEN: {
    isSecret: true,
    origin: 'copied',
    schema: v.optional(
      v.pipe(
        v.string(),
        v.transform((token) => token.replace(/^Bot\s+/i, '')),
        v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, ({ input }) => {
          const isPlaceholder = /…|\.{3}|\b(?:your|token|here)\b/i.test(input);
          const found = /^\d+$/.test(input) ? 'This is an id. ' : isPlaceholder ? 'This is a placeholder. ' : '';
          const place = 'Copy it from "Bot", "Reset Token" (discord.com/developers/applications, your app).';
          return `a bot's token is expected, three parts with dots between them. ${found}${place}`;
        }),
      ),
    ),
  },
  DISCORD_API_URL: {
    schema: v.pipe(
      apiAddressSchema('https://discord.com/api', 'Discord'),
      v.transform((url) => url.replace(/(?<!\/)\/+$/, '')),
    ),
  },
  DISCORD_GUILD_ID: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.regex(
          /^\d{15,21}$/,
          'the number of a server is expected. Switch on "Developer Mode" in Discord, then right-click the server, "Copy Server ID".',
        ),
      ),
    ),
  },
  DISCORD_SHARDS: {
    schema: v.pipe(
      v.optional(v.string(), 'auto'),
      v.transform(parseShards),
      v.custom<ShardSetting>(
        (shards) => shards !== undefined,
        '"auto", how many there are (such as 4), or the ones of this process and how many there are (such as 0,1/4) is expected.',
      ),
    ),
  },
} as const;

/** Checks all of Discord's settings at once. */
export function checkDiscordSettings(readSetting: ReadSetting): Checked<DiscordSettings> {
  const { values, problems } = checkSettings(discordSettings, readSetting);
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, DISCORD_GUILD_ID: guildId, DISCORD_SHARDS: shards } = values;
  if (problems.length > 0 || !token || !apiUrl || !shards) return { settings: undefined, problems };
  return { settings: { token, apiUrl, guildId, shards }, problems };
}

function parseShards(value: string): ShardSetting | undefined {
  if (value === 'auto') return { kind: 'auto' };
  const [, list, count = ''] = /^(?:([\d,\s]+)\/)?\s*(\d{1,5})$/.exec(value) ?? [];
  const total = Number(count);
  if (count === '' || total < 1 || total > MAX_SHARDS) return undefined;
  if (list === undefined) return { kind: 'list', ids: Array.from({ length: total }, (_, id) => id), total };
  const words = list.split(',').map((word) => word.trim());
  const ids = [...new Set(words.map(Number))];
  const isSound = words.every((word) => /^\d{1,5}$/.test(word)) && ids.every((id) => id < total);
  return isSound ? { kind: 'list', ids, total } : undefined;
}
