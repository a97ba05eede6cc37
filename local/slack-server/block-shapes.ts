// The blocks, and on which surface each is allowed. docs.slack.dev/reference/block-kit/blocks
import { anyText, imageElement, imageMembers, markedText, plainText } from './composition-shapes.ts';
import { elementShapes, pickElements } from './element-shapes.ts';
import { richTextBlock } from './rich-text-shapes.ts';
import {
  atLeastOne,
  byType,
  choice,
  exactlyOne,
  flag,
  list,
  type Members,
  object,
  required,
  type Shape,
  text,
  url,
  wholeNumber,
} from './shape-checks.ts';

export type Surface = 'message' | 'modal' | 'home';

const block = (name: string, members: Members, also?: Parameters<typeof object>[1]): Shape =>
  object({ type: required(choice(name)), block_id: text(255), ...members }, also);

const selects = ['static_select', 'external_select', 'users_select', 'channels_select', 'conversations_select'];
const multiSelects = selects.map((name) => `multi_${name}`);
const pickers = ['datepicker', 'timepicker'];
const marks = ['checkboxes', 'radio_buttons'];
const accessory = byType(
  pickElements('button', 'image', 'overflow', ...marks, ...pickers, ...selects, ...multiSelects),
);
const inActions = byType(
  pickElements(
    ...['button', 'overflow', 'datetimepicker', 'rich_text_input'],
    ...[...marks, ...pickers, ...selects, ...multiSelects],
  ),
);
const inInput = byType(
  pickElements(
    ...['plain_text_input', 'rich_text_input', 'email_text_input', 'url_text_input', 'number_input', 'file_input'],
    ...['datetimepicker', ...marks, ...pickers, ...selects, ...multiSelects],
  ),
);

const rawText = object({ type: required(choice('raw_text')), text: required(text(10_000)) });
const rawNumber = object({
  type: required(choice('raw_number')),
  value: required((value, pointer, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) report(pointer, 'must be a number');
  }),
  text: required(text(10_000)),
});
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richTextBlock });
// null stands for a column that keeps its defaults.
const column: Shape = (value, pointer, report) => {
  if (value !== null) object({ align: choice('left', 'center', 'right'), is_wrapped: flag })(value, pointer, report);
};

const everywhere: Readonly<Record<string, Shape>> = {
  section: block(
    'section',
    { text: anyText(3000), fields: list(anyText(2000), 1, 10), accessory, expand: flag },
    atLeastOne('text', 'fields'),
  ),
  header: block('header', { text: required(plainText(150)) }),
  context: block('context', {
    elements: required(
      list(byType({ image: imageElement, plain_text: plainText(3000), mrkdwn: markedText(3000) }), 1, 10),
    ),
  }),
  actions: block('actions', { elements: required(list(inActions, 1, 25)) }),
  divider: block('divider', {}),
  image: block('image', { ...imageMembers, title: plainText(2000) }, exactlyOne('image_url', 'slack_file')),
  rich_text: richTextBlock,
  video: block('video', {
    video_url: required(url(3000, ['https:'])),
    thumbnail_url: required(url(3000, ['https:'])),
    alt_text: required(text(2000)),
    title: required(plainText(199)),
    title_url: url(3000, ['https:']),
    author_name: text(49),
    provider_name: text(255),
    provider_icon_url: url(),
    description: plainText(200),
  }),
};

const inMessages: Readonly<Record<string, Shape>> = {
  ...everywhere,
  markdown: block('markdown', { text: required(text(12_000)) }),
  table: block('table', {
    rows: required(list(list(cell, 1, 20), 1, 100)),
    column_settings: list(column, 1, 20),
  }),
  context_actions: block('context_actions', {
    elements: required(list(byType(pickElements('feedback_buttons', 'icon_button')), 1, 5)),
  }),
  alert: block('alert', {
    text: required(anyText(200)),
    level: choice('default', 'info', 'warning', 'error', 'success'),
  }),
  card: block(
    'card',
    {
      hero_image: imageElement,
      icon: imageElement,
      title: markedText(150),
      subtitle: markedText(150),
      body: markedText(200),
      actions: list(byType(pickElements('button')), 1, 25),
    },
    atLeastOne('hero_image', 'title', 'actions', 'body'),
  ),
  data_table: block(
    'data_table',
    {
      rows: required(list(list(cell, 1, 20), 2, 101)),
      caption: required(text(3000)),
      page_size: wholeNumber(1, 100),
      row_header_column_index: wholeNumber(0, 19),
    },
    (value, pointer, report) => {
      const lengths = new Set(Array.isArray(value.rows) ? value.rows.map((row: unknown[]) => row.length) : []);
      if (lengths.size > 1) report(`${pointer}/rows`, 'all rows must have the same number of cells');
    },
  ),
};

const inViews: Readonly<Record<string, Shape>> = {
  ...everywhere,
  input: block('input', {
    label: required(plainText(2000)),
    hint: plainText(2000),
    optional: flag,
    dispatch_action: flag,
    element: required(inInput),
  }),
};

/** Every block that an app may put on the surface. Not among them: blocks that only Slack itself writes, such as `file`. */
export const blockShapes: Readonly<Record<Surface, Shape>> = {
  message: byType(inMessages),
  modal: byType(inViews),
  home: byType(inViews),
};

/** Types of the elements that people can do something with. */
export const interactiveTypes: ReadonlySet<string> = new Set(
  Object.keys(elementShapes).filter((name) => name !== 'image'),
);
