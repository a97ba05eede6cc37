import { createTextLog } from '#app/logging/text-log.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { type Environment, readSetting } from '#app/settings/configuration.ts';
import { openArchive } from '#archive/open-archive.ts';
import { commandList } from '#commands/command-list.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import type { ChatPlatform, ManifestParts } from '#platforms/chat-platform.ts';

/** What was asked for on the command line. */
export interface ManifestRequest extends Pick<ManifestParts, 'options'> {
  readonly platform: string | undefined;
  readonly platforms: readonly ChatPlatform[];
}

/** Writes what a platform needs to know of the bot: Slack's app manifest, Discord's invite link. Resolves to the exit code. */
export async function runManifest(
  { platform, platforms, options }: ManifestRequest,
  environment: Environment,
  contentFolder: string,
  { output, errors }: ProcessStreams,
): Promise<number> {
  const manifest = platforms.find(({ name }) => name === platform)?.manifest;
  if (manifest === undefined) {
    const names = platforms.flatMap(({ name, manifest: some }) => (some ? `"manifest ${name}"` : []));
    errors.write(`Which platform: ${names.join(' or ')}?\n`);
    return platform === undefined ? 2 : 1;
  }
  const { text, problem } = await manifest.write({
    options,
    readSetting: (name) => readSetting(environment, name),
    commands: commandList,
    async suggestQuestions(limit) {
      await using archive = await openArchive({ dir: contentFolder, log: createTextLog(errors) });
      return findExampleQuestions(archive.current, limit);
    },
  });
  if (text === undefined) errors.write(`${problem}\n`);
  else output.write(text);
  return text === undefined ? 1 : 0;
}
