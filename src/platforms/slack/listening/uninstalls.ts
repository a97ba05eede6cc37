import type { App } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '#conversation/ports/log.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { isTokenRefused } from '#platforms/slack/calling/errors.ts';
import type { KeptInstallation, SlackInstallationStore } from '#platforms/slack/calling/installation-store.ts';

/** What forgetting a workspace works with. */
export interface UninstallParts extends Pick<Tools, 'log'> {
  readonly store: SlackInstallationStore;
  readonly callOptions: WebClientOptions;
}

interface Removal {
  readonly team_id: string;
  /** In seconds. */
  readonly event_time?: number;
}

/** Forgets a workspace's tokens as soon as it removes the app. */
export function listenForUninstalls(app: App, parts: UninstallParts): void {
  onRemoval(app, (body) => forgetWorkspace(body, parts));
}

/** Tells whoever serves one workspace only that the app was removed there. */
export function listenForRemoval(app: App, onRemoved: () => void, log: Log): void {
  onRemoval(app, async ({ team_id: teamId }) => {
    log.warn('Slack says that the app was removed from the workspace.', { teamId });
    onRemoved();
  });
}

function onRemoval(app: App, work: (body: Removal) => Promise<void>): void {
  app.event('app_uninstalled', ({ body }) => work(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await work(body);
  });
}

/** Slack delivers for minutes what was not acknowledged: by then the workspace may have installed the app again. */
async function forgetWorkspace(
  { team_id: teamId, event_time: removedS }: Removal,
  { store, callOptions, log }: UninstallParts,
): Promise<void> {
  const kept = await store.find(teamId);
  if (kept === undefined) return;
  const { installation, installedMs } = read(kept);
  const isOlder = removedS !== undefined && removedS < Math.floor(installedMs / 1000);
  // Two clocks: whether the token still opens the workspace, Slack knows.
  if (isOlder && !(await isDead(installation?.bot?.token))) {
    log.info('A workspace removed the app, and has installed it again since.', { teamId });
    return;
  }
  await store.removeOnly(teamId, kept);
  log.info('A workspace removed the app; its tokens are forgotten.', { teamId });

  async function isDead(token: string | undefined): Promise<boolean> {
    try {
      await new WebClient(token, callOptions).auth.test();
      return false;
    } catch (error) {
      return isTokenRefused(error);
    }
  }
}

/** What is sealed with a key that nobody has any more is good for nothing but to be forgotten. */
function read({ open }: KeptInstallation): Partial<ReturnType<KeptInstallation['open']>> & { installedMs: number } {
  try {
    return open();
  } catch {
    return { installedMs: 0 };
  }
}
