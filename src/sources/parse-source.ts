import type { ContentSource, GitSource } from './content-source.ts';

/** A source as it is set, and how it is kept up to date. */
export interface SourceSettings {
  readonly source: ContentSource;
  readonly everyMs: number;
  /** What a webhook is signed with; undefined when none is heard. */
  readonly hookSecret: string | undefined;
}

/** Undefined settings without a problem: issues are read from a folder. */
export interface SourceSettingsResult {
  readonly settings: SourceSettings | undefined;
  /** Sentences with the setting's name and the remedy. */
  readonly problems: readonly string[];
}

/** What the settings of a source do not say. */
export interface SourceSurroundings {
  /** Where copies are kept when nothing else is set. */
  readonly copiesFolder: string;
  readonly userAgent: string;
}

const MINUTE_MS = 60_000;
const DEFAULT_EVERY_MINUTES = 5;
const MAX_EVERY_MINUTES = 24 * 60;
const MIN_SECRET_CHARACTERS = 16;
const SHOWN_CHARACTERS = 20;

/** Reads all settings of a source at once. */
export function parseSource(
  readSetting: (name: string) => string | undefined,
  { copiesFolder, userAgent }: SourceSurroundings,
): SourceSettingsResult {
  const problems: string[] = [];
  const git = readSetting('CONTENT_GIT');
  const feed = readSetting('CONTENT_FEED');
  const token = readSetting('CONTENT_GIT_TOKEN');
  const hookSecret = readSetting('CONTENT_HOOK_SECRET');
  const allowsPrivate = parseSwitch(readSetting('CONTENT_ALLOW_PRIVATE'));
  const everyMinutes = Number(readSetting('CONTENT_EVERY_MINUTES') ?? DEFAULT_EVERY_MINUTES);
  if (git === undefined && feed === undefined) return { settings: undefined, problems };
  if (git !== undefined && feed !== undefined)
    problems.push('CONTENT_FEED: CONTENT_GIT is set, too. Keep one of the two.');
  if (allowsPrivate === undefined) problems.push('CONTENT_ALLOW_PRIVATE: true or false is expected.');
  if (!(everyMinutes >= 1 && everyMinutes <= MAX_EVERY_MINUTES)) {
    problems.push(`CONTENT_EVERY_MINUTES: a number of minutes from 1 to ${MAX_EVERY_MINUTES} is expected, such as 5.`);
  }
  if (hookSecret !== undefined && hookSecret.length < MIN_SECRET_CHARACTERS) {
    problems.push(
      `CONTENT_HOOK_SECRET: at least ${MIN_SECRET_CHARACTERS} characters are expected. Make one with "openssl rand -hex 32".`,
    );
  }
  const shared = {
    copiesFolder: readSetting('CONTENT_COPIES') ?? copiesFolder,
    factsFolder: readSetting('CONTENT_FACTS'),
    allowsPrivate: allowsPrivate ?? false,
    userAgent,
  };
  let source: ContentSource | undefined;
  if (git !== undefined) {
    const place = parseGitAddress(git);
    if (place.problem !== undefined) problems.push(`CONTENT_GIT: ${place.problem}`);
    else source = { kind: 'git', ...place, token, ...shared };
    if (token !== undefined && /^http:/i.test(git) && !shared.allowsPrivate) {
      problems.push('CONTENT_GIT: with http:// the token would be sent for everybody to read. Use https://.');
    }
  } else if (feed !== undefined) {
    const problem = findAddressFault(feed);
    if (problem !== undefined) problems.push(`CONTENT_FEED: ${problem}`);
    else source = { kind: 'feed', address: feed, ...shared };
  }
  if (source === undefined || problems.length > 0) return { settings: undefined, problems };
  return { settings: { source, everyMs: everyMinutes * MINUTE_MS, hookSecret }, problems };
}

type GitPlace = Pick<GitSource, 'address' | 'branch' | 'folder'>;

/** Reads `https://host/path.git#branch:folder`; branch and folder may be left out. */
function parseGitAddress(text: string): (GitPlace & { problem?: undefined }) | { readonly problem: string } {
  const [address = '', ...rest] = text.split('#');
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)[:/](.*)$/.exec(address) ?? undefined;
  if (ssh !== undefined) {
    return {
      problem: `only https:// is fetched. Write https://${ssh[1]}/${ssh[2]}; a private repository takes CONTENT_GIT_TOKEN.`,
    };
  }
  const fault = findAddressFault(address);
  if (fault !== undefined) return { problem: fault };
  const page = /^(.*?)(?:\/-)?\/(?:tree|blob|src\/branch)\/([^/]+)(?:\/(.*))?$/.exec(address);
  if (page !== null) {
    const place = [page[2], page[3]].filter(Boolean).join(':');
    return { problem: `this is a page of a website. Write ${page[1]}.git#${place}.` };
  }
  const [branch = '', folder = '', ...more] = rest.join('#').split(':');
  const isBranch = branch === '' || (/^[^\s~^?*[\\#]{1,200}$/.test(branch) && !/\.\.|^[-/.]|[/.]$|\/\//.test(branch));
  if (!isBranch || more.length > 0) {
    return {
      problem: `behind the # a branch and a folder are expected, as in #main:content, found "#${rest.join('#').slice(0, SHOWN_CHARACTERS)}".`,
    };
  }
  const names = folder.split('/').filter((name) => name !== '' && name !== '.');
  if (names.includes('..'))
    return { problem: 'the folder behind the colon begins at the top of the repository. Leave ".." out.' };
  return { address, branch: branch || undefined, folder: names.join('/') };
}

/** What is wrong with an address to fetch from; without the address, in which a key may stand. */
function findAddressFault(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return 'an address that begins with https:// is expected.';
  if (url.username !== '' || url.password !== '') {
    return 'a user or a password stands in the address. Take it out; CONTENT_GIT_TOKEN is for a private repository.';
  }
  return undefined;
}

function parseSwitch(text: string | undefined): boolean | undefined {
  if (text === undefined || /^(?:false|off|no|0)$/i.test(text)) return false;
  return /^(?:true|on|yes|1)$/i.test(text) ? true : undefined;
}
