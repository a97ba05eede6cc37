/** What Node's profiler writes; times in microseconds, of a clock that all processes of a machine share. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** A stretch of time, in microseconds of the profiler's clock. */
export interface Span {
  readonly fromUs: number;
  readonly untilUs: number;
}

/** Whose work a function is, by the file that it stands in; the first that fits counts. */
const parts: readonly (readonly [part: string, file: RegExp])[] = [
  [
    'answering',
    /\/src\/(?:answering|catalogue|commands|facts|newsletter|search|spelling|targets|watching)\/|\/fuse\.js\//,
  ],
  ['store', /\/src\/storage\/|\/node_modules\/kysely\//],
  ['log', /\/src\/app\/logging\/(?!request-trace)|\/node_modules\/(?:pino|sonic-boom)\//],
  ['rendering', /\/src\/(?:platforms\/\w+\/(?:rendering|text)|conversation\/wording)\//],
  [
    'the call that sends',
    /\/node_modules\/(?:@slack\/web-api|@discordjs\/rest|undici\/lib\/(?!web\/websocket)|p-retry|p-queue|retry|eventemitter3)|node:internal\/deps\/undici|\/src\/platforms\/\w+\/calling\//,
  ],
  ['the connection and the SDK', /\/node_modules\//],
  ['the rest of ours', /\/src\/|\/bench\/reply\//],
];
const garbage = 'garbage';
const others = 'Node itself';

/**
 * How long each part of a bot was at work within the spans, in microseconds: what a function calls that is nobody's own, such
 * as one of Node's, is its work. Idle time is nobody's.
 */
export function sumUpProfile(profile: CpuProfile, spans: readonly Span[]): ReadonlyMap<string, number> {
  const partOf = findParts(profile.nodes);
  const sums = new Map<string, number>([...parts.map(([part]) => [part, 0] as const), [garbage, 0], [others, 0]]);
  let atUs = profile.startTime;
  for (const [place, id] of profile.samples.entries()) {
    atUs += profile.timeDeltas[place] ?? 0;
    const part = partOf.get(id);
    // A sample stands for the time until the next.
    const us = profile.timeDeltas[place + 1] ?? 0;
    if (part !== undefined && spans.some(({ fromUs, untilUs }) => atUs >= fromUs && atUs < untilUs))
      sums.set(part, (sums.get(part) ?? 0) + us);
  }
  return sums;
}

/** The part of each node; none where nothing was done. */
function findParts(nodes: readonly ProfileNode[]): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  // Callers come before whom they call.
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  for (const { id, callFrame } of nodes) {
    const { functionName, url } = callFrame;
    if (functionName === '(idle)') continue;
    const own = functionName === '(garbage collector)' ? garbage : parts.find(([, file]) => file.test(url))?.[0];
    known.set(id, own ?? known.get(callers.get(id) ?? 0) ?? others);
  }
  return known;
}
