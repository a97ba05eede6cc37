import {
  BaseCreateMessageCreateRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  type PublishedSchema,
} from 'discord-api-spec/zod';
import { emptyMessage } from './api-error.ts';
import { findSchemaProblems } from './check-schema.ts';
import { type FormProblem, findLengthProblem } from './form-problem.ts';
import { findComponentProblems } from './validate-components.ts';
import { findEmbedProblems } from './validate-embeds.ts';
import { type JsonObject, messageFlags } from './world-model.ts';

/** How a body reaches Discord; each way has its schema. */
export type MessageKind = 'create' | 'edit' | 'interaction' | 'webhook-edit' | 'forum-post';

const schemas: Record<MessageKind, PublishedSchema> = {
  create: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  interaction: IncomingWebhookInteractionRequestSchema,
  'webhook-edit': IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  'forum-post': BaseCreateMessageCreateRequestSchema,
};

const maxContent = 2000;
const settableFlags = messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.componentsV2;

/** Everything that Discord would refuse in the body of a message: its published schema, and the limits that the schema lacks. */
export function validateMessage(body: unknown, kind: MessageKind = 'create', hasFiles = false): FormProblem[] {
  const problems = findSchemaProblems(schemas[kind], body);
  if (problems.length > 0 || !isObject(body)) return problems;
  const embeds = (body.embeds ?? []) as JsonObject[];
  const components = (body.components ?? []) as JsonObject[];
  const flags = Number(body.flags ?? 0);
  const usesV2 = (flags & messageFlags.componentsV2) !== 0;
  const isEdit = kind === 'edit' || kind === 'webhook-edit';
  problems.push(
    ...findLengthProblem(['content'], body.content, 0, maxContent),
    ...findEmbedProblems(embeds),
    // Whether an edited message is one of version 2 is known only where the message is.
    ...(isEdit && !usesV2 && components.some(isOfVersion2) ? [] : findComponentProblems(components, usesV2)),
    ...findMentionRuleProblems(body.allowed_mentions),
    ...findFlagProblems(flags, kind),
  );
  if (usesV2) problems.push(...findMixProblems(body));
  if (body.enforce_nonce === true && (body.nonce === undefined || body.nonce === null)) {
    problems.push({ path: ['nonce'], code: 'BASE_TYPE_REQUIRED', message: 'enforce_nonce needs a nonce' });
  }
  if (!isEdit && !hasFiles && isEmptyMessage(body)) problems.push(emptyMessage);
  return problems;
}

/** Whether a body would show nothing at all. */
export function isEmptyMessage({ content, embeds, components, sticker_ids, poll, attachments }: JsonObject): boolean {
  const hasText = typeof content === 'string' && content.trim() !== '';
  const lists = [embeds, sticker_ids, attachments].some((list) => Array.isArray(list) && list.length > 0);
  // Buttons alone make a message, since they show.
  const hasComponents = Array.isArray(components) && components.length > 0;
  return !hasText && !lists && !hasComponents && !poll;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function isOfVersion2({ type }: JsonObject): boolean {
  return type !== 1;
}

function findMentionRuleProblems(rules: unknown): FormProblem[] {
  if (!isObject(rules)) return [];
  const parse = (rules.parse ?? []) as unknown[];
  return (['users', 'roles'] as const)
    .filter((key) => parse.includes(key) && ((rules[key] ?? []) as unknown[]).length > 0)
    .map((key) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
    }));
}

function findFlagProblems(flags: number, kind: MessageKind): FormProblem[] {
  // Clients send back the flags that a message has when they edit it.
  if (kind === 'edit' || kind === 'webhook-edit') return [];
  const ephemeral = kind === 'interaction' ? messageFlags.ephemeral : 0;
  const wrong = flags & ~(settableFlags | ephemeral);
  // Discord quietly drops flags that cannot be set; here they are refused, since whoever sets one expects something of it.
  return wrong === 0
    ? []
    : [{ path: ['flags'], code: 'BASE_TYPE_INVALID', message: `Flags ${wrong} cannot be set here.` }];
}

function findMixProblems(body: JsonObject): FormProblem[] {
  const isUsed = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return ['content', 'embeds', 'poll', 'sticker_ids']
    .filter((key) => isUsed(body[key]))
    .map((key) => ({
      path: [key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}
