import type { Asides } from '#platforms/chat-platform.ts';

/** What is told beside a chat, written there as long as nobody shows it elsewhere. */
export function createAsides(errors: {
  write(text: string): unknown;
}): Asides & { readonly write: (text: string) => void } {
  let shown: ((text: string) => void) | undefined;
  return {
    write: (text) => void (shown === undefined ? errors.write(text) : shown(text)),
    showBy(show) {
      shown = show;
    },
  };
}
