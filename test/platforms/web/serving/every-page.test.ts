import { test } from 'node:test';
import { matchFixture } from '../../../fixtures/match-fixture.ts';
import { servePage } from '../../../fixtures/serve-page.ts';

const paths = [
  ...[
    '/',
    '/?q=does+kettlectl+run+on+windows%3F',
    '/?q=',
    '/table',
    '/table?kind=tool&status=no',
    '/table/any/no',
    '/table/any/never',
  ],
  ...['/table/none', '/subjects', '/subjects/kettlectl', '/subjects/Kettlectl', '/subjects/none', '/issues'],
  ...['/issues/2031-W07', '/issues/2031-w07', '/issues/none', '/nothing', '/issues/', '/robots.txt', '/favicon.ico'],
  ...['/api/ask?q=does+kettlectl+run+on+arm64%3F', '/api/ask', '/api/status/kettlectl', '/api/status/none'],
  ...['/api/search?q=arm64', '/api/latest', '/api/nothing', '/api/openapi.json'],
];
/** The frame of all pages is shown once; how long an answer takes is none of its words. */
const shorten = (path: string, text: string) =>
  path === '/'
    ? text
    : [/<title>.*/.exec(text)?.[0], /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text]
        .filter((part) => part !== undefined)
        .join('\n')
        .replace(/"elapsedMs":[\d.]+/, '"elapsedMs":0');
/** What the machine or the moment decides. */
const passing = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

test('every page and every answer for programs, whole, with what its head says', async (t) => {
  const page = await servePage();
  const shown: string[] = [];
  for (const path of paths) {
    const response = await page.get(path, { headers: { 'accept-encoding': 'identity' } });
    const headers = [...response.headers].filter(([name]) => !passing.has(name)).map((header) => header.join(': '));
    shown.push(
      `GET ${path}\n${response.status}\n${headers.sort().join('\n')}\n\n${shorten(path, await response.text())}\n`,
    );
  }
  const posted = await page.get('/', { method: 'POST', body: 'x' });
  shown.push(`POST /\n${posted.status} ${posted.headers.get('allow')}\n${await posted.text()}\n`);
  const style = await page.get('/style.css');
  shown.push(
    `GET /style.css\n${style.status} ${style.headers.get('cache-control')} ${style.headers.get('content-type')}`,
  );
  matchFixture(t, shown.join('\n====\n').replaceAll(page.address, 'http://HERE'), 'web-pages.txt');
});
