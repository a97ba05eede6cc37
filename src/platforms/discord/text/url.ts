/** Longer addresses than this are shown as text: a few of them would fill a message. */
const MAX_URL_CHARACTERS = 600;
/** The limit of DNS. */
const MAX_HOST_CHARACTERS = 253;

/**
 * An address that Discord may link, or undefined: web only, without a user name (which would look like the host), short
 * enough, and without a character that means something to Discord.
 */
export function findDiscordUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  if (username !== '' || password !== '') return undefined;
  // An IPv6 host needs its brackets, and they end a masked link.
  if (hostname.startsWith('[') || hostname.length > MAX_HOST_CHARACTERS) return undefined;
  const encoded = href.replace(/[*|`\\"<>]/g, percentEncode).replace(/@(?=everyone|here)/gi, '%40');
  return encodeBrackets(encoded).length <= MAX_URL_CHARACTERS ? encoded : undefined;
}

/** The same address for the round brackets of a masked link. */
export function encodeBrackets(url: string): string {
  return url.replace(/[()[\]]/g, percentEncode);
}

/** The same address as it stands by itself, without a preview. Its square brackets could begin a masked link around it. */
export function bareDiscordLink(url: string): string {
  return `<${url.replace(/[[\]]/g, percentEncode)}>`;
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** An address that stands bare in a text, with the angle brackets around it if it has them. */
export interface BareUrl {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** Bare web addresses of a text, without the punctuation that follows them. */
export function findBareUrls(text: string): readonly BareUrl[] {
  return [...text.matchAll(/https?:\/\/[^\s<>]+/gi)].map(({ 0: found, index }) => {
    const url = trimPunctuation(found);
    const end = index + url.length;
    const isBracketed = text[index - 1] === '<' && text[end] === '>';
    return { start: isBracketed ? index - 1 : index, end: isBracketed ? end + 1 : end, url };
  });
}

function trimPunctuation(url: string): string {
  let end = url.length;
  // A closing bracket belongs to the address when one was opened in it.
  let unopened = count(url, ')') - count(url, '(');
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (!/[.,:;!?"'”’»*_~|`\]})]/.test(last) || (last === ')' && unopened <= 0)) break;
    if (last === ')') unopened--;
  }
  return url.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
