import type { IncomingMessage } from 'node:http';
import { apiError } from './api-error.ts';
import type { UploadedFile } from './rest-route.ts';
import type { JsonObject } from './world-model.ts';

/** What a request carries: JSON, alone or beside files in a form. */
export type RequestBody = { readonly json: unknown; readonly files: readonly UploadedFile[] };

const maxBytes = 25 * 1024 * 1024;

/** Reads a body as Discord takes it: JSON, or multipart/form-data with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!type.startsWith('application/json')) throw apiError(50109);
  return { json: parseJson(bytes.toString()), files: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > maxBytes) throw apiError(40005);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const json = typeof payload === 'string' ? (parseJson(payload) as JsonObject) : {};
  const files = [...form].flatMap(([key, value]) => {
    if (typeof value === 'string') return [];
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    return index === undefined ? [] : [{ name: value.name, size: value.size, type: value.type }];
  });
  return { json, files };
}

function parseJson(text: string): unknown {
  const json = tryParse(text);
  if (json === undefined) throw apiError(50109);
  return json;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
