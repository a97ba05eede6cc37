/** What the files of one folder under `src/` may use besides each other. */
export interface FolderRule {
  /** Own folders, or single files of them, that may be imported. */
  readonly imports: readonly string[];
  /** Packages that may be imported. */
  readonly packages: readonly string[];
  /** No `node:` module, clock or random number: the same input gives the same output. */
  readonly isPure: boolean;
  /** Its rooms from the ground up: a file uses its own room and those before it. `.` is the folder itself; without rooms it is all there is. */
  readonly rooms?: readonly string[];
}

/** Who may import whom: the table of ARCHITECTURE.md, in its order. A folder without a row may not exist. */
export const importTable: Readonly<Record<string, FolderRule>> = {
  newsletter: {
    imports: [],
    packages: ['entities', 'markdown-it', 'smol-toml', 'yaml'],
    isPure: true,
    rooms: ['.', 'days', 'front-matter', 'markdown', 'sentences', 'articles', 'issues'],
  },
  spelling: { imports: [], packages: [], isPure: true },
  targets: { imports: ['spelling'], packages: [], isPure: true, rooms: ['.', 'finding'] },
  facts: { imports: ['newsletter', 'targets'], packages: ['js-yaml', 'valibot'], isPure: true },
  drafting: { imports: ['newsletter', 'targets', 'facts'], packages: [], isPure: true },
  search: {
    imports: ['newsletter', 'spelling', 'targets', 'facts', 'drafting'],
    packages: ['fuse.js', 'stemmer'],
    isPure: true,
    rooms: ['words', 'reading', '.'],
  },
  settings: { imports: [], packages: ['valibot'], isPure: true },
  conversation: { imports: [], packages: [], isPure: true, rooms: ['.', 'ports', 'wording'] },
  traffic: { imports: ['conversation'], packages: [], isPure: false },
  answering: {
    imports: ['newsletter', 'targets', 'facts', 'search', 'conversation'],
    packages: [],
    isPure: true,
    rooms: ['question', 'choosing', 'judging', 'wording', 'listing', 'answers'],
  },
  catalogue: {
    imports: ['newsletter', 'facts', 'search', 'answering'],
    packages: [],
    isPure: true,
  },
  api: { imports: ['conversation'], packages: ['valibot'], isPure: true },
  commands: {
    imports: ['newsletter', 'spelling', 'targets', 'search', 'conversation', 'answering', 'announcing', 'watching'],
    packages: [],
    isPure: false,
    rooms: ['.', 'reading', 'wording', 'completion', 'running', 'channels', 'watching'],
  },
  announcing: {
    imports: ['newsletter', 'spelling', 'targets', 'facts', 'conversation'],
    packages: ['croner'],
    isPure: false,
    rooms: ['.', 'schedule', 'planning', 'digest', 'correcting', 'delivering', 'channels'],
  },
  watching: {
    imports: ['newsletter', 'targets', 'facts', 'search', 'conversation', 'answering', 'announcing'],
    packages: [],
    isPure: false,
  },
  storage: {
    imports: ['announcing', 'conversation', 'watching'],
    packages: ['kysely', 'pg'],
    isPure: false,
    rooms: ['.', 'engines', 'migrations', 'kept', 'outbox', 'opening'],
  },
  archive: {
    imports: ['newsletter', 'facts', 'search', 'conversation'],
    packages: ['chokidar'],
    isPure: false,
    rooms: ['keeping', '.'],
  },
  fetching: { imports: [], packages: [], isPure: false },
  links: { imports: ['fetching'], packages: [], isPure: false },
  sources: {
    imports: ['newsletter', 'settings', 'archive', 'fetching'],
    packages: ['feedsmith', 'isomorphic-git', 'turndown'],
    isPure: false,
    rooms: ['.', 'git', 'feed', 'updating'],
  },
  platforms: {
    imports: [
      'settings',
      'conversation',
      'announcing/channel-sender.ts',
      'commands/command-spec.ts',
      'platforms/terminal/terminal-platform.ts',
      'platforms/slack/slack-platform.ts',
      'platforms/discord/discord-platform.ts',
    ],
    packages: [],
    isPure: true,
  },
  'platforms/terminal': {
    imports: ['settings', 'conversation', 'commands/command-spec.ts', 'platforms/chat-platform.ts'],
    packages: ['fast-string-width', 'fast-wrap-ansi', 'supports-hyperlinks'],
    isPure: false,
  },
  'platforms/slack': {
    imports: [
      'settings',
      'conversation',
      'traffic',
      'announcing/channel-sender.ts',
      'commands/command-spec.ts',
      'platforms/chat-platform.ts',
    ],
    packages: ['@slack/bolt', '@slack/types', '@slack/web-api', 'valibot', 'yaml'],
    isPure: false,
    rooms: ['calling', 'rendering', 'talking', 'posting', 'listening', 'setup', '.'],
  },
  'platforms/discord': {
    imports: [
      'settings',
      'conversation',
      'traffic',
      'announcing/channel-sender.ts',
      'commands/command-spec.ts',
      'platforms/chat-platform.ts',
    ],
    packages: ['discord.js', 'valibot'],
    isPure: false,
    rooms: ['calling', 'text', 'rendering', 'talking', 'posting', 'commands', 'sharding', 'listening', 'setup', '.'],
  },
  'platforms/web': {
    imports: [
      'newsletter/issue.ts',
      'facts/fact.ts',
      'settings',
      'conversation',
      'traffic',
      'catalogue',
      'api',
      'commands/command-spec.ts',
    ],
    packages: ['@hono/node-server', '@valibot/to-json-schema', 'hono', 'valibot'],
    isPure: false,
    rooms: ['rendering', 'pages', 'serving', 'site'],
  },
  'platforms/mcp': {
    imports: ['conversation', 'api', 'commands/command-spec.ts'],
    packages: ['@modelcontextprotocol/server', '@valibot/to-json-schema', 'valibot'],
    isPure: false,
  },
  app: {
    imports: [
      'newsletter',
      'spelling',
      'drafting',
      'search',
      'settings',
      'conversation',
      'traffic',
      'answering',
      'catalogue',
      'api',
      'commands',
      'announcing',
      'watching',
      'archive',
      'storage',
      'fetching',
      'links',
      'sources',
      'platforms',
      'platforms/terminal',
      'platforms/web',
      'platforms/mcp',
    ],
    packages: ['dotenv', 'node-cron', 'pino', 'prom-client', 'valibot'],
    isPure: false,
    rooms: [
      'process',
      'logging',
      'settings',
      'connecting',
      'opening',
      'health',
      'jobs',
      'responding',
      'web',
      'doctor',
      'announce',
      'report',
      'command-line',
    ],
  },
  'main.ts': { imports: ['app', 'sources/updating/run-update.ts'], packages: [], isPure: false },
};

/** Files of `src/` that may be longer than `maxLines`, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {};

export const maxLines = 250;

/** How many files of TypeScript one folder may hold: a room is a concern, and one with more is two. */
export const maxFiles = 14;
