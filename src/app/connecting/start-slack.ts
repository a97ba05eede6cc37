import { readVersion } from '#app/process/project-files.ts';
import { createSealer } from '#app/settings/secret-key.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import { composeRecentChanges } from '#commands/wording/compose-recent-changes.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import type { SlackParts } from '#platforms/slack/listening/connect.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import type { PlatformConnection } from './keep-platform-running.ts';

/** What every adapter gets, and what only Slack's needs beside it. */
export interface SlackSurroundings
  extends Omit<SlackParts, 'settings' | 'suggestQuestions' | 'managerIds' | 'getHome' | 'workspaces' | 'sendQueue'> {
  readonly getSnapshot: () => Snapshot;
  readonly store: Store;
  readonly secretKeys: readonly string[];
  readonly slackQueue?: SlackParts['sendQueue'] | undefined;
}

const MAX_EXAMPLES = 4;
const MAX_CHANGES = 8;

/** Connects Slack. Its SDK is loaded here and nowhere else: it holds tens of megabytes. */
export async function startSlack(
  settings: SlackSettings,
  surroundings: SlackSurroundings,
): Promise<PlatformConnection> {
  const { getSnapshot, store, secretKeys, slackQueue, ...shared } = surroundings;
  const { connectSlack } = await import('#platforms/slack/listening/connect.ts');
  const suggestQuestions = () => findExampleQuestions(getSnapshot(), MAX_EXAMPLES);
  return connectSlack({
    ...shared,
    settings,
    suggestQuestions,
    managerIds: settings.managerIds,
    ...(slackQueue === undefined ? {} : { sendQueue: slackQueue }),
    getHome: async () => ({
      newestIssue: answerLine('latest', {
        snapshot: getSnapshot(),
        version: readVersion(),
        today: dayOf(shared.now()),
      }),
      recentChanges: asResponse(composeRecentChanges(getSnapshot(), MAX_CHANGES)),
      examples: asResponse(composeNotice('Ask in your own words:', suggestQuestions(), '')),
    }),
    ...(secretKeys.length === 0
      ? {}
      : { workspaces: { installations: store.installations, sealer: createSealer(secretKeys) } }),
  });
}

function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

/** A part of a page that nobody asked for by a line. */
function asResponse(reply: Reply): Response {
  const outcome = { kind: 'command', command: 'help' } as const;
  return { reply, outcome, line: 'help', moreLine: undefined, relatedLine: undefined, issueId: undefined };
}
