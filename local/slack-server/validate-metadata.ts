import type { BlockProblem } from './block-problem.ts';
import { isJsonObject } from './slack-json.ts';

// That there is a limit is documented, its size is not.
const mostBytes = 16_000;

/** What Slack would refuse in a message's metadata. docs.slack.dev/messaging/message-metadata */
export function validateMetadata(metadata: unknown): BlockProblem[] {
  if (metadata === undefined) return [];
  const problem = (code: string, message: string, pointer = '/metadata'): BlockProblem[] => [
    { code, pointer, message },
  ];
  if (!isJsonObject(metadata)) return problem('invalid_metadata_format', 'must be an object');
  const { event_type: type, event_payload: payload, ...rest } = metadata;
  if (typeof type !== 'string' || !/^\w+$/.test(type)) {
    return problem('invalid_metadata_schema', 'must be letters, digits and underscores', '/metadata/event_type');
  }
  if (!isJsonObject(payload)) return problem('invalid_metadata_schema', 'must be an object', '/metadata/event_payload');
  if (Object.keys(rest).length > 0)
    return problem('invalid_metadata_schema', `unknown: ${Object.keys(rest).join(', ')}`);
  for (const [name, value] of Object.entries(payload)) {
    const isFine = isScalar(value) || isFlatObject(value) || (Array.isArray(value) && value.every(isFlatObject));
    if (!isFine) {
      return problem(
        'invalid_metadata_schema',
        'must be a scalar, a flat object or a list of flat objects',
        `/metadata/event_payload/${name}`,
      );
    }
  }
  if (Buffer.byteLength(JSON.stringify(metadata)) > mostBytes) return problem('metadata_too_large', 'too large');
  return [];
}

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const isFlatObject = (value: unknown) => isJsonObject(value) && Object.values(value).every(isScalar);
