import createParser, { type MarkdownIt, type Token } from 'markdown-it';

// The parser's own pattern for a host takes seconds for some texts.
const HOST = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d{1,5})?/uy;

const parser = createNewsletterParser();

/**
 * Markdown with bare links, as the parser's tokens. The pieces of a paragraph have a `map` too, which counts lines from
 * the first of the paragraph; a piece without one is on the line of the piece before.
 */
export function parseMarkdown(text: string): Token[] {
  return parser.parse(text, {});
}

function createNewsletterParser(): MarkdownIt {
  const markdown = createParser('commonmark', { linkify: true, maxNesting: 100 });
  // Not of CommonMark, and in many a newsletter: what is struck out is not said any more.
  markdown.inline.ruler.enable('strikethrough');
  markdown.inline.ruler2.enable('strikethrough');
  markdown.block.ruler.enable('table');
  findBareLinks(markdown);
  keepAddresses(markdown);
  countLines(markdown);
  return markdown;
}

/** Those with a scheme, and those that begin with `www.`; nobody needs mail addresses as links. */
function findBareLinks({ linkify, core, inline }: MarkdownIt): void {
  core.ruler.enable('linkify');
  inline.ruler.enable('linkify');
  linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('mailto:', null).add('//', null);
  const path = new RegExp(linkify.re.get_path(), 'iy');
  const validate = measureBy(/\/\//y, HOST, path);
  for (const scheme of ['http:', 'https:', 'ftp:']) linkify.add(scheme, { validate });
  linkify.add('www.', {
    validate: measureBy(HOST, path),
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
}

/** How long the address is whose parts these are, from an offset on. A colon at its end belongs to the sentence. */
function measureBy(...parts: readonly RegExp[]): (text: string, offset: number) => number {
  return (text, offset) => {
    let end = offset;
    for (const part of parts) {
      part.lastIndex = end;
      if (!part.test(text)) return 0;
      end = part.lastIndex;
    }
    return text.slice(offset, end).replace(/(?<!:):+$/, '').length;
  };
}

/** What an address is good for is judged where a link is made of it, and it is shown as it was written. */
function keepAddresses(markdown: MarkdownIt): void {
  markdown.validateLink = () => true;
  markdown.normalizeLink = (url) => url;
  markdown.normalizeLinkText = (text) => text;
}

function countLines({ inline }: MarkdownIt): void {
  const { State } = inline;
  inline.State = class extends State {
    private line = 0;
    private counted = 0;

    override pushPending(): Token {
      return this.locate(super.pushPending());
    }

    override push(...piece: Parameters<InstanceType<typeof State>['push']>): Token {
      return this.locate(super.push(...piece));
    }

    // Pieces come in the order of the text, each before the parser moves on.
    private locate(token: Token): Token {
      for (; this.counted < this.pos; this.counted++) if (this.src[this.counted] === '\n') this.line++;
      token.map = [this.line, this.line];
      return token;
    }
  };
}
