// The rich_text block. docs.slack.dev/reference/block-kit/blocks/rich-text-block
import {
  byType,
  choice,
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

const type = (name: string) => required(choice(name));
const mostElements = 10_000;
const style = object({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag, highlight: flag });
const styled = (name: string, members: Members): Shape => object({ type: type(name), ...members, style });
const id = (first: string) =>
  required(pattern(new RegExp(`^[${first}][A-Z0-9]{2,}$`), `an id that begins with ${first}`));
// Spaces and line breaks alone are fine between styled words; nothing at all is not.
const words = required(text(40_000, 0));
const someWords: Shape = (value, pointer, report) => {
  text(40_000, 0)(value, pointer, report);
  if (value === '') report(pointer, 'must be more than 0 characters');
};

const wordElement = styled('text', { text: required(someWords) });
const linkElement = styled('link', { url: required(url()), text: text(40_000), unsafe: flag });
const inlineElement = byType({
  text: wordElement,
  link: linkElement,
  emoji: styled('emoji', { name: required(text(255)), unicode: text(255), url: url(), skin_tone: wholeNumber(1, 6) }),
  user: styled('user', { user_id: id('UW') }),
  usergroup: styled('usergroup', { usergroup_id: id('S') }),
  team: styled('team', { team_id: id('T') }),
  channel: styled('channel', { channel_id: id('CGD') }),
  broadcast: styled('broadcast', { range: required(choice('here', 'channel', 'everyone')) }),
  color: styled('color', { value: required(text(255)) }),
  date: styled('date', { timestamp: required(wholeNumber(0, 1e11)), format: words, url: url(), fallback: text(3000) }),
});

const border = wholeNumber(0, 1);
const section = object({
  type: type('rich_text_section'),
  elements: required(list(inlineElement, 1, mostElements)),
});

const part = byType({
  rich_text_section: section,
  rich_text_list: object({
    type: type('rich_text_list'),
    style: required(choice('bullet', 'ordered')),
    elements: required(list(byType({ rich_text_section: section }), 1, mostElements)),
    indent: wholeNumber(0, 8),
    offset: wholeNumber(0, 1e6),
    border,
  }),
  rich_text_quote: object({
    type: type('rich_text_quote'),
    elements: required(list(inlineElement, 1, mostElements)),
    border,
  }),
  rich_text_preformatted: object({
    type: type('rich_text_preformatted'),
    elements: required(list(byType({ text: wordElement, link: linkElement }), 1, mostElements)),
    border,
  }),
});

/** The whole block; table cells use it, too. */
export const richTextBlock: Shape = object({
  type: type('rich_text'),
  block_id: text(255),
  elements: required(list(part, 1, mostElements)),
});
