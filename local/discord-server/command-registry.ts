import { ApiError, apiError, refuseProblems } from './api-error.ts';
import { commandTypes, validateCommand } from './validate-command.ts';
import type { JsonObject } from './world-model.ts';

/** A command as the API shows it. */
export type RegisteredCommand = JsonObject & {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly options?: readonly JsonObject[];
};

/** One call that changed the commands: what a bot that registers only differences makes once. */
export type CommandRegistration = {
  readonly method: 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly scope: string;
  readonly names: readonly string[];
};

export type RegistryParts = {
  readonly applicationId: string;
  readonly nextId: () => string;
  readonly createsPerDay: number;
};

const mostByType: Record<number, number> = {
  [commandTypes.slash]: 100,
  [commandTypes.user]: 15,
  [commandTypes.message]: 15,
};

/** The application commands of the bot, global (`scope` 'global') and by guild (`scope` its id). */
export class CommandRegistry {
  readonly registrations: CommandRegistration[] = [];
  readonly #parts: RegistryParts;
  readonly #scopes = new Map<string, Map<string, RegisteredCommand>>();
  #createsLeft: number;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.#createsLeft = parts.createsPerDay;
  }

  list(scope: string): RegisteredCommand[] {
    return [...this.#of(scope).values()];
  }

  get(scope: string, id: string): RegisteredCommand {
    const command = this.#of(scope).get(id);
    if (command === undefined) throw apiError(10063);
    return command;
  }

  /** What somebody in a guild can use under a name; a command of the guild hides a global one. */
  find(guildId: string | undefined, name: string, type: number): RegisteredCommand | undefined {
    const scopes = guildId === undefined ? ['global'] : [guildId, 'global'];
    return scopes
      .flatMap((scope) => this.list(scope))
      .find((command) => command.name === name && command.type === type);
  }

  /** The guild that a command belongs to, if it is not global. */
  guildOf(id: string): string | undefined {
    return [...this.#scopes].find(([scope, commands]) => scope !== 'global' && commands.has(id))?.[0];
  }

  /** Creates a command, or replaces the one of the same name and type. */
  upsert(scope: string, body: JsonObject): { readonly command: RegisteredCommand; readonly isNew: boolean } {
    refuseProblems(validateCommand(body));
    const earlier = this.list(scope).find((command) => isSame(command, body));
    const command = this.#complete(scope, body, earlier?.id);
    this.#put(scope, [...this.list(scope).filter(({ id }) => id !== command.id), command]);
    this.#note('POST', scope, [command]);
    return { command, isNew: earlier === undefined };
  }

  patch(scope: string, id: string, change: JsonObject): RegisteredCommand {
    const earlier = this.get(scope, id);
    const body = { ...earlier, ...change, type: earlier.type };
    refuseProblems(validateCommand(body));
    const command = this.#complete(scope, body, id);
    this.#of(scope).set(id, command);
    this.#note('PATCH', scope, [command]);
    return command;
  }

  remove(scope: string, id: string): void {
    const command = this.get(scope, id);
    this.#of(scope).delete(id);
    this.#note('DELETE', scope, [command]);
  }

  /** Puts a whole list in the place of what there is; commands that keep their name keep their id. */
  replaceAll(scope: string, bodies: readonly JsonObject[]): RegisteredCommand[] {
    refuseProblems(
      bodies.flatMap((body, index) =>
        validateCommand(body).map((problem) => ({ ...problem, path: [index, ...problem.path] })),
      ),
    );
    const earlier = this.list(scope);
    const commands = bodies.map((body) =>
      this.#complete(scope, body, earlier.find((command) => isSame(command, body))?.id),
    );
    const names = commands.map(({ name, type }) => `${type} ${name}`);
    const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
    if (repeated !== -1) {
      const message = 'Application command names must be unique';
      refuseProblems([{ path: [repeated], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]);
    }
    this.#put(scope, commands);
    this.#note('PUT', scope, commands);
    return commands;
  }

  /** The bot is no longer in the guild. */
  forget(scope: string): void {
    this.#scopes.delete(scope);
  }

  #complete(scope: string, body: JsonObject, earlierId: string | undefined): RegisteredCommand {
    if (earlierId === undefined && this.#createsLeft-- <= 0) throw apiError(30034);
    const { description_localizations: descriptions, name_localizations: names, options } = body;
    return {
      id: earlierId ?? this.#parts.nextId(),
      application_id: this.#parts.applicationId,
      version: this.#parts.nextId(),
      default_member_permissions: body.default_member_permissions ?? null,
      type: Number(body.type ?? commandTypes.slash),
      name: String(body.name),
      name_localizations: names ?? null,
      description: String(body.description ?? ''),
      description_localizations: descriptions ?? null,
      dm_permission: body.dm_permission ?? true,
      contexts: body.contexts ?? null,
      integration_types: body.integration_types ?? [0],
      nsfw: body.nsfw ?? false,
      ...(Array.isArray(options) && options.length > 0 ? { options: (options as JsonObject[]).map(keepTelling) } : {}),
      ...(scope === 'global' ? {} : { guild_id: scope }),
    };
  }

  #put(scope: string, commands: readonly RegisteredCommand[]): void {
    for (const [type, most] of Object.entries(mostByType)) {
      const count = commands.filter((command) => command.type === Number(type)).length;
      if (count > most)
        throw new ApiError(400, { message: `Maximum number of application commands reached (${most}).`, code: 30032 });
    }
    this.#scopes.set(scope, new Map(commands.map((command) => [command.id, command])));
  }

  #of(scope: string): Map<string, RegisteredCommand> {
    const found = this.#scopes.get(scope) ?? new Map<string, RegisteredCommand>();
    this.#scopes.set(scope, found);
    return found;
  }

  #note(method: CommandRegistration['method'], scope: string, commands: readonly RegisteredCommand[]): void {
    this.registrations.push({ method, scope, names: commands.map(({ name }) => name) });
  }
}

function isSame(command: RegisteredCommand, { name, type }: JsonObject): boolean {
  return command.name === name && command.type === Number(type ?? commandTypes.slash);
}

// Discord sends an option back without what says nothing: false, null and empty lists.
function keepTelling(option: JsonObject): JsonObject {
  const kept = Object.entries(option).filter(
    ([, value]) =>
      value !== false && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, key === 'options' ? (value as JsonObject[]).map(keepTelling) : value]),
  );
}
