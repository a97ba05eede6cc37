import { type Drawn, draw } from '../drawing/drawn.ts';
import { renderHtml } from '../drawing/render-html.ts';
import type { LocalChat, Suggestion } from './local-chat.ts';

/** Where the person is, and what stands in the box. */
export interface PageState {
  readonly place: string;
  readonly draft: string;
  /** The message that the next one replies to. */
  readonly replyTo: string | undefined;
  /** What the person could not do just now. */
  readonly notice: string | undefined;
  readonly suggestions: readonly Suggestion[];
}

const live = { use: 'live' } as const;

/** The whole page; it works without its script, which only spares reloading it. */
export function composeChatPage(chat: LocalChat, state: PageState): string {
  const { place, draft, replyTo } = state;
  const current = chat.places().find(({ id }) => id === place);
  const title = `${current?.label ?? ''} – local ${chat.platform}`;
  const body = [
    draw('header', {}, draw('strong', {}, `Local ${chat.platform}`), ` You are ${chat.person}. ${chat.welcome}`),
    draw('nav', { 'aria-label': 'Channels and direct messages' }, ...drawPlaces(chat, place)),
    draw(
      'main',
      { id: 'conversation', role: 'log', 'aria-live': 'polite', tabindex: '0' },
      ...drawConversation(chat, state),
    ),
    draw(
      'footer',
      {},
      draw('ul', { id: 'suggestions', 'aria-label': 'Suggestions' }, ...drawSuggestions(place, state.suggestions)),
      ...(replyTo === undefined ? [] : drawReplying(place)),
      ...(current?.invitation === undefined ? [] : [drawBox(current.invitation, place, draft, replyTo)]),
    ),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${renderHtml(title, live)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script src="/chat.js" defer></script>
</head>
<body>
${renderHtml(body, live)}
</body>
</html>
`;
}

/** The part of the page that changes while the person does nothing. */
export function composeConversation(chat: LocalChat, state: Pick<PageState, 'place' | 'notice'>): string {
  return renderHtml(drawConversation(chat, state), live);
}

/** The list below which a suggestion is chosen. */
export function composeSuggestions(place: string, suggestions: readonly Suggestion[]): string {
  return renderHtml(drawSuggestions(place, suggestions), live);
}

function drawConversation(chat: LocalChat, { place, notice }: Pick<PageState, 'place' | 'notice'>): Drawn[] {
  const messages = chat.draw(place);
  const empty = messages.length === 0 ? [draw('p', { class: 'remark' }, 'Nothing was said here yet.')] : [];
  return [
    ...empty,
    ...messages,
    ...(notice === undefined ? [] : [draw('div', { class: 'notice', role: 'alert' }, notice)]),
    draw('div', { id: 'end' }),
  ];
}

function drawPlaces(chat: LocalChat, place: string): Drawn[] {
  return chat
    .places()
    .map(({ id, label }) =>
      draw('a', { href: link({ place: id }), 'aria-current': id === place ? 'page' : undefined }, label),
    );
}

function drawSuggestions(place: string, suggestions: readonly Suggestion[]): Drawn[] {
  return suggestions.map(({ draft, label, description }) =>
    draw(
      'li',
      {},
      draw(
        'a',
        { href: `${link({ place, draft })}#box`, 'data-draft': draft },
        label,
        ' ',
        draw('span', {}, description),
      ),
    ),
  );
}

function drawReplying(place: string): Drawn[] {
  return [
    draw('div', { class: 'remark' }, 'Your next message is a reply. ', draw('a', { href: link({ place }) }, 'Cancel')),
  ];
}

function drawBox(invitation: string, place: string, draft: string, replyTo: string | undefined): Drawn {
  const attributes = {
    type: 'text',
    name: 'text',
    id: 'box',
    value: draft,
    autocomplete: 'off',
    autofocus: true,
  } as const;
  return draw(
    'form',
    { method: 'post', action: '/do', id: 'composer' },
    draw('input', { type: 'hidden', name: 'place', value: place }),
    ...(replyTo === undefined ? [] : [draw('input', { type: 'hidden', name: 'target', value: replyTo })]),
    draw('label', { for: 'box', class: 'hidden' }, invitation),
    draw('input', { ...attributes, placeholder: invitation, maxlength: '4000' }),
    draw('button', { name: 'do', value: 'send', class: 'button' }, 'Send'),
    draw('button', { class: 'button', formaction: '/', formmethod: 'get', id: 'complete' }, 'Complete'),
  );
}

function link(query: Readonly<Record<string, string>>): string {
  return `/?${new URLSearchParams(query)}`;
}
