/** What a conversation is about, so that "what about arm64?" needs no subject of its own. */
export interface FollowUp {
  /** The last question that named a subject, made whole. */
  readonly question: string;
  /** The subject's name. */
  readonly subject: string;
}
