import { toJsonSchema } from '@valibot/to-json-schema';
import { commandSchemas, type ProgramCommand, problemSchema } from '#api/schemas.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { WebParts } from './parts.ts';

interface Route {
  readonly path: string;
  /** Where the command's option stands in the address. */
  readonly option?: { readonly name: string; readonly in: 'query' | 'path' };
}

const routes: Readonly<Record<ProgramCommand, Route>> = {
  ask: { path: '/api/ask', option: { name: 'q', in: 'query' } },
  status: { path: '/api/status/{subject}', option: { name: 'subject', in: 'path' } },
  search: { path: '/api/search', option: { name: 'q', in: 'query' } },
  latest: { path: '/api/latest' },
};

type ApiParts = Pick<WebParts, 'commands' | 'version' | 'webUrl'>;

/** The API as an OpenAPI document. What it says of each command is what the list of commands says. */
export function describeApi({ commands, version, webUrl }: ApiParts): object {
  const paths = Object.entries(routes).map(([name, route]) => [
    route.path,
    { get: describeCommand(name as ProgramCommand, route, commands) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Does it run on Arm?',
      version,
      description: 'Answers from the archive of a newsletter, each with what proves it. Nothing is changed by asking.',
    },
    servers: [{ url: webUrl ?? '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries(
        [...Object.entries(commandSchemas), ['problem', problemSchema] as const].map(([name, schema]) => {
          const { $schema: _, ...plain } = toJsonSchema(schema);
          return [name, plain];
        }),
      ),
    },
  };
}

function describeCommand(name: ProgramCommand, { option }: Route, commands: readonly CommandSpec[]) {
  const spec = commands.find((command) => command.name === name);
  const [own] = spec?.options ?? [];
  const problem = (description: string) => ({ description, ...jsonOf('problem') });
  return {
    operationId: name,
    summary: spec?.description ?? name,
    parameters:
      option === undefined
        ? []
        : [{ ...option, required: true, description: own?.description ?? '', schema: { type: 'string' } }],
    responses: {
      200: { description: 'The answer', ...jsonOf(name) },
      ...(option === undefined ? {} : { 400: problem('What was asked is missing, or too long') }),
      429: problem('Too much was asked from this address; the header retry-after says how many seconds to wait'),
    },
  };
}

function jsonOf(schema: string) {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } };
}
