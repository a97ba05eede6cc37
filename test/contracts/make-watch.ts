import type { NewNotice, NoticeContent } from '#watching/notice.ts';
import type { Watch, Watcher } from '#watching/watch.ts';

/** A person on Slack, with what matters given. */
export function makeWatcher(given: Partial<Watcher> = {}): Watcher {
  const { recipientId = 'U1' } = given;
  return { platform: 'slack', kind: 'person', key: `T1:${recipientId}`, recipientId, workspaceId: 'T1', ...given };
}

/** A watch that lasts, with what matters given. */
export function makeWatch(given: Partial<Omit<Watch, 'id'>> = {}): Omit<Watch, 'id'> {
  return {
    watcher: makeWatcher(),
    subject: 'Kettle',
    targetId: undefined,
    onceUntilMs: undefined,
    createdMs: 1_700_000_000_000,
    ...given,
  };
}

/** A message to be queued, with what matters given. */
export function makeNotice(given: Partial<NewNotice> = {}): NewNotice {
  const content: NoticeContent = {
    issueTitle: 'Kitchen Weekly 8',
    day: '2031-02-21',
    topics: ['Kettle'],
    items: [{ says: 'Kettle boils on arm64.', status: 'yes', links: [] }],
    more: 0,
    ended: [],
  };
  return { watcher: makeWatcher(), keys: ['k1'], content, ...given };
}
