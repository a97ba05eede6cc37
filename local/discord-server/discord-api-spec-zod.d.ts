// The package ships these schemas without declarations. Only what the checks use is declared.
declare module 'discord-api-spec/zod' {
  export type SchemaIssue = {
    readonly code: string;
    readonly path: readonly (string | number)[];
    readonly message: string;
    readonly origin?: string;
    readonly expected?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly values?: readonly unknown[];
    readonly errors?: readonly (readonly SchemaIssue[])[];
  };
  export type PublishedSchema = {
    safeParse(value: unknown): {
      readonly success: boolean;
      readonly error?: { readonly issues: readonly SchemaIssue[] };
    };
  };
  export const ApplicationCommandCreateRequestSchema: PublishedSchema;
  export const ApplicationCommandPatchRequestPartialSchema: PublishedSchema;
  export const ApplicationCommandUpdateRequestSchema: PublishedSchema;
  export const BaseCreateMessageCreateRequestSchema: PublishedSchema;
  export const CreateForumThreadRequestSchema: PublishedSchema;
  export const CreateTextThreadWithMessageRequestSchema: PublishedSchema;
  export const CreateTextThreadWithoutMessageRequestSchema: PublishedSchema;
  export const IncomingWebhookInteractionRequestSchema: PublishedSchema;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: PublishedSchema;
  export const IncomingWebhookRequestPartialSchema: PublishedSchema;
  export const IncomingWebhookUpdateRequestPartialSchema: PublishedSchema;
  export const MessageCreateRequestSchema: PublishedSchema;
  export const MessageEditRequestPartialSchema: PublishedSchema;
  export const ModalInteractionCallbackRequestDataSchema: PublishedSchema;
  export const UpdateThreadRequestPartialSchema: PublishedSchema;
}
