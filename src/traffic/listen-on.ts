import type { Server } from 'node:http';
import { AccessError } from '#conversation/ports/access-error.ts';

/** Where something is to listen, and the names of the settings for it. */
export interface WantedPort {
  readonly host: string;
  readonly port: number;
  readonly hostSetting: string;
  readonly portSetting: string;
}

/**
 * Resolves, once a server listens, to its port.
 *
 * @throws AccessError when the port cannot be had, with the setting and the remedy.
 */
export async function listenOn(server: Server, wanted: WantedPort): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error) => reject(explainPort(error, wanted))).listen(wanted.port, wanted.host, resolve);
  await promise;
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : wanted.port;
}

function explainPort(error: NodeJS.ErrnoException, wanted: WantedPort): AccessError {
  const { host, port, hostSetting, portSetting } = wanted;
  const remedies: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken. Stop the program that listens there, or set ${portSetting} to another one`,
    EACCES: `port ${port} may not be used by this user. Set ${portSetting} to one above 1023`,
    EADDRNOTAVAIL: `this machine has no address ${host}. Set ${hostSetting} to one that it has, or leave it out`,
    ENOTFOUND: `there is no host ${host}. Set ${hostSetting} to an address of this machine, or leave it out`,
  };
  const remedy = remedies[error.code ?? ''] ?? `${host}:${port} cannot be listened on (${error.code ?? error.message})`;
  return new AccessError(`${portSetting}: ${remedy}.`, { cause: error });
}
