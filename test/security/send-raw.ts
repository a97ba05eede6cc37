import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends bytes as they are, without ending the connection; resolves to all that came back when the server ends it. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  // A server that refuses may reset the connection while more is sent.
  socket.on('error', () => {});
  socket.write(bytes);
  return text(socket).catch(() => '');
}
