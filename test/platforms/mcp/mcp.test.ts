import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import * as v from 'valibot';
import { answerSchema, latestSchema, searchSchema, statusSchema } from '#api/schemas.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { servePage } from '../../fixtures/serve-page.ts';
import { projectRoot } from '../../scenarios/terminal-processes.ts';
import { inventIssueOfFacts } from '../../watching/invent-issue-of-facts.ts';

const week41 = join(projectRoot, 'test', 'fixtures', 'content-w41');

/** How a client of the SDK reaches the tools, and what the archive there is about. */
interface Way {
  readonly name: string;
  readonly connect: () => Promise<Client>;
  readonly question: string;
  readonly subject: string;
  readonly words: string;
  readonly issue: string;
}

const ways: readonly Way[] = [
  {
    name: 'standard input and output',
    connect: () =>
      connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [join(projectRoot, 'src', 'main.ts'), 'mcp', '--content', week41],
          stderr: 'pipe',
        }),
      ),
    question: 'does balena run on armv6?',
    subject: 'balena',
    words: 'container runtime',
    issue: '2017-W41',
  },
  {
    name: 'HTTP, beside the page',
    async connect() {
      const { address } = await servePage();
      return connect(new StreamableHTTPClientTransport(new URL('/mcp', address)));
    },
    question: 'does teapotd run on arm64?',
    subject: 'teapotd',
    words: 'small boards',
    issue: '2031-W08',
  },
];

async function connect(transport: Parameters<Client['connect']>[0]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  after(() => client.close());
  return client;
}

for (const { name, connect: open, question, subject, words, issue } of ways) {
  suite(`MCP over ${name}`, async () => {
    const client = await open();

    test('has four tools, each with what it takes and what it gives', async () => {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map((tool) => [
          tool.name,
          Object.keys(tool.inputSchema.properties ?? {}),
          tool.inputSchema.required ?? [],
        ]),
        [
          ['ask', ['question'], ['question']],
          ['status', ['subject'], ['subject']],
          ['search', ['words'], ['words']],
          ['latest', [], []],
        ],
      );
      for (const tool of tools) {
        assert.deepEqual(
          tool.annotations,
          { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
          tool.name,
        );
        assert.equal(tool.outputSchema?.type, 'object');
        assert.ok((tool.description ?? '').length > 20);
      }
    });

    test('answers a question in words, and as data with its sources', async () => {
      const { content, structuredContent, isError } = await client.callTool({ name: 'ask', arguments: { question } });
      assert.notEqual(isError, true);
      const [text] = content;
      assert.ok(text?.type === 'text' && text.text.startsWith('Yes'), JSON.stringify(content));
      const { verdict, citations } = v.parse(answerSchema, structuredContent);
      assert.equal(verdict, 'yes');
      assert.ok(citations[0]?.issue && citations[0].quote);
    });

    test('shows a status with its proofs, finds articles, and knows the newest issue', async () => {
      const call = async (tool: string, given: Record<string, string>) =>
        (await client.callTool({ name: tool, arguments: given })).structuredContent;
      const status = v.parse(statusSchema, await call('status', { subject }));
      assert.ok(status.found && status.rows.length > 0 && status.rows.every(({ source }) => source.quote !== ''));
      assert.ok(v.parse(searchSchema, await call('search', { words })).articles.length > 0);
      assert.equal(v.parse(latestSchema, await call('latest', {})).issue, issue);
    });

    test('reads a question as long as may be asked', async () => {
      const longest = await client.callTool({ name: 'ask', arguments: { question: question.padEnd(1_000, ' ?') } });
      assert.equal(longest.isError ?? false, false, JSON.stringify(longest.content));
    });

    test('says what is wrong with what it is given, and goes on', async () => {
      for (const given of [{}, { question: 7 }, { question: '' }, { question: 'x'.repeat(1_001) }]) {
        const failed = await client
          .callTool({ name: 'ask', arguments: given })
          .then(({ isError, content }) => isError === true && JSON.stringify(content))
          .catch((error: Error) => error.message);
        assert.match(String(failed), /question|characters|expected|invalid/i);
      }
      assert.equal((await client.callTool({ name: 'latest', arguments: {} })).isError ?? false, false);
    });
  });
}

test('a long answer is told in words, too, and cut only where nobody would read on', async () => {
  const sentence = 'Teapotd runs on this board, as its team wrote in a long and careful report.';
  const boards = [
    'arm64',
    'armv6',
    'armv7',
    'Raspberry Pi 3',
    'Raspberry Pi 4',
    'Raspberry Pi Zero',
    'Windows',
    'Debian',
  ];
  const facts = Array.from({ length: 4 }, () => boards)
    .flat()
    .map((on, i) => ({ says: `${sentence} ${i}`, about: ['Teapotd'], on: [on], status: 'yes' }));
  const snapshot = buildSnapshot([inventIssueOfFacts('2031-W08', facts)]);
  const { address } = await servePage({ getSnapshot: () => snapshot });
  const client = await connect(new StreamableHTTPClientTransport(new URL('/mcp', address)));
  const { content } = await client.callTool({ name: 'status', arguments: { subject: 'teapotd' } });
  const [text] = content;
  assert.ok(text?.type === 'text' && text.text.length > 900 && text.text.length <= 8_000, JSON.stringify(content));
  for (const board of boards) assert.ok(text.text.includes(`• ${board} |`), board);
});

suite('MCP over HTTP', () => {
  const hello = {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'old', version: '1' } },
    }),
  };

  test('serves clients of the protocol of last year, too', async () => {
    const page = await servePage();
    const response = await page.get('/mcp', hello);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /"protocolVersion":"2025-06-18"/);
  });

  test('gives nothing to another page that is open in a browser on this machine', async () => {
    const page = await servePage();
    const { headers } = hello;
    for (const own of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
      assert.equal((await page.get('/mcp', { ...hello, headers: { ...headers, ...own } })).status, 403);
    }
    const origin = `http://localhost:${page.port}`;
    assert.equal((await page.get('/mcp', { ...hello, headers: { ...headers, origin } })).status, 200);
  });

  test('refuses what is no message, or far too long a one, and goes on', async () => {
    const page = await servePage();
    for (const body of ['', '{', '[]', 'null', '{"jsonrpc":"2.0"}', 'x'.repeat(100_000)]) {
      const { status } = await page.get('/mcp', { ...hello, body });
      assert.ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 20)}`);
    }
    assert.equal((await page.get('/mcp')).status, 405);
    assert.equal((await page.get('/mcp', hello)).status, 200);
  });
});
