import type { FollowUp } from '#answering/question/topic.ts';
import { createProgramAnswers } from '#app/responding/answer-programs.ts';
import { createResponder } from '#app/responding/responder.ts';
import { createCatalogueReader } from '#catalogue/catalogue.ts';
import { commandList } from '#commands/command-list.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import type { ConversationMemory } from '#conversation/ports/conversation-memory.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Metrics } from '#conversation/ports/metrics.ts';
import type { McpParts } from '#platforms/mcp/mcp-server.ts';
import type { WebParts } from '#platforms/web/serving/parts.ts';
import { createRateLimit } from '#platforms/web/serving/rate-limit.ts';
import type { WebSettings } from '#platforms/web/serving/settings.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { createPageAddresses } from './page-addresses.ts';

/** What the page needs of the process. */
export interface WebSurroundings {
  readonly getSnapshot: () => Snapshot;
  readonly version: string;
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Each address is a whole question: nothing of a reader is remembered. */
const noMemory: ConversationMemory<FollowUp> = { recall: async () => undefined, remember: async () => {} };
const surface = { hasChannels: false, ownWords: {} };
const EXAMPLES = 3;
const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Puts together what the page, the API and MCP answer with: the one responder, and the same commands as data. */
export function createWebParts(settings: WebSettings, surroundings: WebSurroundings): WebParts {
  const { getSnapshot, version, now, log, metrics } = surroundings;
  const getCatalogue = createCatalogueReader(getSnapshot);
  const { url: webUrl } = settings;
  const pages = webUrl === undefined ? undefined : createPageAddresses(webUrl, getCatalogue);
  const answers = createProgramAnswers({ getSnapshot, version, now, metrics, pages });
  const { respond } = createResponder({
    getSnapshot,
    version,
    surface,
    memory: noMemory,
    metrics,
    log,
    platform: 'web',
  });
  const mcpParts: McpParts = {
    answers,
    commands: commandList,
    maxQuestionCharacters: MAX_QUESTION_CHARACTERS,
    version,
  };
  return {
    answerPerson: (text) => respond({ text, conversationId: 'web', nowMs: now() }),
    answers,
    getCatalogue,
    greet: () => ({
      blocks: [{ kind: 'suggestions', title: 'Try', questions: findExampleQuestions(getSnapshot(), EXAMPLES) }],
      audience: 'anyone',
    }),
    commands: commandList,
    maxQuestionCharacters: MAX_QUESTION_CHARACTERS,
    version,
    webUrl,
    isPublic: !isForThisMachine(settings) || webUrl !== undefined,
    limit: createRateLimit(settings),
    now,
    log,
    async openMcp() {
      const { createMcpAnswers } = await import('#platforms/mcp/serve-http.ts');
      const tell = (error: Error) => log.debug('A request over MCP was refused.', { error });
      return createMcpAnswers(mcpParts, { hostnames: findHostnames(settings), tell });
    },
  };
}

/** Whoever listens on this machine alone is asked by its names, and by that of the page. */
function findHostnames(settings: WebSettings): readonly string[] | undefined {
  if (!isForThisMachine(settings)) return undefined;
  const { url } = settings;
  const own = url === undefined ? undefined : URL.parse(url)?.hostname;
  return own === undefined ? loopbackNames : [...loopbackNames, own];
}

function isForThisMachine({ host }: WebSettings): boolean {
  return /^(?:127(?:\.\d+){3}|::1|localhost)$/i.test(host);
}
