import { setTimeout as later } from 'node:timers/promises';
import type { LocalChat } from './local-chat.ts';

/** Longer than a slow machine takes; a person who sees nothing for that long looks again by themselves. */
const patienceMs = 20_000;

/** Resolves when the bot has made something there since `before`, or after a while in which it has not. */
export async function awaitAnswer(
  chat: LocalChat,
  place: string,
  before: string | undefined,
  withinMs = patienceMs,
): Promise<void> {
  const ending = new AbortController();
  const isAnswered = () => {
    const now = chat.progress(place);
    return now !== undefined && now !== before;
  };
  let unwatch = () => {};
  const answered = new Promise<void>((resolve) => {
    const look = () => void (isAnswered() && resolve());
    unwatch = chat.watch(look);
    look();
  });
  await Promise.race([answered, later(withinMs, undefined, { signal: ending.signal }).catch(() => {})]);
  unwatch();
  ending.abort();
}
