import { blankOutCode } from './message-texts.ts';
import { type JsonObject, messageFlags } from './world-model.ts';

/** The addresses of a body's content that Discord would unfold into previews under the message. */
export function findLinkPreviews({ content, flags }: JsonObject): string[] {
  if (typeof content !== 'string' || (Number(flags ?? 0) & messageFlags.suppressEmbeds) !== 0) return [];
  // An address in angle brackets gets no preview, a masked one does.
  return [...blankOutCode(content).matchAll(/(?<!<)\bhttps?:\/\/[^\s<>)\]]+/g)].map(([url]) => url);
}
