import { test } from 'node:test';
import { renderHtmlReply } from '#platforms/web/rendering/renderer.ts';
import { verdictResponses, wholeResponse } from '../../../fixtures/every-block.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

test('all that a reply may have, on a page that answers and in files where nobody does', (t) => {
  const answering = {
    ask: (line: string) => `/ask?q=${encodeURIComponent(line)}`,
    issue: (id: string) => `/issues/${id}`,
  };
  const silent = { ask: () => undefined, issue: () => undefined };
  const pages = [wholeResponse, ...verdictResponses].map(({ reply }) => renderHtmlReply(reply, answering).markup);
  const files = renderHtmlReply(wholeResponse.reply, silent).markup;
  matchFixture(t, [...pages, files].join('\n'), 'web.txt');
});
