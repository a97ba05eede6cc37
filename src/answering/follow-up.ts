/** What a conversation is about, so that "what about arm64?" needs no subject of its own. */
export interface FollowUp {
  /** The last question that named a subject, as it was asked. */
  readonly question: string;
  /** That question's words for the subject. */
  readonly subject: string;
  /** The article that the last answer rested on, if any. */
  readonly articleId: string | undefined;
}
