import type { ChatPlatform } from '#platforms/chat-platform.ts';

/** One subcommand of the command line, as its help shows it and as its arguments are checked. */
export interface Subcommand {
  readonly name:
    | 'start'
    | 'chat'
    | 'ask'
    | 'announce'
    | 'check-content'
    | 'draft-facts'
    | 'report'
    | 'manifest'
    | 'doctor'
    | 'web'
    | 'site'
    | 'mcp';
  readonly usage: string;
  readonly summary: string;
  /** Option name → what help says of it. */
  readonly options: Readonly<Record<string, { readonly takes?: string; readonly help: string }>>;
  /** How many bare words it takes at most; none where it is left out. */
  readonly maxWords?: number;
}

const content = {
  content: { takes: 'DIR', help: "folder with the newsletter's issues (else CONTENT_DIR, else content/)" },
};

/** All subcommands, in the order of help. */
export function listSubcommands(platforms: readonly ChatPlatform[]): readonly Subcommand[] {
  const postable = listPostable(platforms);
  const withManifest = platforms.flatMap(({ name, manifest }) => (manifest ? [{ name, ...manifest }] : []));
  return [
    {
      name: 'start',
      usage: 'start [--content DIR]',
      summary: 'start every platform that has a token; with none, a chat in this terminal',
      options: content,
    },
    { name: 'chat', usage: 'chat [--content DIR]', summary: 'talk to the bot here', options: content },
    {
      name: 'ask',
      usage: 'ask "QUESTION" [--content DIR]\n       ask --json [--content DIR] < QUESTIONS',
      summary: 'ask one question, or many from standard input',
      options: {
        ...content,
        json: { help: 'read questions from standard input, one a line; write one JSON answer a line' },
      },
      maxWords: Number.POSITIVE_INFINITY,
    },
    {
      name: 'web',
      usage: 'web [--content DIR]',
      summary: 'serve the page, the JSON API and MCP over HTTP (WEB_PORT, WEB_HOST)',
      options: content,
    },
    {
      name: 'site',
      usage: 'site DIR [--content DIR]',
      summary: 'write the same pages as files for any host',
      options: content,
      maxWords: 1,
    },
    {
      name: 'mcp',
      usage: 'mcp [--content DIR]',
      summary: 'answer the assistant that starts it, by MCP over standard input and output',
      options: content,
    },
    {
      name: 'announce',
      usage: `announce --dry-run [--platform ${postable.join('|')}] [--issue 2017-W41] [--content DIR]\n       announce --now [--platform ${postable.join('|')}] [--content DIR]\n       announce --status`,
      summary: 'show what is posted where and when, post what is due now, or show what became of the posts',
      options: {
        ...content,
        'dry-run': { help: 'show each channel’s next post, and why there is none; sends nothing' },
        now: { help: 'serve the dates that have come, and send what waits, once' },
        status: { help: 'show the posts by state, with the reasons' },
        platform: { takes: 'NAME', help: `only this platform: ${postable.join(' or ')}` },
        issue: { takes: 'ID', help: 'follow this issue, such as 2017-W41' },
      },
    },
    {
      name: 'check-content',
      usage:
        'check-content [DIR]\n       check-content --explain FILE [--content DIR]\n       check-content --links [DIR | --explain FILE]',
      summary: 'show what the bot understands of a folder of issues, or of one issue, and every problem',
      options: {
        ...content,
        explain: {
          takes: 'FILE',
          help: 'show one issue article by article: facts, links, and which of its own questions lead elsewhere',
        },
        links: { help: 'ask the address of every link whether it is still there (GET, public web only)' },
      },
      maxWords: 1,
    },
    {
      name: 'draft-facts',
      usage: 'draft-facts FILE',
      summary: 'write the draft of an issue’s fact file beside it, for an editor to mend',
      options: {},
      maxWords: 1,
    },
    {
      name: 'report',
      usage: 'report [--watched] [--unanswered] [--feedback] [--json | --csv] [--content DIR]',
      summary: 'show what readers watch and asked in vain, by subject and week, and which answers did not help',
      options: {
        ...content,
        watched: { help: 'only what readers wait for news on' },
        unanswered: { help: 'only what the archive could not answer' },
        feedback: { help: 'only how readers rated the answers' },
        json: { help: 'write it as JSON' },
        csv: { help: 'write it as a table for a spreadsheet, a line for each subject and week' },
      },
    },
    {
      name: 'doctor',
      usage: 'doctor [--json] [--content DIR]',
      summary: 'check everything that can be wrong, and say what to do; changes nothing',
      options: { ...content, json: { help: 'write the findings as JSON' } },
    },
    {
      name: 'manifest',
      usage: withManifest.map(({ name, usage }) => `manifest ${name} ${usage}`.trimEnd()).join('\n       '),
      summary: `print ${withManifest.map(({ summary }) => summary).join(', or ')}`,
      options: Object.assign({ ...content }, ...withManifest.map(({ options }) => options)),
      maxWords: 1,
    },
  ];
}

/** The names of the platforms that can be posted on. */
export function listPostable(platforms: readonly ChatPlatform[]): readonly string[] {
  return platforms.flatMap(({ name, channels }) => (channels ? name : []));
}
