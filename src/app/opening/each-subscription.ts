import type { Subscription } from '#announcing/subscription.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';

const PAGE = 500;

/** All subscriptions, read a page at a time. */
export async function* eachSubscription(
  subscriptions: Pick<SubscriptionRegistry, 'listAll'>,
): AsyncGenerator<Subscription> {
  let last: Subscription | undefined;
  do {
    const some = await subscriptions.listAll(last, PAGE);
    yield* some;
    last = some.length < PAGE ? undefined : some.at(-1);
  } while (last);
}
