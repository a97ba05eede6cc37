import type { PlatformSettings } from '#app/settings/platforms.ts';
import { commandList } from '#commands/command-list.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { triedAgainLater } from '#traffic/network-failure.ts';

/** Asks each platform that is set up what is wrong. */
export async function* examinePlatforms(
  { platforms }: Pick<PlatformSettings, 'platforms'>,
  tools: Tools,
): AsyncGenerator<Finding> {
  for (const { examine } of platforms) {
    for await (const found of examine({ tools, commands: commandList })) {
      yield { ...found, statement: found.statement.replace(triedAgainLater, '') };
    }
  }
}
