import type { PlatformSettings } from '#app/settings/platforms.ts';
import { commandList } from '#commands/command-list.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { Log } from '#conversation/ports/log.ts';
import { triedAgainLater } from '#conversation/traffic/network-failure.ts';

/** What looks at platforms does so with. */
export interface LookParts {
  readonly log: Log;
  readonly now: () => number;
}

/** Asks each platform that is set up what is wrong. Its SDK is loaded only there. */
export async function* examinePlatforms(
  settings: Pick<PlatformSettings, 'slack' | 'discord'>,
  { log, now }: LookParts,
): AsyncGenerator<Finding> {
  const { slack, discord } = settings;
  if (slack) {
    const { examineSlack } = await import('#platforms/slack/setup/examine.ts');
    yield* lookOnce(examineSlack(slack, log));
  }
  if (discord) {
    const { examineDiscord } = await import('#platforms/discord/setup/examine.ts');
    yield* lookOnce(examineDiscord({ settings: discord, commands: commandList, log, now }));
  }
}

async function* lookOnce(findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  for await (const found of findings) yield { ...found, statement: found.statement.replace(triedAgainLater, '') };
}
