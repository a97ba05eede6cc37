/** One request to the REST API, and what became of it. */
export type RequestRecord = {
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  /** The pattern that answered, as in 'POST /channels/:channelId/messages'; undefined for an unknown route. */
  route?: string;
  body?: unknown;
  /** Of the process, as performance.now() counts, so that a delay can be measured against an event's time. */
  readonly atMs: number;
  /** Undefined while it is unanswered, and for good when the line was cut. */
  status?: number;
  code?: number;
  fault?: string;
};

/** Refusals for too many requests, by whose doing they were. */
export type RefusalCounts = {
  /** The bot went on although the last answer of that bucket said that nothing was left. */
  announced: number;
  /** The bucket was full before the bot could know: requests that were on their way together. */
  unannounced: number;
  /** More than the bot's requests a second over all routes. */
  global: number;
  /** A limit that all bots share, which no pacing of one bot avoids. */
  shared: number;
  /** Ordered by the test. */
  injected: number;
  /** Answers with 401, 403 or 429 that Discord counts towards its ban, in the current ten minutes. */
  invalidRequests: number;
};

export function createRefusalCounts(): RefusalCounts {
  return { announced: 0, unannounced: 0, global: 0, shared: 0, injected: 0, invalidRequests: 0 };
}
