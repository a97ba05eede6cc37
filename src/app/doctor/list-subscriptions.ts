import type { Subscription } from '#announcing/subscription.ts';
import type { Subscriptions } from '#announcing/subscriptions.ts';

const pageSize = 500;

/** All subscriptions, a page at a time. */
export async function listSubscriptions(
  subscriptions: Pick<Subscriptions, 'listAll'>,
): Promise<readonly Subscription[]> {
  const all: Subscription[] = [];
  for (;;) {
    const page = await subscriptions.listAll(all.at(-1), pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
