/** Run by run, from its start: looked for at every letter, a long word would take time with the square of its length. */
const HOST_CHARACTERS = /[\p{L}\p{M}\p{N}.-]+/gu;
/** Dots that browsers read as one (UTS 46), besides those that the normal form makes one of. */
const OTHER_DOTS = /[\u3002\uFF61]/g;
const TOP_LEVEL = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u;
/** No domain ends so, and many names do. */
const NAMES = /\.js$/;
/** The limit of DNS; a longer one leads nowhere, and would take long to encode. */
const MAX_HOST_CHARACTERS = 253;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const ADDRESS = /:\/\/|^www\./i;

/** Whether words are written like an address of the web, in whatever width: as the words of a link they could be taken for it. */
export function looksLikeAddress(words: string): boolean {
  return ADDRESS.test(words.normalize('NFKC'));
}

/**
 * Whether words show a host other than the one they lead to, as a name or a number: a part of that host's own domain is no
 * other.
 */
export function showsOtherHost(words: string, hostname: string): boolean {
  const leadsTo = withoutWww(hostname.toLowerCase());
  return findShownHosts(words).some((host) => leadsTo !== host && !leadsTo.endsWith(`.${host}`));
}

function findShownHosts(words: string): string[] {
  const plain = words.normalize('NFKC').replace(OTHER_DOTS, '.').toLowerCase();
  const runs = plain.match(HOST_CHARACTERS) ?? [];
  return runs
    .flatMap((run) => run.split('..'))
    .map(trimDots)
    .filter(isHost)
    .map(toHostname)
    .map(withoutWww);
}

function trimDots(run: string): string {
  return run.replace(/^\.|\.$/g, '');
}

function isHost(run: string): boolean {
  if (IP_ADDRESS.test(run)) return true;
  const end = run.lastIndexOf('.');
  return end > 0 && TOP_LEVEL.test(run.slice(end + 1)) && !NAMES.test(run);
}

/** As an address has it: letters beyond ASCII as code. */
function toHostname(host: string): string {
  return host.length > MAX_HOST_CHARACTERS ? host : (URL.parse(`http://${host}`)?.hostname ?? host);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
