const discordEpochMs = 1_420_070_400_000;
const bitsBelowTime = 22n;

/** Makes ids that grow with time, as Discord's do; ids made in the same millisecond differ. */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(now() - discordEpochMs) << bitsBelowTime;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

/** Makes ids a millisecond apart each, so that guilds made together spread over the shards. */
export function createSpreadSnowflakes(startMs: number): () => string {
  let atMs = startMs - discordEpochMs;
  return () => String(BigInt(atMs++) << bitsBelowTime);
}

/** The shard that hears of a guild; direct messages are always heard on shard 0. */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> bitsBelowTime) % BigInt(shardCount));
}
