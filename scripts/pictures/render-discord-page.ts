import { composePage, escapeHtml } from './picture-page.ts';

/** A message as the bot sent it; of its parts those that an answer is made of. */
export interface DiscordMessage {
  readonly embeds: readonly { readonly color: number; readonly description: string }[];
  readonly components: readonly {
    readonly components: readonly { readonly label: string; readonly emoji?: { readonly name: string } }[];
  }[];
}

const style = `
body { font-family: Inter, "Noto Color Emoji", sans-serif; color: #dbdee1; background: #313338; }
a { color: #00a8fc; }
.picture { border-radius: 50%; }
.name { font-weight: 600; color: #f2f3f5; }
.app { font-size: 10px; font-weight: 600; color: #fff; background: #5865f2; border-radius: 4px; padding: 2px 5px; vertical-align: 2px; }
.time { font-size: 12px; color: #949ba4; margin-left: 6px; }
.reply { font-size: 13px; color: #b5bac1; margin-bottom: 2px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.reply b { color: #c9cdfb; font-weight: 500; }
.mention { color: #c9cdfb; background: #3c4270; border-radius: 3px; padding: 0 2px; font-weight: 500; }
.embed { background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 12px 16px; margin-top: 4px; max-width: 600px; font-size: 14px; }
.embed p { min-height: 9px; }
.embed strong { color: #f2f3f5; }
.small { font-size: 12px; color: #949ba4; }
blockquote { border-left: 4px solid #4e5058; border-radius: 2px; padding-left: 10px; margin: 2px 0; }
time { background: #3f4147; border-radius: 3px; padding: 0 2px; }
.button { font: inherit; font-size: 14px; font-weight: 500; color: #fff; background: #4e5058; border: 0; border-radius: 4px; padding: 6px 14px; }
`;

/** The question and the answer, as a channel of Discord shows them. */
export function renderDiscordPage(question: string, { embeds, components }: DiscordMessage): string {
  const rows = components.map(({ components: buttons }) => {
    const labels = buttons.map(
      ({ label, emoji }) => `<span class="button">${emoji?.name ?? ''} ${escapeHtml(label)}</span>`,
    );
    return `<div class="buttons">${labels.join('')}</div>`;
  });
  return composePage(
    'An answer in Discord',
    style,
    `<div class="message"><div class="picture" style="background:#b5651d">A</div><div>
<span class="name">Ada</span><span class="time">Today at 9:41 AM</span>
<div><span class="mention">@Works on Arm</span> ${escapeHtml(question)}</div>
</div></div>
<div class="message"><div class="picture" style="background:#0b7285">W</div><div>
<div class="reply">↱ <b>@Ada</b> @Works on Arm ${escapeHtml(question)}</div>
<span class="name">Works on Arm</span> <span class="app">APP</span><span class="time">Today at 9:41 AM</span>
${embeds.map(renderEmbed).join('\n')}
${rows.join('\n')}
</div></div>`,
  );
}

function renderEmbed({ color, description }: DiscordMessage['embeds'][number]): string {
  const border = `#${color.toString(16).padStart(6, '0')}`;
  const lines = description.split('\n').map(renderLine);
  return `<div class="embed" style="border-color:${border}">${lines.join('\n')}</div>`;
}

function renderLine(line: string): string {
  if (line.startsWith('> ')) return `<blockquote>${renderInline(line.slice(2))}</blockquote>`;
  if (line.startsWith('- ')) return `<p>• ${renderInline(line.slice(2))}</p>`;
  if (line.startsWith('-# ')) return `<p class="small">${renderInline(line.slice(3))}</p>`;
  return `<p>${renderInline(line)}</p>`;
}

/** Bold, links, days and escapes; the rest is text. */
function renderInline(text: string): string {
  const pieces = text.matchAll(/\*\*(.+?)\*\*|\[(.+?)\]\(<(.+?)>\)|<t:(\d+):D>|\\([^a-z\d\s])|([^*[<\\]+|.)/gs);
  return [...pieces]
    .map(([, bold, words, url, seconds, escaped, plain]) => {
      if (bold !== undefined) return `<strong>${renderInline(bold)}</strong>`;
      if (words !== undefined) return `<a href="${escapeHtml(url ?? '')}">${renderInline(words)}</a>`;
      if (seconds !== undefined) return `<time>${formatDay(Number(seconds))}</time>`;
      return escapeHtml(escaped ?? plain ?? '');
    })
    .join('');
}

function formatDay(seconds: number): string {
  return new Date(seconds * 1000).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}
