// What people press, choose and type into. docs.slack.dev/reference/block-kit/block-elements
import { confirmation, imageElement, option, optionGroup, plainText } from './composition-shapes.ts';
import { richTextBlock } from './rich-text-shapes.ts';
import {
  choice,
  exactlyOne,
  flag,
  list,
  type Members,
  object,
  pattern,
  required,
  type Shape,
  text,
  url,
  wholeNumber,
} from './shape-checks.ts';

const element = (name: string, members: Members, also?: Parameters<typeof object>[1]): Shape =>
  object({ type: required(choice(name)), action_id: text(255), ...members }, also);

const confirmable: Members = { confirm: confirmation };
const focusable: Members = { focus_on_load: flag };
const placeable: Members = { placeholder: plainText(150) };
const dispatchable: Members = {
  dispatch_action_config: object({
    trigger_actions_on: required(list(choice('on_enter_pressed', 'on_character_entered'), 1, 2)),
  }),
};
const chooser: Members = { ...confirmable, ...focusable, ...placeable };
const severalOf: Members = { max_selected_items: wholeNumber(1, 1000) };
const id = text(255);
const conversations: Members = {
  default_to_current_conversation: flag,
  filter: object({
    include: list(choice('im', 'mpim', 'private', 'public'), 1, 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  }),
};
const options: Members = { options: list(option('menu'), 1, 100), option_groups: list(optionGroup, 1, 100) };
const eitherOptions = exactlyOne('options', 'option_groups');
const marks: Members = { ...confirmable, ...focusable, options: required(list(option('marks'), 1, 10)) };
const style = choice('primary', 'danger');
const typed = (name: string): Shape =>
  element(name, { ...dispatchable, ...focusable, ...placeable, initial_value: text(3000) });
const feedbackButton = object({
  text: required(plainText(75)),
  accessibility_label: text(75),
  value: required(text(2000)),
});

export const elementShapes: Readonly<Record<string, Shape>> = {
  button: element('button', {
    ...confirmable,
    text: required(plainText(75)),
    value: text(2000),
    url: url(),
    style,
    accessibility_label: text(75),
  }),
  image: imageElement,
  overflow: element('overflow', { ...confirmable, options: required(list(option('overflow'), 1, 5)) }),
  checkboxes: element('checkboxes', { ...marks, initial_options: list(option('marks'), 1, 10) }),
  radio_buttons: element('radio_buttons', { ...marks, initial_option: option('marks') }),
  static_select: element('static_select', { ...chooser, ...options, initial_option: option('menu') }, eitherOptions),
  multi_static_select: element(
    'multi_static_select',
    { ...chooser, ...severalOf, ...options, initial_options: list(option('menu'), 1, 100) },
    eitherOptions,
  ),
  external_select: element('external_select', {
    ...chooser,
    initial_option: option('menu'),
    min_query_length: wholeNumber(0, 100),
  }),
  multi_external_select: element('multi_external_select', {
    ...chooser,
    ...severalOf,
    initial_options: list(option('menu'), 1, 100),
    min_query_length: wholeNumber(0, 100),
  }),
  users_select: element('users_select', { ...chooser, initial_user: id }),
  multi_users_select: element('multi_users_select', { ...chooser, ...severalOf, initial_users: list(id, 1, 100) }),
  channels_select: element('channels_select', { ...chooser, initial_channel: id, response_url_enabled: flag }),
  multi_channels_select: element('multi_channels_select', {
    ...chooser,
    ...severalOf,
    initial_channels: list(id, 1, 100),
  }),
  conversations_select: element('conversations_select', {
    ...chooser,
    ...conversations,
    initial_conversation: id,
    response_url_enabled: flag,
  }),
  multi_conversations_select: element('multi_conversations_select', {
    ...chooser,
    ...severalOf,
    ...conversations,
    initial_conversations: list(id, 1, 100),
  }),
  datepicker: element('datepicker', {
    ...chooser,
    initial_date: pattern(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD'),
  }),
  timepicker: element('timepicker', {
    ...chooser,
    initial_time: pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm'),
    timezone: text(255),
  }),
  datetimepicker: element('datetimepicker', {
    ...confirmable,
    ...focusable,
    initial_date_time: wholeNumber(1e9, 9_999_999_999),
  }),
  plain_text_input: element(
    'plain_text_input',
    {
      ...dispatchable,
      ...focusable,
      ...placeable,
      initial_value: text(3000),
      multiline: flag,
      min_length: wholeNumber(0, 3000),
      max_length: wholeNumber(1, 3000),
    },
    (value, pointer, report) => {
      if (Number(value.min_length ?? 0) > Number(value.max_length ?? 3000)) {
        report(`${pointer}/min_length`, 'must not be more than max_length');
      }
    },
  ),
  email_text_input: typed('email_text_input'),
  url_text_input: typed('url_text_input'),
  number_input: element('number_input', {
    ...dispatchable,
    ...focusable,
    ...placeable,
    is_decimal_allowed: required(flag),
    initial_value: text(255),
    min_value: text(255),
    max_value: text(255),
  }),
  rich_text_input: element('rich_text_input', {
    ...dispatchable,
    ...focusable,
    ...placeable,
    initial_value: richTextBlock,
    min_lines: wholeNumber(1, 100),
    max_lines: wholeNumber(1, 100),
  }),
  file_input: element('file_input', { filetypes: list(text(255), 1, 100), max_files: wholeNumber(1, 10) }),
  feedback_buttons: element('feedback_buttons', {
    positive_button: required(feedbackButton),
    negative_button: required(feedbackButton),
  }),
  icon_button: element('icon_button', {
    ...confirmable,
    icon: required(text(255)),
    text: required(plainText(75)),
    accessibility_label: text(75),
    value: text(2000),
    visible_to_user_ids: list(id, 1, 100),
  }),
};

/** The shapes of the named elements. */
export function pickElements(...names: readonly string[]): Readonly<Record<string, Shape>> {
  return Object.fromEntries(
    names.map((name) => {
      const shape = elementShapes[name];
      if (shape === undefined) throw new Error(`no Block Kit element is called ${name}`);
      return [name, shape];
    }),
  );
}
