import { constants, createDeflate, deflateSync } from 'node:zlib';

/** Turns payloads into frames: text as a rule, compressed where the client asked for it. */
export type GatewayCodec = {
  readonly encode: (text: string, send: (frame: string | Buffer) => void) => void;
  readonly close: () => void;
};

/** Frames as plain text. */
export const plainCodec: GatewayCodec = { encode: (text, send) => send(text), close: () => undefined };

/** Each payload compressed on its own: what `compress: true` in IDENTIFY asks for. */
export const payloadCodec: GatewayCodec = { encode: (text, send) => send(deflateSync(text)), close: () => undefined };

/** One stream over the whole connection, flushed after each payload: what `compress=zlib-stream` asks for. */
export function createStreamCodec(): GatewayCodec {
  const deflate = createDeflate();
  let parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  let queue = Promise.resolve();
  return {
    encode: (text, send) => {
      queue = queue.then(
        () =>
          new Promise((resolve) => {
            deflate.write(text);
            deflate.flush(constants.Z_SYNC_FLUSH, () => {
              send(Buffer.concat(parts));
              parts = [];
              resolve();
            });
          }),
      );
    },
    close: () => deflate.destroy(),
  };
}
