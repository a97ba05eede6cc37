/** Takes a turn: resolves, when it has come, to what ends it. Ending it twice does no harm. */
export type TakeTurn = () => Promise<() => void>;

/**
 * Lets so many take their turn at once; the others wait in the order in which they came. No two turns begin in the same
 * round of Node's loop: in a rush, too, what comes is read and what is due is done between two answers.
 */
export function createTurns(atOnce = Number.POSITIVE_INFINITY): TakeTurn {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  let lastBegun = Promise.resolve();
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const beginInOwnRound = () => {
    lastBegun = lastBegun.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    return lastBegun;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await beginInOwnRound();
    let isOver = false;
    return () => {
      if (!isOver) pass();
      isOver = true;
    };
  };
}

/** No waiting. */
export const everybodysTurn: TakeTurn = async () => () => {};
