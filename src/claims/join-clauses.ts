import { readStatus } from './status-cues.ts';

// A longer clause is no sentence; patterns are kept from it.
export const MAX_CLAUSE = 1500;

/** Joins what was cut too finely: lists whose verb comes last, and what a relative clause adds to something said weakly. */
export function joinClauses(clauses: readonly string[]): string[] {
  return joinRelatives(joinLists(clauses));
}

// "armv5, armv6 | and armv7 are supported": what has no verb of its own belongs to what follows.
function joinLists(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  let open = '';
  for (const [place, clause] of clauses.entries()) {
    const whole = open ? `${open} ${clause}` : clause;
    const next = clauses[place + 1];
    open = next?.startsWith('and ') && !STATEMENT.test(next) && !readStatus(whole.slice(0, MAX_CLAUSE)) ? whole : '';
    if (!open) joined.push(whole);
  }
  return joined;
}

// "… and there is no plan for it" is said for itself.
const STATEMENT = /^and\s+(?:there|it|they|this|that|we|you|he|she)\b/i;

const RELATIVE = /^which\s+(?:(?:has|have|had|was|were|is|are|got|just|now|finally|recently)\s+)+\w+/i;

// "It has a decoder, which got merged in July": told of what stands before, where that says nothing plain itself.
function joinRelatives(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before !== undefined && RELATIVE.test(clause) && (isWeak(before) || isPending(clause)))
      joined.splice(-1, 1, `${before}, ${clause}`);
    else joined.push(clause);
  }
  return joined;
}

const MIN_PLAIN = 1.5;

function isWeak(clause: string): boolean {
  return (readStatus(clause.slice(0, MAX_CLAUSE))?.strength ?? 0) < MIN_PLAIN;
}

// "both from the first release, which is hoped for in spring".
function isPending(clause: string): boolean {
  const status = readStatus(clause.slice(0, MAX_CLAUSE))?.status;
  return status === 'planned' || status === 'in-progress';
}
