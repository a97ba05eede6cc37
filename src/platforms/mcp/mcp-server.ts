import { McpServer } from '@modelcontextprotocol/server';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { ProgramAnswers } from '#api/program-answers.ts';
import { commandSchemas, type ProgramCommand } from '#api/schemas.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';

/** What the tools answer with. */
export interface McpParts {
  readonly answers: ProgramAnswers;
  readonly commands: readonly CommandSpec[];
  readonly maxQuestionCharacters: number;
  readonly version: string;
}

const MAX_TEXT_CHARACTERS = 8_000;
const instructions =
  'Answers come from the archive of a newsletter about what runs on Arm, and from nothing else. Say which issue an answer ' +
  'is from and of when it is. The verdict "unknown" means that the archive is silent, which is no "no".';
/** Asking changes nothing, and the archive is all there is. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const tools: readonly ProgramCommand[] = ['ask', 'status', 'search', 'latest'];

/** A server with a tool for each command that programs may give: described, and answered, as people are. */
export function createMcpServer(parts: McpParts): McpServer {
  const { commands, version } = parts;
  const server = new McpServer({ name: 'works-on-arm-bot', title: 'Does it run on Arm?', version }, { instructions });
  for (const name of tools) {
    const spec = commands.find((command) => command.name === name);
    if (spec === undefined) throw new Error(`Expected ${name} in the list of commands.`);
    addTool(server, name, spec, parts);
  }
  return server;
}

function addTool(server: McpServer, name: ProgramCommand, spec: CommandSpec, parts: McpParts): void {
  const { description, options } = spec;
  const [option] = options;
  const config = {
    title: name,
    description,
    annotations,
    outputSchema: toStandardJsonSchema(commandSchemas[name]),
  };
  if (option === undefined) {
    server.registerTool(name, config, () => answer(name, '', parts));
    return;
  }
  const { maxQuestionCharacters } = parts;
  const text = v.pipe(
    v.string(),
    v.minLength(1, `Say ${option.name}: it is empty.`),
    v.maxLength(maxQuestionCharacters, `At most ${maxQuestionCharacters} characters are read. Make it shorter.`),
    v.description(option.description),
  );
  const inputSchema = toStandardJsonSchema(v.object({ [option.name]: text }));
  server.registerTool(name, { ...config, inputSchema }, (given) => answer(name, given[option.name] ?? '', parts));
}

/** The reply in words, and the same as data. */
function answer(name: ProgramCommand, argument: string, { answers }: McpParts) {
  const reply = answers.reply(name, argument);
  return {
    content: [{ type: 'text' as const, text: replyToText(reply, MAX_TEXT_CHARACTERS) }],
    structuredContent: { ...answers[name](argument) },
  };
}
