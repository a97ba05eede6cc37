/** Takes a turn: resolves, when it has come, to what ends it. Ending it twice does no harm. */
export type TakeTurn = () => Promise<() => void>;

/** Lets so many take their turn at once; the others wait in the order in which they came. */
export function createTurns(atOnce: number): TakeTurn {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let isOver = false;
    return () => {
      if (!isOver) pass();
      isOver = true;
    };
  };
}

/** No waiting. */
export const everybodysTurn: TakeTurn = async () => () => {};
