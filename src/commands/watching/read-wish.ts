/** What stands behind `watch` and `unwatch`. */
export interface Wish {
  readonly topic: string;
  /** For the channel, not for who asks. */
  readonly isHere: boolean;
  /** Ends with the first news. */
  readonly isOnce: boolean;
  /** Even if nobody has written about it. */
  readonly isAnyway: boolean;
}

const QUOTED = /^["“]([^"“”]+)["”]/u;
const lastWords = ['here', 'once', 'anyway'] as const;

/** Takes the words off the end that say for whom and how long: "samba on riscv64 here". A name in quotes is left whole. */
export function readWish(argument: string): Wish {
  const given = new Set<string>();
  let rest = argument.trim();
  const quoted = QUOTED.exec(rest);
  const kept = quoted?.[0].length ?? 0;
  for (;;) {
    const word = lastWords.find((one) => !given.has(one) && rest.toLowerCase().endsWith(one));
    const start = rest.length - (word?.length ?? 0);
    const isWord = word !== undefined && (start === kept || rest[start - 1] === ' ') && start >= kept;
    if (!isWord || (start === 0 && given.size === 0)) break;
    given.add(word);
    rest = rest.slice(0, start).trimEnd();
  }
  const topic = quoted === null ? rest : `${quoted[1]}${rest.slice(kept)}`;
  return { topic: topic.trim(), isHere: given.has('here'), isOnce: given.has('once'), isAnyway: given.has('anyway') };
}
