import type { App } from '@slack/bolt';
import type { Log } from '#conversation/log.ts';
import type { createInstallationStore } from './installation-store.ts';

/** Forgets a workspace's tokens as soon as it removes the app. */
export function listenForUninstalls(app: App, store: ReturnType<typeof createInstallationStore>, log: Log): void {
  const forget = async ({ team_id: teamId }: { team_id: string }) => {
    await store.deleteInstallation({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
    log.info('A workspace removed the app; its tokens are forgotten.', { teamId });
  };
  app.event('app_uninstalled', ({ body }) => forget(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(body);
  });
}
