import type { REST } from 'discord.js';

/**
 * The same client, which does not forget its token: discord.js drops it at the first 401, whatever was behind that, and
 * nothing would be sent any more until the process is started anew.
 */
export function keepToken(rest: REST): REST {
  const { setToken } = rest;
  rest.setToken = (token: string | null) => (token === null ? rest : setToken.call(rest, token));
  return rest;
}
