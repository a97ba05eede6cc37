import { blankOutCode, listRenderedTexts } from './message-texts.ts';
import { placeComponents } from './validate-components.ts';
import type { JsonObject } from './world-model.ts';

const maskedLink = /(?<!\\)\[((?:\\.|[^\]\\])+)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+"[^"]*")?\s*\)/g;
const looksLikeHost = /(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:?#\s]|$)/gi;

/** The links of a body that mislead or cannot work: text that shows another host than its address, and addresses that are not http. */
export function findBrokenLinks(body: JsonObject): string[] {
  const masked = listRenderedTexts(body).flatMap((text) =>
    [...blankOutCode(text).matchAll(maskedLink)].flatMap(([whole, text = '', url = '']) =>
      explainLink(whole, text, url),
    ),
  );
  return [
    ...masked,
    ...listAddresses(body)
      .filter((url) => !isWebAddress(url))
      .map((url) => `${url}: not http`),
  ];
}

function explainLink(whole: string, text: string, url: string): string[] {
  if (!isWebAddress(url)) return [`${whole}: not http`];
  const { hostname } = new URL(url);
  const shown = [...text.replaceAll('\\', '').matchAll(looksLikeHost)].filter(
    ([address]) => address.includes('://') || isWhole(text, address),
  );
  return shown
    .map(([, host = '']) => host.toLowerCase())
    .filter((host) => withoutWww(host) !== withoutWww(hostname))
    .map((host) => `${whole}: shows ${host}, leads to ${hostname}`);
}

// "foodb.io" inside a sentence is a name; alone, or with a scheme, it is read as an address. No domain ends in ".js".
function isWhole(text: string, address: string): boolean {
  if (/\.js$/i.test(address)) return false;
  return text.replaceAll('\\', '').trim().startsWith(address) && !/\s/.test(text.trim());
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function listAddresses(body: JsonObject): string[] {
  const embeds = (body.embeds ?? []) as JsonObject[];
  const components = placeComponents((body.components ?? []) as JsonObject[], []);
  const values = [
    ...embeds.flatMap(({ url, author }) => [url, (author as JsonObject | null | undefined)?.url]),
    ...components.map(({ component }) => component.url),
  ];
  return values.filter((value): value is string => typeof value === 'string');
}
