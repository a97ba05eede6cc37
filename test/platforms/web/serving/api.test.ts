import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { answerSchema, latestSchema, searchSchema, statusSchema } from '#api/schemas.ts';
import { answerBatchQuestion } from '#app/responding/answer-batch-question.ts';
import { kitchenArchive } from '../../../commands/invented-archive.ts';
import { servePage } from '../../../fixtures/serve-page.ts';

const page = await servePage();
const withAddress = await servePage({ settings: { url: 'https://arm.example/news' } });
const ask = async (path: string, from = page) => {
  const response = await from.get(path);
  assert.equal(response.headers.get('content-type'), 'application/json');
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
};

test('a question gets the very object that a batch of questions gets', async () => {
  for (const question of ['does teapotd run on arm64?', 'what is a fork?', '', 'x'.repeat(1_500)]) {
    const { status, body } = await ask(`/api/ask?q=${encodeURIComponent(question)}`);
    assert.equal(status, 200);
    const { id, question: asked, elapsedMs, ...answer } = v.parse(answerSchema, body);
    assert.deepEqual(answer, answerBatchQuestion(question, kitchenArchive, '2031-03-07'));
    assert.deepEqual([id, asked, typeof elapsedMs], ['1', question, 'number']);
    assert.deepEqual(Object.keys(body), [
      'id',
      'question',
      'answered',
      'verdict',
      'text',
      'citations',
      'suggestions',
      'elapsedMs',
    ]);
  }
});

test('a subject gets each place with its status and its proof', async () => {
  const { body } = await ask('/api/status/kettlectl');
  const { subject, found, rows } = v.parse(statusSchema, body);
  assert.deepEqual([subject, found], ['Kettlectl', true]);
  assert.deepEqual(
    rows.map(({ target, status, since, source }) => [target, status, since.issue, source.article, source.quote]),
    [
      ['armv7', 'yes', '2030-W07', 'Kettlectl 1.0 is out', 'Kettlectl 1.0 runs on armv7 and arm64.'],
      ['arm64', 'yes', '2030-W07', 'Kettlectl 1.0 is out', 'Kettlectl 1.0 runs on armv7 and arm64.'],
      ['Windows', 'no', '2030-W07', 'Kettlectl 1.0 is out', 'There is no Kettlectl for Windows.'],
    ],
  );
});

test('a subject that nobody wrote about is not found, whatever signs its name has', async () => {
  for (const [path, name] of [
    ['nix', 'nix'],
    ['nix/nox', 'nix/nox'],
    ['%20nix%20', 'nix'],
  ]) {
    const { status, body } = await ask(`/api/status/${path}`);
    const { found, subject } = v.parse(statusSchema, body);
    assert.deepEqual([status, found, subject], [200, false, name]);
  }
});

test('words get articles, and the newest issue what it is about', async () => {
  const found = v.parse(searchSchema, (await ask('/api/search?q=small+boards')).body);
  assert.equal(found.articles[0]?.article, 'Spoonfs for small boards');
  assert.equal(v.parse(latestSchema, (await ask('/api/latest')).body).issue, '2031-W08');
});

test('objects name their pages where it is known where these are', async () => {
  const { body } = await ask('/api/status/kettlectl', withAddress);
  const { page: own, rows } = v.parse(statusSchema, body);
  assert.equal(own, 'https://arm.example/news/subjects/kettlectl');
  assert.equal(rows[0]?.source.page, 'https://arm.example/news/issues/2030-W07');
});

test('what is missing or too long is said in an object', async () => {
  for (const [path, words] of [
    ['/api/ask', /\/api\/ask\?q=QUESTION/],
    ['/api/search', /\/api\/search\?q=WORDS/],
    ['/api/search?q=+%20', /\/api\/search\?q=WORDS/],
    [`/api/status/${'x'.repeat(1_001)}`, /longer than 1000 characters/],
    [`/api/search?q=${'x'.repeat(1_001)}`, /longer than 1000 characters/],
  ] as const) {
    const { status, body } = await ask(path);
    assert.equal(status, 400);
    assert.match(String(body.error), words);
  }
  assert.equal((await ask('/api/nix')).status, 404);
  for (const path of ['ask?q=', 'search?q=', 'status/'])
    assert.equal((await ask(`/api/${path}${'x'.repeat(1_000)}`)).status, 200, path);
});

test('any page of the web may read it where anybody can reach it, and none where it is for this machine alone', async () => {
  const allowed = async (from: typeof page) =>
    (await ask('/api/ask?q=latest', from)).headers.get('access-control-allow-origin');
  assert.equal(await allowed(withAddress), '*');
  assert.equal(await allowed(page), null);
});

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<
    string,
    { readonly get: { readonly responses: Record<string, object>; readonly summary: string } }
  >;
  readonly components: { readonly schemas: Record<string, object> };
}

test('the OpenAPI document has every address, and the schemas that the answers keep', async () => {
  const { openapi, paths, components, servers } = (await ask('/api/openapi.json', withAddress))
    .body as unknown as OpenApi;
  assert.equal(openapi, '3.1.0');
  assert.deepEqual(servers, [{ url: 'https://arm.example/news' }]);
  const elsewhere = (await ask('/api/openapi.json')).body as unknown as OpenApi;
  assert.deepEqual(elsewhere.servers, [{ url: '/' }], 'where nobody says where it is, it is where it was asked for');
  assert.deepEqual(Object.keys(paths), ['/api/ask', '/api/status/{subject}', '/api/search', '/api/latest']);
  const ajv = new Ajv2020({ strict: false });
  for (const [name, path] of [
    ['ask', '/api/ask?q=does+teapotd+run+on+arm64'],
    ['status', '/api/status/kettlectl'],
    ['search', '/api/search?q=boards'],
    ['latest', '/api/latest'],
    ['problem', '/api/ask'],
  ] as const) {
    const isRight = ajv.compile(components.schemas[name] ?? false);
    assert.ok(isRight((await ask(path, withAddress)).body), `${name}: ${JSON.stringify(isRight.errors)}`);
  }
});
