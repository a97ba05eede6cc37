import type { Wish } from './read-wish.ts';

/** A line to type that wishes the same of a topic. */
export function composeWishLine(command: 'watch' | 'unwatch', topic: string, wish: Partial<Wish>): string {
  const last = [wish.isHere && 'here', wish.isOnce && 'once', wish.isAnyway && 'anyway'].filter(Boolean);
  return [command, topic, ...last].join(' ');
}
