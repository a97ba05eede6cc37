import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import { decodeReplyAction, encodeReplyAction, type ReplyAction } from '#conversation/wording/reply-action.ts';
import { discordLimits } from '#platforms/discord/text/limits.ts';

/** Actions to the `custom_id` of a button or the value of a menu, and back, by any process and after any restart. */
export interface CustomIds {
  /** Keeps what is too long for an id; the function it resolves to knows exactly these actions. */
  readonly prepare: (actions: readonly ReplyAction[], nowMs: number) => Promise<(action: ReplyAction) => string>;
  /** `expired`: the line is no longer kept. Undefined: none of our actions. Rejects when the store fails. */
  readonly read: (customId: string) => Promise<ReplyAction | 'expired' | undefined>;
}

/** No letter that an encoded action begins with. */
const keptMark = 'k';

/** Short lines stand in the id itself; long ones are kept, and the id has their key. */
export function createCustomIds(keeper: LineKeeper): CustomIds {
  const encode = async (action: ReplyAction, keepOnce: (line: string) => Promise<string>) => {
    const whole = encodeReplyAction(action);
    if (standsInId(action.line) && whole.length <= discordLimits.customId) return whole;
    const kept = `${keptMark}${encodeReplyAction({ ...action, line: await keepOnce(action.line) })}`;
    if (kept.length <= discordLimits.customId) return kept;
    throw new Error(
      `A kept line's key makes an id of ${kept.length} characters; Discord takes ${discordLimits.customId}.`,
    );
  };
  return {
    async prepare(actions, nowMs) {
      const keys = new Map<string, string>();
      // Most buttons below a reply carry the same line.
      const keepOnce = async (line: string) => {
        const key = keys.get(line) ?? (await keeper.keep(line, nowMs));
        keys.set(line, key);
        return key;
      };
      const ids = new Map<string, string>();
      for (const action of actions) ids.set(encodeReplyAction(action), await encode(action, keepOnce));
      return (action) => {
        const id = ids.get(encodeReplyAction(action));
        if (id === undefined)
          throw new Error(`No id was prepared for the action “${action.kind}”; pass it to prepare.`);
        return id;
      };
    },
    async read(customId) {
      if (!customId.startsWith(keptMark)) return decodeReplyAction(customId);
      const action = decodeReplyAction(customId.slice(keptMark.length));
      if (action === undefined) return undefined;
      const line = await keeper.find(action.line);
      return line === undefined ? 'expired' : { ...action, line };
    },
  };
}

/** Blanks at the ends, control characters and broken characters may not come back as they went. */
function standsInId(line: string): boolean {
  return line.trim() === line && line.isWellFormed() && !/\p{Cc}/u.test(line);
}
