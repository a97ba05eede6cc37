import type { Context, Hono } from 'hono';
import type { WebParts } from './parts.ts';

/** The same answers for programs, as JSON. */
export function addApiRoutes(app: Hono, parts: WebParts): void {
  const { answers, maxQuestionCharacters, isPublic } = parts;

  app.use('/api/*', (context, next) => {
    if (isPublic) context.header('access-control-allow-origin', '*');
    context.header('cache-control', 'no-store');
    return next();
  });

  app.get('/api/ask', (context) => {
    const question = context.req.query('q');
    if (question === undefined) return refuse(context, 'Say what you want to know: /api/ask?q=QUESTION');
    return context.json(answers.ask(question));
  });
  app.get('/api/status/:subject{.+}', (context) => {
    const subject = context.req.param('subject').trim();
    return isTooLong(subject) ? refuse(context, tooLong('subject')) : context.json(answers.status(subject));
  });
  app.get('/api/search', (context) => {
    const words = context.req.query('q')?.trim() ?? '';
    if (words === '') return refuse(context, 'Say which words to look for: /api/search?q=WORDS');
    return isTooLong(words) ? refuse(context, tooLong('search')) : context.json(answers.search(words));
  });
  app.get('/api/latest', (context) => context.json(answers.latest()));

  app.get('/api/openapi.json', async (context) => {
    // Few ask for it, and what makes it is large.
    const { describeApi } = await import('./describe-api.ts');
    return context.json(describeApi(parts));
  });

  function isTooLong(text: string): boolean {
    return text.length > maxQuestionCharacters;
  }

  function tooLong(what: string): string {
    return `The ${what} is longer than ${maxQuestionCharacters} characters. Make it shorter.`;
  }
}

function refuse(context: Context, error: string): Response {
  return context.json({ error }, 400);
}
