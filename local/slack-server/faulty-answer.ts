import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault-list.ts';
import type { RecordedCall } from './server-log.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';

const isBeforeWork = new Set<Fault['kind']>(['no-answer', 'drop-before', 'server-error', 'rate-limit', 'error']);

/** Does the work and answers, unless a fault is due: then as the fault has it. */
export async function answerWithFaults(
  state: SlackState,
  record: RecordedCall,
  response: ServerResponse,
  work: () => JsonObject,
): Promise<void> {
  const fault = state.faults.take(record.method, record.args);
  const answer = fault !== undefined && isBeforeWork.has(fault.kind) ? faultyAnswer(fault) : work();
  if (typeof answer.error === 'string') record.error = answer.error;
  if (fault?.kind === 'slow') await wait(fault.delayMs ?? 100, undefined, { ref: false });
  const isLost = fault?.kind === 'no-answer' || fault?.kind === 'no-answer-after' || fault?.kind.startsWith('drop');
  if (isLost) record.error = 'lost';
  if (fault?.kind.startsWith('server-error')) {
    record.status = fault.status ?? 503;
    record.error = 'server_error';
  }
  if (answer.error === 'ratelimited') record.status = 429;
  state.log.changed();
  if (fault?.kind.startsWith('drop')) response.socket?.destroy();
  else if (!isLost) send(response, record.status, answer);
}

function faultyAnswer(fault: Fault): JsonObject {
  if (fault.kind === 'rate-limit')
    return { ok: false, error: 'ratelimited', retryAfterSeconds: fault.retryAfterSeconds ?? 1 };
  return { ok: false, error: fault.error ?? 'internal_error' };
}

function send(response: ServerResponse, status: number, answer: JsonObject): void {
  const { retryAfterSeconds, ...body } = answer;
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
  if (status >= 500) {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Something went wrong</body></html>');
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
