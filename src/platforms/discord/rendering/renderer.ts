import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Block } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { choosePage } from '#conversation/wording/choose-page.ts';
import type { ReplyAction } from '#conversation/wording/reply-action.ts';
import { escapeDiscord } from '#platforms/discord/text/escape.ts';
import { cutDiscordLabel, fitDiscordText } from '#platforms/discord/text/fit.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';
import { type PlannedRow, planDiscordControls } from './controls.ts';
import { askButtonId } from './modal.ts';
import { layOutBlocks } from './pieces.ts';
import { planDiscordPages } from './plan-pages.ts';
import { type DiscordSuggestions, planDiscordSuggestions } from './suggestions.ts';
import { discordVerdicts } from './verdict.ts';

/** The body of a message, for any of Discord's ways to send one. */
export interface DiscordMessage {
  /** Empty beside an embed, so that an edit takes away what stood there. */
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>[];
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
  readonly flags: number;
}

export interface DiscordView {
  /** From 0; one too high shows the last. */
  readonly page: number;
  /** For the asker's eyes only; Discord can do that for answers to interactions. */
  readonly isPrivate: boolean;
  /** False where the bot lacks the permission Embed Links: the reply is text then. */
  readonly canEmbed: boolean;
}

/** Room for the frame of a text: the suggestions' title, the page's number. */
const FRAME_CHARACTERS = 250;
/** The same for a text and an embed, so that a page's number means the same in both; and short enough to read at once. */
const PAGE_CHARACTERS = limits.content - FRAME_CHARACTERS;
const SUGGESTION_TITLE_CHARACTERS = 120;

const pingsNobody: DiscordMessage['allowed_mentions'] = { parse: [], replied_user: false };

/** A sentence of our own about what somebody did. */
export function renderDiscordNotice(words: string, { isPrivate }: Pick<DiscordView, 'isPrivate'>): DiscordMessage {
  const flags = (isPrivate ? MessageFlags.Ephemeral : 0) | MessageFlags.SuppressEmbeds;
  return { content: escapeDiscord(words), embeds: [], components: [], allowed_mentions: pingsNobody, flags };
}

/** One page of a response as a message that Discord accepts, whatever the response holds; nothing in it pings anybody. */
export function renderDiscordReply(
  response: Response,
  options: DiscordView & { readonly customIdOf: (action: ReplyAction) => string },
): DiscordMessage {
  const { page, pageCount, body, suggestions, rows } = layOutPage(response, options);
  const verdict = findVerdict(response);
  const place = pageCount < 2 ? '' : `Page ${page + 1} of ${pageCount}`;
  const [lead] = fitDiscordText(suggestions.title, SUGGESTION_TITLE_CHARACTERS, (text) => `**${escapeDiscord(text)}**`);
  const text = lead === undefined ? body : `${body}\n\n${lead}`;
  const flags = options.isPrivate ? MessageFlags.Ephemeral : 0;
  const frame = {
    components: rows.map((row, index) => buildRow(row, index, options.customIdOf)),
    allowed_mentions: pingsNobody,
  };
  if (!options.canEmbed) {
    const content = place ? `${text}\n-# ${place}` : text;
    return { ...frame, content, embeds: [], flags: flags | MessageFlags.SuppressEmbeds };
  }
  const embed = {
    ...(verdict && { color: discordVerdicts[verdict].colour }),
    description: text,
    ...(place && { footer: { text: place } }),
  };
  return { ...frame, content: '', embeds: [embed], flags };
}

/** The actions of all buttons and menus that a rendering has, for `prepare` of the custom ids. */
export function actionsOf(response: Response, view: DiscordView): readonly ReplyAction[] {
  const { rows } = layOutPage(response, view);
  const actions = rows.flatMap((row) => (row.kind === 'menu' ? row.options : row.buttons)).map(({ action }) => action);
  return actions.filter((action) => action.kind !== 'open-modal');
}

function layOutPage(response: Response, view: DiscordView) {
  const suggestions: DiscordSuggestions = planDiscordSuggestions(response.reply);
  const blocks = [...response.reply.blocks, ...suggestions.listed, ...(isWholeHelp(response) ? [howToSpeak] : [])];
  const pieces = layOutBlocks(blocks, PAGE_CHARACTERS);
  const pages = planDiscordPages(pieces, PAGE_CHARACTERS);
  const pageCount = Math.max(1, pages.length);
  const page = choosePage(view.page, pageCount);
  const rows = planDiscordControls(response, suggestions, { page, pageCount, isPrivate: view.isPrivate });
  return { page, pageCount, body: pages[page] ?? 'There is nothing to show.', suggestions, rows };
}

/** What is to know on Discord besides the commands. */
const howToSpeak: Block = {
  kind: 'text',
  text:
    'In a channel, mention me or type a slash; in private, just write. When you reply to an answer, leave the ping on: ' +
    'without it Discord does not show me your words.',
};

function isWholeHelp({ outcome, line }: Response): boolean {
  return outcome.kind === 'command' && outcome.command === 'help' && line === 'help';
}

function findVerdict({ reply }: Response) {
  return reply.blocks.find((block) => block.kind === 'lead')?.verdict;
}

function buildRow(
  row: PlannedRow,
  index: number,
  customIdOf: (action: ReplyAction) => string,
): DiscordMessage['components'][number] {
  if (row.kind === 'menu') {
    const placeholder = cutDiscordLabel(row.title, limits.menuPlaceholder);
    const options = row.options.map(({ label, action }) => ({ label, value: customIdOf(action) }));
    const menu: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      // Says nothing: what was chosen is in the value.
      custom_id: `menu:${index}`,
      options,
      ...(placeholder && { placeholder }),
    };
    return { type: ComponentType.ActionRow, components: [menu] };
  }
  const buttons = row.buttons.map(
    ({ label, emoji, isDisabled, action }): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: cutDiscordLabel(label, limits.buttonLabel),
      custom_id: action.kind === 'open-modal' ? askButtonId : customIdOf(action),
      ...(emoji && { emoji: { name: emoji } }),
      ...(isDisabled && { disabled: true }),
    }),
  );
  return { type: ComponentType.ActionRow, components: buttons };
}
