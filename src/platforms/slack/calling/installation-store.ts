import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installations } from '#conversation/ports/installations.ts';
import type { Sealer } from '#conversation/ports/sealer.ts';

const platform = 'slack';

type AnyInstallation = Installation<'v1' | 'v2', boolean>;

/** What a workspace granted, as it is stored. */
export interface KeptInstallation {
  /** Proof of which one is meant. */
  readonly sealed: Uint8Array;
  /**
   * What it is, and when it was made; 0 where that was not noted down.
   *
   * @throws when no key of ours opens it.
   */
  readonly open: () => { readonly installation: AnyInstallation; readonly installedMs: number };
}

/** Bolt's store of installations, with what the bot itself needs beside it. */
export interface SlackInstallationStore extends InstallationStore {
  readonly deleteInstallation: (query: InstallationQuery<boolean>) => Promise<void>;
  readonly find: (workspaceId: string) => Promise<KeptInstallation | undefined>;
  /** Removes this very installation; one that took its place stays. */
  readonly removeOnly: (workspaceId: string, kept: KeptInstallation) => Promise<void>;
}

/** Keeps what each workspace granted at its installation, sealed: the tokens in it open that workspace to whoever has them. */
export function createInstallationStore(
  installations: Installations,
  sealer: Sealer,
  now: () => number,
): SlackInstallationStore {
  async function find(id: string): Promise<KeptInstallation | undefined> {
    const sealed = await installations.find(platform, id);
    if (sealed === undefined) return undefined;
    const open = () => {
      // A workspace can give what another one granted to nobody: its id is part of the seal.
      const text = new TextDecoder().decode(sealer.open(sealed, contextOf(id)));
      const { installedMs = 0, ...installation } = JSON.parse(text) as AnyInstallation & { installedMs?: number };
      return { installation: installation as AnyInstallation, installedMs };
    };
    return { sealed, open };
  }

  return {
    find,
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (id === undefined)
        throw new Error('Slack sent an installation without the id of a workspace or organisation.');
      const installedMs = now();
      const text = JSON.stringify({ ...installation, installedMs });
      await installations.save(platform, id, sealer.seal(new TextEncoder().encode(text), contextOf(id)), installedMs);
    },
    async fetchInstallation(query) {
      const kept = await find(findId(query));
      if (kept === undefined)
        throw new Error('The app is not installed in this workspace: open its installation address once more.');
      return kept.open().installation;
    },
    async deleteInstallation(query) {
      await installations.remove(platform, findId(query));
    },
    removeOnly: (workspaceId, { sealed }) => installations.remove(platform, workspaceId, sealed),
  } as SlackInstallationStore;
}

/**
 * Seals all that is stored with the newest key, so that an older one can be taken away. Workspaces whose seal does not open are
 * left as they are, each with the reason.
 */
export async function resealInstallations(installations: Installations, sealer: Sealer) {
  const failed: { workspaceId: string; error: unknown }[] = [];
  let sealed = 0;
  for (const workspaceId of await installations.list(platform)) {
    try {
      const before = await installations.find(platform, workspaceId);
      if (before === undefined) continue;
      const context = contextOf(workspaceId);
      const after = sealer.seal(sealer.open(before, context), context);
      // Where it was installed again meanwhile, the newest key has sealed it.
      await installations.replace(platform, workspaceId, { before, after });
      sealed++;
    } catch (error) {
      failed.push({ workspaceId, error });
    }
  }
  return { sealed, failed };
}

function contextOf(id: string): string {
  return `slack installation ${id}`;
}

function findId({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (id === undefined) throw new Error('Slack sent an event without the id of a workspace or organisation.');
  return id;
}
