import { WebClient } from '@slack/web-api';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Installations } from '#conversation/ports/installations.ts';
import type { Sealer } from '#conversation/ports/sealer.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { composeSlackCallOptions } from './call-options.ts';
import { explained } from './errors.ts';
import { createInstallationStore } from './installation-store.ts';
import { createSlackLogger } from './logger.ts';
import type { SlackSettings } from './settings.ts';

/** Clients that post, by workspace. What they throw is a `DeliveryError`. */
export interface SlackClients {
  readonly get: (workspaceId: string) => Promise<WebClient>;
  /** The bot's only workspace; undefined where it serves several. */
  readonly findOwnWorkspaceId: () => Promise<string | undefined>;
}

/** What the clients are made from. */
export interface SlackClientParts extends Pick<Tools, 'log' | 'now'> {
  readonly settings: SlackSettings;
  /** Needed for several workspaces only. */
  readonly workspaces?: { readonly installations: Installations; readonly sealer: Sealer } | undefined;
}

/** Makes clients with the one token there is, or with each workspace's own. They work without a connection for events. */
export function createSlackClients({ settings, workspaces, log, now }: SlackClientParts): SlackClients {
  const { identity, apiUrl } = settings;
  const callOptions = composeSlackCallOptions(apiUrl, createSlackLogger(log));
  if (identity.kind === 'one-workspace') {
    const client = new WebClient(identity.botToken, callOptions);
    let ownWorkspaceId: string | undefined;
    return {
      get: async () => client,
      async findOwnWorkspaceId() {
        ownWorkspaceId ??= (await explained(() => client.auth.test())).team_id;
        return ownWorkspaceId;
      },
    };
  }
  const installations = workspaces && createInstallationStore(workspaces.installations, workspaces.sealer, now);
  return {
    // Its token may be another one the next time: the app was installed again.
    async get(workspaceId) {
      if ((await workspaces?.installations.find('slack', workspaceId)) === undefined) {
        throw new DeliveryError(
          'destination-gone',
          'The app is no longer installed in the workspace: install it again.',
        );
      }
      const query = { teamId: workspaceId, enterpriseId: undefined, isEnterpriseInstall: false };
      const installation = await installations?.fetchInstallation(query);
      return new WebClient(installation?.bot?.token, callOptions);
    },
    findOwnWorkspaceId: async () => undefined,
  };
}
