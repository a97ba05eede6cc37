import { walkObjects } from './message-texts.ts';
import { type JsonObject, listObjects } from './slack-json.ts';

type Read = (element: JsonObject, entered: unknown, here: string | undefined) => JsonObject;

const fromOptions = (element: JsonObject) => [
  ...listObjects(element.options),
  ...listObjects(element.option_groups).flatMap((group) => listObjects(group.options)),
];
const findOption = (element: JsonObject, value: unknown) => {
  const found = fromOptions(element).find((option) => option.value === value);
  if (value !== undefined && found === undefined)
    throw new Error(`${String(element.action_id)} offers no option "${String(value)}"`);
  return found;
};
const one: Read = (element, entered) => ({
  selected_option: findOption(element, entered) ?? element.initial_option ?? null,
});
const several: Read = (element, entered) => ({
  selected_options: Array.isArray(entered)
    ? entered.map((value) => findOption(element, value))
    : (element.initial_options ?? []),
});
const typed: Read = (element, entered) => ({ value: entered ?? element.initial_value ?? null });
const plainly =
  (name: string, initial: string): Read =>
  (element, entered) => ({ [name]: entered ?? element[initial] ?? null });

const readers: Readonly<Record<string, Read>> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  rich_text_input: plainly('rich_text_value', 'initial_value'),
  static_select: one,
  external_select: one,
  radio_buttons: one,
  checkboxes: several,
  multi_static_select: several,
  multi_external_select: several,
  users_select: plainly('selected_user', 'initial_user'),
  multi_users_select: plainly('selected_users', 'initial_users'),
  channels_select: plainly('selected_channel', 'initial_channel'),
  multi_channels_select: plainly('selected_channels', 'initial_channels'),
  conversations_select: (element, entered, here) => ({
    selected_conversation:
      entered ??
      element.initial_conversation ??
      (element.default_to_current_conversation === true ? (here ?? null) : null),
  }),
  multi_conversations_select: plainly('selected_conversations', 'initial_conversations'),
  datepicker: plainly('selected_date', 'initial_date'),
  timepicker: plainly('selected_time', 'initial_time'),
  datetimepicker: plainly('selected_date_time', 'initial_date_time'),
};

/** `state.values`: what stands in every input of the blocks, by block and action id. `entered` is by action id. */
export function readInputs(blocks: unknown, entered: JsonObject, here: string | undefined): JsonObject {
  const values: Record<string, JsonObject> = {};
  for (const block of listObjects(blocks)) {
    for (const { value: element } of walkObjects(block)) {
      const read = readers[String(element.type)];
      if (read === undefined || typeof element.action_id !== 'string') continue;
      const blockId = String(block.block_id);
      const value = { type: element.type, ...read(element, entered[element.action_id], here) };
      values[blockId] = { ...values[blockId], [element.action_id]: value };
    }
  }
  return values;
}
