import { buildErrorTree, type FormProblem } from './form-problem.ts';
import type { JsonObject } from './world-model.ts';

const knownErrors = {
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30034: [429, 'Max number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  40333: [403, 'internal network error'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'You cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
} as const satisfies Record<number, readonly [status: number, message: string]>;

export type KnownErrorCode = keyof typeof knownErrors;

/** A refusal, as Discord words it: the HTTP status and the JSON that goes with it. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Record<string, string>;

  constructor(status: number, body: JsonObject, headers: Record<string, string> = {}) {
    super(String(body.message));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The refusal that Discord documents under a code. */
export function apiError(code: KnownErrorCode): ApiError {
  const [status, message] = knownErrors[code];
  return new ApiError(status, { message, code });
}

/** A refusal without a code of its own: a wrong token, an unknown route. */
export function statusError(status: number, message: string): ApiError {
  return new ApiError(status, { message: `${status}: ${message}`, code: 0 });
}

/** The one problem that Discord answers with a code of its own instead of a list. */
export const emptyMessage: FormProblem = { path: [], code: 'EMPTY_MESSAGE', message: 'Cannot send an empty message' };

/** Refuses a body with everything that is wrong with it; does nothing when nothing is. */
export function refuseProblems(problems: readonly FormProblem[]): void {
  const inForm = problems.filter((problem) => problem !== emptyMessage);
  if (inForm.length > 0) {
    throw new ApiError(400, { message: 'Invalid Form Body', code: 50035, errors: buildErrorTree(inForm) });
  }
  if (problems.length > 0) throw apiError(50006);
}
