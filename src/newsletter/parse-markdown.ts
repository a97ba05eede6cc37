import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

type MarkdownExtension = ReturnType<typeof gfmAutolinkLiteral>;

const BARE_LINKS = withoutMailAddresses(gfmAutolinkLiteral());
// The transform looks for addresses a second time, in quadratic time; the tokenizer has found them already.
const BARE_LINKS_TO_TREE = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/** Markdown with bare links, as a tree with source positions. The text must have been tamed. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [BARE_LINKS], mdastExtensions: [BARE_LINKS_TO_TREE] });
}

// Nobody needs mail addresses as links, and looking for one at every word makes long paragraphs slow.
function withoutMailAddresses(extension: MarkdownExtension): MarkdownExtension {
  const text: NonNullable<MarkdownExtension['text']> = {};
  for (const [code, constructs] of Object.entries(extension.text ?? {})) {
    const kept = [constructs ?? []].flat().filter(({ name }) => name !== 'emailAutolink');
    if (kept.length > 0) text[Number(code)] = kept;
  }
  return { text };
}
