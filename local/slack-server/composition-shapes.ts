// Block Kit's composition objects: text, options, confirmations, images. docs.slack.dev/reference/block-kit/composition-objects
import {
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
} from './shape-checks.ts';

const type = (name: string) => required(choice(name));

export const plainText = (max: number): Shape =>
  byType({ plain_text: object({ type: type('plain_text'), text: required(text(max)), emoji: flag }) });

export const markedText = (max: number): Shape =>
  byType({ mrkdwn: object({ type: type('mrkdwn'), text: required(text(max)), verbatim: flag }) });

/** `emoji` belongs to plain text only, `verbatim` to mrkdwn only. */
export const anyText = (max: number): Shape =>
  byType({
    plain_text: object({ type: type('plain_text'), text: required(text(max)), emoji: flag }),
    mrkdwn: object({ type: type('mrkdwn'), text: required(text(max)), verbatim: flag }),
  });

export const confirmation: Shape = object({
  title: required(plainText(100)),
  text: required(anyText(300)),
  confirm: required(plainText(30)),
  deny: required(plainText(30)),
  style: choice('primary', 'danger'),
});

/** Where an option may be used decides what its text may be, and whether it may have a link. */
export function option(use: 'menu' | 'overflow' | 'marks'): Shape {
  return object({
    text: required(use === 'marks' ? anyText(75) : plainText(75)),
    value: required(text(150)),
    description: use === 'marks' ? anyText(75) : plainText(75),
    ...(use === 'overflow' ? { url: url() } : {}),
  });
}

export const optionGroup: Shape = object({
  label: required(plainText(75)),
  options: required(list(option('menu'), 1, 100)),
});

const slackFile = object({ id: text(255), url: url() }, exactlyOne('id', 'url'));

/** The members that every image shares: a public address or a file in Slack, and words for who cannot see it. */
export const imageMembers: Members = {
  type: type('image'),
  image_url: url(3000, ['http:', 'https:']),
  slack_file: slackFile,
  alt_text: required(text(2000)),
};

export const imageElement: Shape = object(imageMembers, exactlyOne('image_url', 'slack_file'));
