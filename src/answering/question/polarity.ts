/** Whether a question asks for the thing itself, for its end, for trouble with it, or for a comparison. */
export type Polarity = 'plain' | 'ended' | 'trouble' | 'compared';

const ENDED =
  /\b(?:remov(?:ed?|ing)|drop(?![- ]in\b)(?:s|ped|ping)?|discontinued?|deprecat\w+|abandon\w*|ended|end of life|eol|killed|gone|dead|die[sd]?|ditch\w*|phased out|no longer|stop(?:s|ped)? (?:supporting|working|making|building|selling|shipping))\b/i;
const TROUBLE =
  /\b(?:broken|break(?:s|ing)?|crash\w*|bugs?|buggy|problems?|issues? (?:with|on|running)|troubles?|fail(?:s|ing|ed)?|unstable|vulnerable|incompatible|unsupported|limited to|only (?:for|on|with|in|(?:runs?|works?|boots?|supports?|supported|available)\b(?!.*\bor\b))|affected|slow(?:er)?)\b/i;
const MENDED = /\b(?:fixed|solved|resolved|mended|repaired|addressed|patched|gone|closed)\b/i;
const COMPARED =
  /\b(?:faster|better|cheaper|slower|worse|bigger|smaller|quicker|more \w+|less \w+) than\b|\b(?:best|fastest|cheapest|better|worst|faster|quicker|cheaper)\b|\btrust(?:ed|worthy)?\b|\breliab(?:le|ly)\b|\bany good\b|^\W*(?:and\s+)?(?:is|are|was|were)\s+(?:\S+\s+){1,4}?(?:fast|slow|quick|expensive|cheap|noisy|powerful|good)(?:\W*$|\s+(?:on|in|there)\b)|\bshould (?:i|we|one|you) (?:buy|get|use|choose|pick|prefer|take|switch|move|upgrade|wait|go)\b|\bworth (?:it|the money|buying|getting)\b/i;

/** Reads it from the words: none of these is answered by a bare yes or no about running. */
export function readPolarity(asked: string): Polarity {
  // "does it run there, or is it still broken?": what stands first is asked.
  const question = asked.replace(
    /,?(?<!\s)\s+or\s+(?:is|are|was|does|do|still|not|am|only|just|trouble|problems)\b.*$/i,
    '',
  );
  if (COMPARED.test(question)) return 'compared';
  if (TROUBLE.test(question) && MENDED.test(question)) return 'plain';
  if (ENDED.test(question)) return 'ended';
  return TROUBLE.test(question) ? 'trouble' : 'plain';
}
