import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Where those who host the newsletter call when it has changed. */
export const contentHookPath = '/hooks/content';

/** What is listened to, and what a call brings about. */
export interface ContentHook {
  readonly secret: string;
  readonly onCall: () => void;
}

/** GitHub sends no larger ones. */
const MAX_BYTES = 25 * 2 ** 20;
const SIGNATURE = /^sha256=([\da-f]{64})$/i;

/**
 * Hears a call; resolves to the status to answer with. It counts if its body is signed with the secret, as GitHub, Gitea and
 * Forgejo do (`X-Hub-Signature-256`), or if it brings the secret along, as GitLab does (`X-Gitlab-Token`). Of the body
 * nothing is kept and nothing is believed: it only says when to look.
 */
export async function hearContentHook(request: IncomingMessage, { secret, onCall }: ContentHook): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return 413;
  const hmac = createHmac('sha256', secret);
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return 413;
    hmac.update(chunk);
  }
  const [, signature] = SIGNATURE.exec(headerOf(request, 'x-hub-signature-256')) ?? [];
  const isSigned = signature !== undefined && timingSafeEqual(Buffer.from(signature, 'hex'), hmac.digest());
  if (!isSigned && !isSame(headerOf(request, 'x-gitlab-token'), secret)) return 401;
  onCall();
  return 202;
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** Takes as long for any two texts. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
