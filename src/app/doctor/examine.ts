import { listToCome } from '#announcing/channels/configured-subscriber.ts';
import { eachSubscription } from '#announcing/subscription-registry.ts';
import { examinePlatforms } from '#app/connecting/examine-platforms.ts';
import { nothingStored } from '#app/opening/nothing-stored.ts';
import { checkConfiguration, noFaults, readSetting } from '#app/settings/configuration.ts';
import { findIdleSettings } from '#app/settings/find-idle-settings.ts';
import { checkPlatformSettings, type PlatformSettings } from '#app/settings/platforms.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { findIdleSource } from '#sources/find-idle-source.ts';
import { examineStore } from '#storage/opening/examine-store.ts';
import type { Store } from '#storage/store.ts';
import { StoreError } from '#storage/store-error.ts';
import { examineAnnouncements, examineNews, examineOutbox } from './examine-announcements.ts';
import { examineChannels } from './examine-channels.ts';
import { examineClock } from './examine-clock.ts';
import { examineContent } from './examine-content.ts';
import { examineNode } from './examine-node.ts';
import { examineSettings } from './examine-settings.ts';

/** What is checked, and against what. */
export interface DoctorParts
  extends Pick<Surroundings, 'environment' | 'settingsFaults' | 'workingFolder' | 'platforms'> {
  /** The folder given on the command line. */
  readonly contentOption: string | undefined;
  /** As in `process.version`. */
  readonly nodeVersion: string;
  readonly tools: Tools;
}

/** Checks everything that can be wrong, in the order in which it would have to be mended. Nothing is made or changed. */
export async function* examine(parts: DoctorParts): AsyncGenerator<Finding> {
  const { environment, settingsFaults = noFaults, workingFolder, contentOption, tools } = parts;
  const { now } = tools;
  yield examineNode(parts.nodeVersion);
  const { configuration, problems: contentProblems = [] } = checkConfiguration(
    environment,
    contentOption,
    workingFolder,
  );
  const { settings, problems } = checkPlatformSettings(environment, workingFolder, parts.platforms);
  const idle = settings === undefined ? [] : findIdleSettings(settings);
  yield* examineSettings(settings, {
    problems: [...settingsFaults.problems, ...contentProblems, ...problems],
    hints: [
      ...(await settingsFaults.findHints()),
      ...idle,
      ...findIdleSource((name) => readSetting(environment, name)),
    ],
  });
  if (configuration?.fetching) {
    const { examineSource } = await import('./examine-source.ts');
    yield* examineSource(configuration.fetching.source, now);
  } else if (configuration) yield* examineContent(configuration.contentFolder, now());
  if (settings === undefined) return;
  await using stack = new AsyncDisposableStack();
  const { finding, store } = await examineTheStore(settings, parts);
  if (store) stack.use(store);
  yield finding;
  yield* examinePlatforms(settings, tools);
  const clocks = await Promise.all(settings.platforms.map(({ findClock }) => findClock()));
  yield* examineClock(
    clocks.filter((clock) => clock !== undefined),
    now,
  );
  // One that is not there yet, or cannot be used, holds nothing.
  const subscriptions = store ? await Array.fromAsync(eachSubscription(store.subscriptions)) : [];
  const toCome = listToCome(settings.announce.channels, subscriptions);
  yield* examineChannels([...subscriptions, ...toCome], { settings, store: store ?? nothingStored, tools });
  yield* examineAnnouncements(subscriptions, settings, now());
  if (store) yield* examineOutbox(store);
  if (store) yield* examineNews(store);
}

async function examineTheStore(
  { database }: PlatformSettings,
  parts: DoctorParts,
): Promise<{ finding: Finding; store?: Store }> {
  const subject = 'Store';
  try {
    const examination = await examineStore(database, parts.tools);
    if (examination.kind === 'absent') {
      return { finding: { subject, level: 'ok', statement: `${database.place} is not there yet: a start makes it.` } };
    }
    if (examination.kind === 'behind') {
      const statement = `${database.place} is reachable; a start changes its tables first.`;
      const remedy = 'Make a backup before the start, as before every update.';
      return { finding: { subject, level: 'warning', statement, remedy } };
    }
    const statement = `${database.place} is reachable and writable, and its tables are up to date.`;
    return { finding: { subject, level: 'ok', statement }, store: examination.store };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { finding: { subject, level: 'fault', statement: 'It cannot be used.', remedy: error.message } };
  }
}
