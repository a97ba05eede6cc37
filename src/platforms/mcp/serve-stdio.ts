import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer, type McpParts } from './mcp-server.ts';

/** The two ends of the pipe, and what ends the talk from outside. */
export interface StdioTalk {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
  readonly tell: (error: Error) => void;
}

/** Serves whoever started us over standard input and output, until they close it or the signal comes. */
export async function serveMcpStdio(parts: McpParts, { input, output, signal, tell }: StdioTalk): Promise<void> {
  const transport = new StdioServerTransport(input, output);
  const handle = serveStdio(() => createMcpServer(parts), { transport, onerror: tell });
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    for (const event of ['end', 'close', 'error']) input.once(event, () => resolve());
  });
  await handle.close();
}
