import { composePage, escapeHtml } from './picture-page.ts';

// Of Slack's blocks, those that an answer is made of. docs.slack.dev/reference/block-kit
type Block =
  | { readonly type: 'rich_text'; readonly elements: readonly RichElement[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] };
type RichElement =
  | { readonly type: 'rich_text_section' | 'rich_text_quote'; readonly elements: readonly Inline[] }
  | { readonly type: 'rich_text_list'; readonly elements: readonly RichElement[] };
type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly style?: { readonly bold?: boolean; readonly italic?: boolean };
    }
  | { readonly type: 'link'; readonly url: string; readonly text?: string };
interface Button {
  readonly type: 'button';
  readonly text: { readonly text: string };
}

/** A message as the bot posted it. */
export interface SlackMessage {
  readonly blocks: readonly Block[];
}

const style = `
body { font-family: Lato, "Noto Color Emoji", sans-serif; color: #1d1c1d; background: #fff; }
a { color: #1264a3; }
.picture { border-radius: 8px; }
.name { font-weight: 900; }
.app { font-size: 10px; font-weight: 700; color: #454447; background: #ebeaeb; border-radius: 2px; padding: 1px 4px; vertical-align: 2px; }
.time { font-size: 12px; color: #616061; margin-left: 4px; }
.mention { color: #1264a3; background: #e8f5fa; border-radius: 3px; padding: 0 2px 1px; }
blockquote { border-left: 4px solid #ddd; padding-left: 12px; margin: 4px 0; }
.block + .block { margin-top: 4px; }
.button { font: inherit; font-size: 13px; font-weight: 700; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 8px; padding: 3px 11px; }
`;

/** The question and the answer, as a channel of Slack shows them. */
export function renderSlackPage(question: string, { blocks }: SlackMessage): string {
  return composePage(
    'An answer in Slack',
    style,
    `<div class="message"><div class="picture" style="background:#5b3b8c">A</div><div>
<span class="name">Ann</span><span class="time">9:41 AM</span>
<div><span class="mention">@Works on Arm</span> ${escapeHtml(question)}</div>
</div></div>
<div class="message"><div class="picture" style="background:#0b7285">W</div><div>
<span class="name">Works on Arm</span> <span class="app">APP</span><span class="time">9:41 AM</span>
${blocks.map((block) => `<div class="block">${renderBlock(block)}</div>`).join('\n')}
</div></div>`,
  );
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(renderRich).join('');
    case 'actions': {
      const buttons = block.elements.map(({ text }) => `<span class="button">${escapeHtml(text.text)}</span>`);
      return `<div class="buttons">${buttons.join('')}</div>`;
    }
    default:
      throw new Error(`a block that no picture shows yet: ${JSON.stringify(block)}`);
  }
}

function renderRich(element: RichElement): string {
  switch (element.type) {
    case 'rich_text_section':
      return `<div>${element.elements.map(renderInline).join('')}</div>`;
    case 'rich_text_quote':
      return `<blockquote>${element.elements.map(renderInline).join('')}</blockquote>`;
    case 'rich_text_list':
      return `<ul>${element.elements.map((item) => `<li>${renderRich(item)}</li>`).join('')}</ul>`;
    default:
      throw new Error(`an element that no picture shows yet: ${JSON.stringify(element)}`);
  }
}

function renderInline(inline: Inline): string {
  if (inline.type === 'link') return `<a href="${escapeHtml(inline.url)}">${escapeHtml(inline.text ?? inline.url)}</a>`;
  if (inline.type !== 'text') throw new Error(`an element that no picture shows yet: ${JSON.stringify(inline)}`);
  const { text, style: { bold = false, italic = false } = {} } = inline;
  const words = italic ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text);
  return bold ? `<strong>${words}</strong>` : words;
}
