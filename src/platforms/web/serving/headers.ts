import type { MiddlewareHandler } from 'hono';
import { composePolicy } from '#platforms/web/pages/page.ts';

const headers = {
  'content-security-policy': `${composePolicy('/')}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** What a browser is told with every answer: nothing runs, nothing is loaded from elsewhere, nobody frames the page. */
export const secureHeaders: MiddlewareHandler = (context, next) => {
  // Before the answer is made: it is made with them then, and not made twice.
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  return next();
};
