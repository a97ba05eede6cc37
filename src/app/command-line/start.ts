import { type Configuration, noFaults, readSetting } from '#app/settings/configuration.ts';
import { findIdleSettings } from '#app/settings/find-idle-settings.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { findIdleSource } from '#sources/find-idle-source.ts';

/** Starts every platform that is set up, and the page; with none, a chat where there is a terminal to chat in. */
export async function runStart(
  surroundings: Surroundings,
  configuration: Configuration | undefined,
  contentProblems: readonly string[],
): Promise<number> {
  const { environment, streams, listenForStop, workingFolder, settingsFaults = noFaults, platforms } = surroundings;
  const { settings, problems } = checkPlatformSettings(environment, workingFolder, platforms);
  const slips = await settingsFaults.findHints();
  const allProblems = [...settingsFaults.problems, ...contentProblems, ...problems];
  if (configuration === undefined || settings === undefined || allProblems.length > 0) {
    streams.errors.write(`${[...allProblems, ...slips].join('\n')}\n`);
    return 1;
  }
  const hints = [...slips, ...findIdleSettings(settings), ...findIdleSource((name) => readSetting(environment, name))];
  if (settings.platforms.length > 0 || settings.web.isOn) {
    const { runPlatforms } = await import('./run-platforms.ts');
    return runPlatforms(configuration, settings, { ...surroundings, hints });
  }
  for (const hint of hints) streams.errors.write(`${hint}\n`);
  if (!(streams.input.isTTY && streams.output.isTTY)) {
    streams.errors.write(`${nothingToStart}\n`);
    return 1;
  }
  if (configuration.fetching !== undefined) {
    const { fetchContent } = await import('#app/opening/fetch-content.ts');
    await fetchContent(configuration.fetching.source, { isFresh: true, errors: streams.errors });
  }
  const { runChat } = await import('./chat.ts');
  return runChat(configuration.contentFolder, surroundings, listenForStop());
}

const nothingToStart =
  'There is nothing to start: no platform has a token, and there is no terminal to chat in. ' +
  'Run "npm start" in a terminal, or pipe questions into "npm run -s chat". WEB=on serves the page.';
