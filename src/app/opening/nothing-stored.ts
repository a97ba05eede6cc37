import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import type { PlatformStore } from '#platforms/chat-platform.ts';

/** For where there is no store, and none shall be made. */
export const nothingStored: PlatformStore & { readonly events: HandledEvents } = {
  installations: {
    save: async () => {},
    replace: async () => false,
    find: async () => undefined,
    remove: async () => {},
    list: async () => [],
  },
  lineKeeper: { keep: async () => '', find: async () => undefined },
  locks: { tryHold: async () => undefined },
  events: { claim: async () => 'mine', finish: async () => {}, release: async () => {} },
};
