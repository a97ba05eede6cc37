import type { Answer } from './answer.ts';

interface SmallTalk {
  readonly pattern: RegExp;
  readonly reply: string;
}

// The whole message must be it: "thanks, and on arm64?" is a question.
const SMALL_TALK: readonly SmallTalk[] = [
  {
    pattern:
      /^(?:hi|hiya|hello|hey|howdy|good\s+(?:morning|day|afternoon|evening)|greetings)(?:\s+(?:there|bot|all|everyone|folks))?$/i,
    reply: 'Hello! Ask what runs on Arm, for example “does … run on arm64?”, or type “help”.',
  },
  {
    pattern:
      /^(?:many\s+)?(?:thanks|thank\s+you|thx|ty|cheers|much\s+appreciated)(?:\s+(?:a\s+lot|so\s+much|very\s+much|bot|all|again))*$/i,
    reply: 'You are welcome.',
  },
  {
    pattern:
      /^(?:ok|okay|cool|great|nice|perfect|good|good\s+to\s+know|got\s+it|i\s+see|right|sure|fine|wow|yes|no|yep|nope|lol|bye|goodbye|see\s+you|cu)(?:\s+(?:bot|then|all|thanks))*$/i,
    reply: 'Good. Ask me anything else about what runs on Arm.',
  },
];

/** What to say to a greeting, thanks or a nod; undefined when the message asks something. */
export function answerSmallTalk(message: string): Answer | undefined {
  const plain = message
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const reply = SMALL_TALK.find(({ pattern }) => pattern.test(plain))?.reply;
  if (!reply) return undefined;
  return {
    question: message,
    answered: false,
    verdict: undefined,
    lead: reply,
    notes: [],
    list: undefined,
    citations: [],
    suggestions: [],
    followUp: undefined,
  };
}
