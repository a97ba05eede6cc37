import type { SenderParts } from './open-senders.ts';

/** For looking at channels where there is no store yet, and none shall be made. */
export const nothingStored: SenderParts['store'] = {
  installations: {
    save: async () => {},
    replace: async () => false,
    find: async () => undefined,
    remove: async () => {},
    list: async () => [],
  },
  lineKeeper: { keep: async () => '', find: async () => undefined },
};
