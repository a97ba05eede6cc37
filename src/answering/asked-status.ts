import type { ClaimStatus } from '#claims/claim.ts';

const ASKS_OF_WORK =
  /\b(?:any(?:body|one)|some(?:body|one)|people|who(?:['’]s)?)\s+(?:(?:is|are|else|out\s+there|currently|actually|already)\s+)*(?:work(?:s|ing)|port(?:s|ing)|at\s+it|hacking|developing)\b|\b(?:being|under)\s+(?:ported|worked\s+on|development)\b|\bin\s+the\s+works\b|\bwork\s+in\s+progress\b/i;
const ASKS_OF_PLANS = /\b(?:any|are\s+there|have|has)\s+(?:\w+\s+){0,2}?plans?\b|\b(?:planned|on\s+the\s+roadmap)\b/i;

/** How things stand is usually the question; "is anybody working on it?" asks whether they stand in this one way. */
export function readAskedStatus(question: string): ClaimStatus | undefined {
  if (ASKS_OF_WORK.test(question)) return 'in-progress';
  return ASKS_OF_PLANS.test(question) ? 'planned' : undefined;
}
