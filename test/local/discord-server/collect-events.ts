import type { Client, ClientEvents } from 'discord.js';

/** What a client has heard, and a promise for when it has heard enough. */
export type CollectedEvents<T> = { readonly heard: T[]; readonly until: (count: number) => Promise<T[]> };

/** Far above what a slow machine takes. */
const patienceMs = 120_000;

/** Collects a client's events from now on. */
export function collectEvents<Name extends keyof ClientEvents, T>(
  client: Client<boolean>,
  name: Name,
  pick: (...args: ClientEvents[Name]) => T,
): CollectedEvents<T> {
  const heard: T[] = [];
  let check: () => unknown = () => undefined;
  client.on(name, (...args) => {
    heard.push(pick(...args));
    check();
  });
  const until = (count: number) =>
    new Promise<T[]>((resolve, reject) => {
      const late = new Error(`waited in vain for ${count} ${name}`);
      const timer = setTimeout(() => reject(late), patienceMs);
      check = () => {
        if (heard.length < count) return;
        clearTimeout(timer);
        resolve(heard);
      };
      check();
    });
  return { heard, until };
}
