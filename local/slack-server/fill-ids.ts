import type { SlackClock } from './slack-clock.ts';
import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';

const actionable =
  /^(button|overflow|checkboxes|radio_buttons|feedback_buttons|icon_button|.*_select|.*picker|.*_input)$/;

/** Copies blocks, giving every block and interactive element the id that Slack would make up for it. */
export function fillIds(blocks: unknown, clock: SlackClock): JsonObject[] {
  return listObjects(blocks).map((block) => ({
    ...(fillActionIds(block, clock) as JsonObject),
    block_id: block.block_id ?? clock.nextId('b'),
  }));
}

function fillActionIds(value: unknown, clock: SlackClock): unknown {
  if (Array.isArray(value)) return value.map((entry) => fillActionIds(entry, clock));
  if (!isJsonObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fillActionIds(entry, clock)]));
  if (actionable.test(String(value.type)) && copy.action_id === undefined) copy.action_id = clock.nextId('a');
  return copy;
}
