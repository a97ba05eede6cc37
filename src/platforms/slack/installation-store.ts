import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installations } from '#conversation/installations.ts';
import type { Sealer } from '#conversation/sealer.ts';

const platform = 'slack';

/** Keeps what each workspace granted at its installation, sealed: the tokens in it open that workspace to whoever has them. */
export function createInstallationStore(
  installations: Installations,
  sealer: Sealer,
  now: () => number,
): InstallationStore & { readonly deleteInstallation: (query: InstallationQuery<boolean>) => Promise<void> } {
  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
      if (id === undefined)
        throw new Error('Slack sent an installation without the id of a workspace or organisation.');
      const sealed = sealer.seal(new TextEncoder().encode(JSON.stringify(installation)), contextOf(id));
      await installations.save(platform, id, sealed, now());
    },
    async fetchInstallation(query) {
      const id = findId(query);
      const sealed = await installations.find(platform, id);
      if (sealed === undefined)
        throw new Error('The app is not installed in this workspace: open its installation address once more.');
      // A workspace can give what another one granted to nobody: its id is part of the seal.
      return JSON.parse(new TextDecoder().decode(sealer.open(sealed, contextOf(id)))) as Installation<
        'v1' | 'v2',
        boolean
      >;
    },
    async deleteInstallation(query) {
      await installations.remove(platform, findId(query));
    },
  } as InstallationStore & { readonly deleteInstallation: (query: InstallationQuery<boolean>) => Promise<void> };
}

/** Seals all that is stored with the newest key, so that an older one can be taken away; resolves to how many there are. */
export async function resealInstallations(
  installations: Installations,
  sealer: Sealer,
  now: () => number,
): Promise<number> {
  const ids = await installations.list(platform);
  for (const id of ids) {
    const sealed = await installations.find(platform, id);
    if (sealed === undefined) continue;
    await installations.save(platform, id, sealer.seal(sealer.open(sealed, contextOf(id)), contextOf(id)), now());
  }
  return ids.length;
}

function contextOf(id: string): string {
  return `slack installation ${id}`;
}

function findId({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (id === undefined) throw new Error('Slack sent an event without the id of a workspace or organisation.');
  return id;
}
