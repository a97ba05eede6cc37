import { listPingingTexts } from './message-texts.ts';
import type { JsonObject } from './world-model.ts';

/** An ordinary message, or a response to an interaction (webhooks follow the same rule). */
export type SentAs = 'message' | 'interaction';

type MentionRules = {
  parse?: string[] | null;
  users?: string[] | null;
  roles?: string[] | null;
  replied_user?: boolean | null;
};

const defaultRules: Record<SentAs, MentionRules> = {
  message: { parse: ['users', 'roles', 'everyone'], replied_user: true },
  interaction: { parse: ['users'], replied_user: true },
};

/**
 * What of a sent body would really ping, as it stands in the text; `@replied` for the author of the message that is
 * replied to. Neither a backslash nor a code block is taken to stop a ping, since Discord does not document that they do.
 */
export function findLiveMentions(body: JsonObject, sentAs: SentAs = 'message'): string[] {
  const rules = (body.allowed_mentions as MentionRules | null | undefined) ?? defaultRules[sentAs];
  const text = listPingingTexts(body).join('\n');
  const parse = rules.parse ?? [];
  const found = [
    ...[...text.matchAll(/@(?:everyone|here)/g)].map(([mark]) => mark).filter(() => parse.includes('everyone')),
    ...findAllowed(text, /<@!?(\d+)>/g, parse.includes('users'), rules.users ?? []),
    ...findAllowed(text, /<@&(\d+)>/g, parse.includes('roles'), rules.roles ?? []),
    ...(body.message_reference && rules.replied_user === true ? ['@replied'] : []),
  ];
  return [...new Set(found)];
}

function findAllowed(text: string, pattern: RegExp, allowsAll: boolean, ids: readonly string[]): string[] {
  return [...text.matchAll(pattern)].filter(([, id = '']) => allowsAll || ids.includes(id)).map(([mark]) => mark);
}
