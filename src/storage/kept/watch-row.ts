import { fingerprint } from '#announcing/fingerprint.ts';
import type { UnreachableRow, WatchRow } from '#storage/tables.ts';
import { nameTopic, type Watch, type WatchedTopic, type Watcher } from '#watching/watch.ts';
import type { Unreachable, WatcherKey } from '#watching/watch-registry.ts';
import { storableText } from './storable-text.ts';

/** The id of a watcher's watch of a topic. */
export function watchIdOf({ platform, kind, key }: WatcherKey, topic: WatchedTopic): string {
  return fingerprint(platform, kind, key, nameTopic(topic));
}

/** A watch as it is stored. */
export function toWatchRow({ watcher, subject, targetId, onceUntilMs, createdMs }: Omit<Watch, 'id'>): WatchRow {
  return {
    id: watchIdOf(watcher, { subject, targetId }),
    platform: watcher.platform,
    watcher_kind: watcher.kind,
    watcher_key: watcher.key,
    recipient_id: watcher.recipientId,
    workspace_id: watcher.workspaceId,
    subject: storableText(subject),
    target_id: targetId ?? null,
    once_until_ms: onceUntilMs ?? null,
    created_ms: createdMs,
  };
}

/** A stored watch as the rest of the program knows it. */
export function fromWatchRow(row: WatchRow): Watch {
  const watcher: Watcher = {
    platform: row.platform,
    kind: row.watcher_kind,
    key: row.watcher_key,
    recipientId: row.recipient_id,
    workspaceId: row.workspace_id,
  };
  return {
    id: row.id,
    watcher,
    subject: row.subject,
    targetId: row.target_id ?? undefined,
    onceUntilMs: row.once_until_ms ?? undefined,
    createdMs: row.created_ms,
  };
}

/** Who cannot be reached, as the rest of the program knows it. */
export function fromUnreachableRow(row: UnreachableRow): Unreachable {
  return {
    platform: row.platform,
    kind: row.watcher_kind,
    key: row.watcher_key,
    reason: row.reason,
    sinceMs: row.since_ms,
  };
}
