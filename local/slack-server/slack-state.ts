import type { Deliver } from './delivery.ts';
import { FaultList } from './fault-list.ts';
import { MessageStore } from './message-store.ts';
import { type RateLimitOptions, RateLimits } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { ServerLog } from './server-log.ts';
import { SlackClock } from './slack-clock.ts';
import type { JsonObject } from './slack-json.ts';
import { buildWorld, type SlackWorld, type WorldOptions } from './slack-world.ts';
import { TriggerIds } from './trigger-ids.ts';
import { ViewStore } from './view-store.ts';

export interface StateOptions extends WorldOptions {
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly now?: () => number;
  /** Default: 3 s, as Slack's. */
  readonly triggerLifeMs?: number;
  readonly limits?: RateLimitOptions;
}

/** What a thread of the AI pane shows. */
export interface PaneThread {
  status: string;
  title: string;
  prompts: readonly JsonObject[];
}

/** A code that OAuth handed to the browser and that the app may exchange once. */
export interface OauthCode {
  readonly team: string;
  readonly scopes: readonly string[];
  readonly userId: string;
  readonly redirectUri: string | undefined;
  readonly madeAt: number;
  isUsed: boolean;
}

/** All that the parts of the server share. */
export interface SlackState {
  readonly world: SlackWorld;
  readonly clock: SlackClock;
  readonly messages: MessageStore;
  readonly views: ViewStore;
  readonly triggers: TriggerIds;
  readonly responseUrls: ResponseUrls;
  readonly log: ServerLog;
  readonly faults: FaultList;
  readonly limits: RateLimits;
  readonly oauthCodes: Map<string, OauthCode>;
  /** By channel and thread_ts; the agent pane has one per channel, under an empty thread_ts. */
  readonly paneThreads: Map<string, PaneThread>;
  /** Such as `http://127.0.0.1:40000`. Set as soon as the server listens. */
  origin: string;
  deliver: Deliver;
  /** A fresh websocket address, or the error of apps.connections.open. */
  openSocketUrl: () => string;
}

/** The state of a server before anything happened. */
export function buildState(options: StateOptions): SlackState {
  const clock = new SlackClock(options.now ?? Date.now);
  return {
    world: buildWorld(options),
    clock,
    messages: new MessageStore(),
    views: new ViewStore(),
    triggers: new TriggerIds(clock, options.triggerLifeMs ?? 3000),
    responseUrls: new ResponseUrls(clock),
    log: new ServerLog(),
    faults: new FaultList(),
    limits: new RateLimits(clock, options.limits ?? {}),
    oauthCodes: new Map(),
    paneThreads: new Map(),
    origin: '',
    deliver: () => Promise.reject(new Error('the server is not listening yet')),
    openSocketUrl: () => '',
  };
}
