const WORDS = String.raw`since\s+(?:when|which\s+issue)|from\s+(?:when|which\s+issue)(?:\s+on)?`;

/** "since when does it run on arm64?", "how long has it run there?": how such a question begins. */
export const SINCE = new RegExp(String.raw`^\W*(?:and\s+)?(?:${WORDS}|how\s+long\s+(?:has|have))\b`, 'i');

/** "since when?", and nothing else. */
export const ONLY_SINCE = new RegExp(String.raw`^\W*(?:and\s+)?(?:${WORDS})\W*$`, 'i');
