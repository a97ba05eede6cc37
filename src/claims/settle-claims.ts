import type { Claim, ClaimStatus } from './claim.ts';

/** How plainly a "works" with a limit behind it says "partly". */
export const LIMITED_STRENGTH = 4;

/** "…, except for its web interface": said behind a "works", it limits that. */
export const LIMIT =
  /^\W*(?:but\s+)?(?:(?:except|apart\s+from|other\s+than|without)\b|with\s+(?:(?:some|a\s+few|certain|the)\s+)?(?:limitations?|restrictions?|exceptions?|caveats?))/i;

/** Makes a "works" partly where the clause behind it limits it. `first`: the place of the sentence's first claim. */
export function settleLimits(claims: Claim[], first: number): void {
  for (let i = first + 1; i < claims.length; i++) {
    const [before, limit] = [claims[i - 1], claims[i]];
    if (before?.status !== 'works' || before.targets.length === 0) continue;
    if (limit && limit.targets.length === 0 && LIMIT.test(limit.clause)) {
      claims[i - 1] = { ...before, status: 'partly', strength: LIMITED_STRENGTH };
    }
  }
}

const CONTRAST = /^\W*(?:but|though|although|however|yet)\b/i;
const DOES_NOT_RUN =
  /\b(?:(?:do|does|did|can|will)(?:\s+not|n['’]t)|cannot|won['’]t|refuses\s+to|fails\s+to)\s+(?:\w+\s+)?(?:boot|run|start|work)\b/i;

/** "It builds for arm64, though the result doesn't boot": what does not run does not work there, built or not. */
export function settleContrast(claims: Claim[], first: number): void {
  for (let i = first + 1; i < claims.length; i++) {
    const [before, denial] = [claims[i - 1], claims[i]];
    if (before?.status !== 'works' || denial?.status !== 'does-not' || denial.targets.length > 0) continue;
    if (
      !CONTRAST.test(denial.clause) ||
      !DOES_NOT_RUN.test(denial.clause) ||
      !/\bbuilds?\b|\bcompiles?\b/i.test(before.clause)
    )
      continue;
    claims.splice(i - 1, 2, { ...denial, targets: before.targets });
  }
}

const NOT_YET =
  /\byet\b|\bso\s+far\b|\bfor\s+now\b|\bat\s+(?:present|the\s+moment)\b|\bcurrently\b|\bin\s+this\s+(?:release|version|cycle)\b|\bat\s+launch\b|\bthis\s+(?:time|year)\b|\buntil\b/i;

/** "Not in the firmware yet, and will be added": what is to come, or is being done, is more than a "not yet". */
export function settleNotYet(claims: Claim[], first: number): void {
  const sentence = claims.slice(first);
  const pending = sentence.find(({ status }) => status === 'planned') ?? sentence.find(isPending);
  if (!pending) return;
  for (let i = first; i < claims.length; i++) {
    const claim = claims[i];
    const isPromised = claim?.status === 'in-progress' && pending.status === 'planned' && NOT_READY.test(claim.clause);
    const isToCome = claim?.status === 'does-not' && (NOT_YET.test(claim.clause) || isPromiseOf(pending));
    if (claim && (isPromised || isToCome)) claims[i] = { ...claim, status: pending.status };
  }
}

const OF_IT =
  /^\W*(?:(?:and|but|so|though)\s+)?(?:he|she|they|it|that|this|work|patches|support|the\s+(?:port|patches|work)|a\s+(?:fix|patch|port))\b/i;

// "It didn't make it; he expects to have it in 29": behind the "no", and of nothing else by name.
function isPromiseOf(pending: Claim): boolean {
  return pending.strength >= MIN_PROMISE && pending.targets.length === 0 && OF_IT.test(pending.clause);
}

const NOT_READY = /(?:\bnot|n['’]t)\s+(?:\w+\s+)?(?:ready|complete|finished|done|stable)\b/i;

const MIN_PROMISE = 4;

/** "It does not run there yet. A port is expected in May.": the same over two sentences, unless the second names other targets. */
export function settlePromise(claims: Claim[], first: number, sentence: number): void {
  const pending = claims.slice(first).find((claim) => isPending(claim) && claim.strength >= MIN_PROMISE);
  if (!pending) return;
  const denied = claims.slice(0, first).filter(({ sentence: place }) => place === sentence - 1);
  if (
    pending.targets.length > 0 &&
    !pending.targets.some((target) => denied.some(({ targets }) => targets.includes(target)))
  )
    return;
  for (let i = first - 1; i >= 0 && claims[i]?.sentence === sentence - 1; i--) {
    const claim = claims[i];
    if (claim?.status !== 'does-not' || !NOT_YET.test(claim.clause)) continue;
    claims[i] = { ...claim, status: pending.status };
    // "those are expected in May": of what was denied.
    if (pending.targets.length === 0) claims[claims.indexOf(pending)] = { ...pending, targets: claim.targets };
  }
}

/** "No image for it. The other one boots it, too. An image for it is promised for May.": a promise that names the target again. */
export function settleLaterPromise(claims: Claim[], first: number, sentence: number): void {
  const pending = claims.slice(first).find((claim) => isPending(claim) && claim.strength >= MIN_PROMISE);
  if (!pending) return;
  for (let i = first - 1; i >= 0 && (claims[i]?.sentence ?? -1) >= sentence - 2; i--) {
    const claim = claims[i];
    if (claim?.status === 'does-not' && claim.targets.some((target) => pending.targets.includes(target)))
      claims[i] = { ...claim, status: pending.status };
  }
}

/** "In spring I wrote that it had no arm64 port. Patches for that have landed.": what has come since is said of the same targets. */
export function settlePast(
  claims: Claim[],
  first: number,
  sentence: number,
  isPast: (clause: string) => boolean,
): void {
  const past = claims
    .slice(0, first)
    .filter((claim) => claim.sentence === sentence - 1 && claim.targets.length > 0 && isPast(claim.clause));
  const next = claims.findIndex(
    ({ targets, strength }, place) => place >= first && targets.length === 0 && strength >= PLAIN,
  );
  const claim = claims[next];
  if (past.length === 0 || claim === undefined) return;
  claims[next] = { ...claim, targets: [...new Set(past.flatMap(({ targets }) => targets))] };
  for (const one of past) claims.splice(claims.indexOf(one), 1);
}

const PART =
  /^\W*(?:(?:and|but|though|although)\s+)?(?:the\s+)?([\p{Ll}][\p{Ll}\d-]*)\s+(?:do(?:es)?|is|are|has|have)(?:n['’]t|\s+not)\s*(?:yet\s*)?[.;,!)]*$/u;
const PRONOUN = /^(?:it|this|that|they|these|those|one|he|she|we|you|there|who|which|what)$/;

/** The part that alone a clause denies: the wifi of "… and sound as well; wifi doesn't". */
export function deniedPart(clause: string): string | undefined {
  const part = PART.exec(clause)?.[1];
  return part === undefined || PRONOUN.test(part) ? undefined : part;
}

const WEAK = 1.5;
const PLAIN = 3;

/** "It takes more memory than an armv7 builder has, so it has been left out": what is said plainly is said of the targets beside it too. */
export function settleAsides(claims: Claim[], first: number): void {
  const said = claims.slice(first);
  const place = said.findIndex(({ strength, clause }) => strength >= PLAIN && deniedPart(clause) === undefined);
  const plain = said[place];
  if (!plain) return;
  const asides = said.filter(({ strength, status }) => strength < WEAK && status === 'works');
  if (asides.length === 0) return;
  // What stands behind goes on to something else.
  const targets = [...new Set(asides.filter((aside) => said.indexOf(aside) < place).flatMap((aside) => aside.targets))];
  const rest = claims.slice(first).filter((claim) => !asides.includes(claim));
  claims.splice(
    first,
    claims.length - first,
    ...rest.map((claim) => (claim === plain && claim.targets.length === 0 ? { ...claim, targets } : claim)),
  );
}

function isPending({ status }: { readonly status: ClaimStatus }): boolean {
  return status === 'planned' || status === 'in-progress';
}
