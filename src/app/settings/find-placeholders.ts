import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { findSettingNames } from './all-settings.ts';
import { type Environment, readSetting } from './configuration.ts';

/** Words between other signs than letters and digits, as in `xoxb-your-token`. No token is made of such words. */
const PLACEHOLDER_WORDS =
  /(?<![a-z\d])(?:your|my|token|here|change|changeme|placeholder|example|insert|paste|todo|fixme|dummy|x{3,})(?![a-z\d])/i;

/** Where the operator makes a value up, any text may be meant, but none of these words. */
const INVENTED_WORDS = /(?<![a-z\d])(?:your|changeme|change-me|change_me|placeholder|example|insert|paste)(?![a-z\d])/i;

/** A sentence for each value that was never meant as one, or was spoilt on the way. No sentence has the value in it. */
export function findPlaceholders(environment: Environment, known?: readonly ChatPlatform[]): string[] {
  const url = readSetting(environment, 'DATABASE_URL');
  const password = url && URL.parse(url)?.password;
  // "password" is a poor one, and may be meant.
  const isPlaceholder =
    url?.includes('…') || (password && /^(?:PASSWORD|%3C.*%3E|\.{3}|your\W.*|changeme)$/.test(password));
  return [
    ...listCopied(environment, known),
    ...findSettingNames(({ origin }) => origin === 'invented', known)
      .filter((name) => INVENTED_WORDS.test(readSetting(environment, name) ?? ''))
      .map((name) => `${name}: this is a placeholder. Make a value of your own with "openssl rand -hex 32".`),
    ...(isPlaceholder ? ['DATABASE_URL: its password is a placeholder. Put the real one in its place.'] : []),
  ];
}

function listCopied(environment: Environment, known: readonly ChatPlatform[] | undefined): string[] {
  return findSettingNames(({ origin }) => origin === 'copied', known).flatMap((name) => {
    const value = readSetting(environment, name);
    const fault = value === undefined ? undefined : describeFault(value.replace(/^Bot\s+/i, ''));
    return fault === undefined ? [] : `${name}: ${fault} .env.example says where to find it.`;
  });
}

function describeFault(value: string): string | undefined {
  if (/…|\.{3}|^[<[{$%(]|[>\]})]$|\*{3}/.test(value)) return 'this is a placeholder. Put the real value in its place.';
  const [odd] = /[^\x21-\x7e]/u.exec(value) ?? [];
  if (odd !== undefined) {
    const code = odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `it has a character in it that no such value has (U+${code}). Copy it again.`;
  }
  return PLACEHOLDER_WORDS.test(value) ? 'this is a placeholder. Put the real value in its place.' : undefined;
}
