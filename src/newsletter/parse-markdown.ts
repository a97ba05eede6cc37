import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

// The transform looks for addresses a second time, in quadratic time; the tokenizer has found them already.
const AUTOLINKS = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/** Markdown with bare links, as a tree with source positions. The text must have been tamed. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmAutolinkLiteral()], mdastExtensions: [AUTOLINKS] });
}
