/** Lines on their way to wherever the log goes. */
export interface LineGatherer {
  readonly write: (line: string) => void;
  /** Writes what was gathered; call it before the end. */
  readonly flush: () => void;
}

const WITHIN_MS = 50;
const DAILY = /^\{"level":"(?:debug|info)"/;

/**
 * Writes lines of daily business some at a time, as writing stops Node each time, and an answer would wait for it. All others
 * are written at once, after what came before: whatever ends the process, why is in the log.
 */
export function gatherLines(write: (text: string) => void, withinMs = WITHIN_MS): LineGatherer {
  let gathered = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = gathered;
    gathered = '';
    if (text !== '') write(text);
  };
  return {
    write(line) {
      gathered += line;
      if (DAILY.test(line)) timer ??= setTimeout(flush, withinMs);
      else flush();
    },
    flush,
  };
}
