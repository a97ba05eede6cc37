/** Why the bot cannot work on a platform until somebody mends it; the message names the setting and the remedy. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}
