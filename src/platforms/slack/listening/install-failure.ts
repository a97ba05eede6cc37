import type { IncomingMessage, ServerResponse } from 'node:http';

interface FailurePage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const cancelled: FailurePage = {
  status: 403,
  title: 'Nothing was installed',
  text: 'The installation was cancelled at Slack. Nothing was stored.',
};
const misled: FailurePage = {
  status: 400,
  title: 'This way back is not known',
  text: 'The installation was begun in another browser, or too long ago. Nothing was stored.',
};
const failed: FailurePage = {
  status: 500,
  title: 'The app could not be installed',
  text: 'Something went wrong here or at Slack. Whoever runs this bot finds the reason in its log.',
};

/** Of `@slack/oauth`, which does not export them by name. */
const misledCodes = ['slack_oauth_missing_state', 'slack_oauth_invalid_state', 'slack_oauth_missing_code'];

/** Tells the person in the browser why their workspace has not installed the app, and how to begin anew. */
export function showInstallFailure(
  { code }: { readonly code: string },
  _options: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const isCancelled = searchParams.get('error') === 'access_denied';
  const { status, title, text } = isCancelled ? cancelled : misledCodes.includes(code) ? misled : failed;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${text}</p>` +
      '<p><a href="/slack/install">Begin anew</a></p></html>',
  );
}
