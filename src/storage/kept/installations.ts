import type { Kysely } from 'kysely';
import type { Installations } from '#conversation/ports/installations.ts';
import type { Tables } from '#storage/tables.ts';

/** What platforms keep of each workspace, as the sealed bytes that they hand in. */
export function createStoredInstallations(db: Kysely<Tables>): Installations {
  return {
    async save(platform, workspaceId, sealed, nowMs) {
      const row = { sealed, at_ms: nowMs };
      await db
        .insertInto('installations')
        .values({ platform, workspace_id: workspaceId, ...row })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet(row))
        .execute();
    },
    async replace(platform, workspaceId, { before, after }) {
      const { numUpdatedRows } = await db
        .updateTable('installations')
        .set({ sealed: after })
        .where(({ and }) => and({ platform, workspace_id: workspaceId, sealed: before }))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async find(platform, workspaceId) {
      const row = await db
        .selectFrom('installations')
        .select('sealed')
        .where(({ and }) => and({ platform, workspace_id: workspaceId }))
        .executeTakeFirst();
      // One driver gives Node's Buffer, the other plain bytes.
      return row && new Uint8Array(row.sealed);
    },
    async remove(platform, workspaceId, onlyIf) {
      await db
        .deleteFrom('installations')
        .where(({ and }) => and({ platform, workspace_id: workspaceId }))
        .$if(onlyIf !== undefined, (query) => query.where('sealed', '=', onlyIf as Uint8Array))
        .execute();
    },
    async list(platform) {
      const rows = await db
        .selectFrom('installations')
        .select('workspace_id')
        .where('platform', '=', platform)
        .execute();
      return rows.map((row) => row.workspace_id);
    },
  };
}
