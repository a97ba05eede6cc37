import type { CommandRegistry } from './command-registry.ts';
import type { DiscordWorld } from './discord-world.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { DiscordGateway } from './gateway-server.ts';
import type { InteractionDesk } from './interaction-desk.ts';
import type { MessageBoard } from './message-board.ts';
import type { NonceMemory } from './nonce-memory.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { RefusalCounts, RequestRecord } from './request-log.ts';
import type { ServerClock } from './server-clock.ts';
import type { ServerSettings } from './server-settings.ts';

/** Everything behind the REST endpoints. */
export type DiscordBackend = {
  readonly world: DiscordWorld;
  readonly settings: ServerSettings;
  readonly clock: ServerClock;
  readonly gateway: DiscordGateway;
  readonly board: MessageBoard;
  readonly nonces: NonceMemory;
  readonly commands: CommandRegistry;
  readonly interactions: InteractionDesk;
  readonly limiter: RateLimiter;
  readonly faults: FaultPlan;
  readonly requests: RequestRecord[];
  readonly refusals: RefusalCounts;
  readonly nextId: () => string;
  readonly gatewayAddress: () => string;
  readonly changed: () => void;
};
