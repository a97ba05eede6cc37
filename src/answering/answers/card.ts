import { hasAddress } from '#answering/question/fits-kind.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { buildStatusRows } from './build-status.ts';

const ASKS_CARD =
  /^\W*(?:(?:hey|hi|so|ok|please|can you|could you|and)[,\s]+)*(?:tell (?:me|us) (?:\w+ )?about|what (?:do you|does (?:the (?:archive|newsletter|bot)|it)|did (?:the newsletter|you)) (?:know|say|have|write|tell)(?: (?:me|us))? (?:about|of|on)|(?:what(?:'s| is| are)? )?(?:the )?(?:latest|newest|recent)(?: (?:news|things?|stuff|word|info|updates?))? (?:about|on|of|for|with|from)|any word (?:about|on|of|from)|(?:is there |do you have |have you |got )?(?:anything|something|any news|news|info|information|more)(?: new| more| else)? (?:about|on|of|for)|what(?:'s| is| else is) (?:new|the news|up|the (?:latest|status)) (?:with|about|on|of|for|in)|what about|how about|status of|describe|who or what is)\b/i;
const WHAT_IS = /^\W*(?:(?:so|and|ok|hey|hi|please)\W+)*what(?:['’]?s| is| are)\s+(?:(?:the|an?|this|that)\s+)?$/i;
const ASKS_NEWS = /\b(?:news?|newest|latest|recent|word)\b/i;
const SHOWN = 6;

/** What the archive knows of one subject: what it is, where it runs, its newest news. Undefined for any other question. */
export function answerCard(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words, unknownNames, wanted } = understanding;
  const [topic] = topics;
  if (topics.length !== 1 || topic === undefined || unknownNames.length > 0 || wanted !== 'any') return undefined;
  const isBare = words.length === topic.to - topic.from;
  // "what is Quernd built on?" asks for something else.
  const isWhat = WHAT_IS.test(question.slice(0, topic.start)) && !/[\p{L}\p{N}]/u.test(question.slice(topic.end));
  if (topic.named === undefined || !(ASKS_CARD.test(question) || isBare || isWhat)) return undefined;
  const named = topic.named;
  // Nothing else may be asked of it: "tell me about the price of …".
  const asking = ASKS_CARD.exec(question)?.[0].length ?? 0;
  const isRightBehind =
    asking > 0 && /^[\s\W]*(?:(?:the|an?|this|that|your|new)\s+)*$/i.test(question.slice(asking, topic.start));
  const rest = isRightBehind || isWhat ? words.slice(topic.to) : words;
  if (rest.some(({ isNamed, weight }) => !isNamed && weight > TELLING)) return undefined;
  const all = (snapshot.index.byName.get(named.id) ?? []).map((place) => snapshot.index.facts[place] as IndexedFact);
  // A sentence that nobody has checked introduces only what no fact is about.
  const reviewed = all.filter(({ fact }) => fact.isReviewed);
  const facts = reviewed.length > 0 ? reviewed : all;
  const own = facts.filter(({ about }) => about[0] === named);
  const newest = (own.length > 0 ? own : facts.filter(({ about }) => about.includes(named))).at(-1);
  if (newest === undefined) return undefined;
  // "what is Quernd?": one sentence may be asked that very thing; the card is for what has one that says what it is.
  if (isWhat && !own.some(({ fact }) => fact.isReviewed && isDefinition(fact.says, named.name))) return undefined;
  const rows = buildStatusRows(named, snapshot).slice(0, SHOWN);
  const [what = newest, ...news] = ASKS_NEWS.test(question.slice(0, topic.start))
    ? findNews(own)
    : introduce(own, named.name, (one) => rows.some(({ indexed }) => indexed === one));
  return {
    answered: true,
    verdict: undefined,
    lead: what.fact.says,
    notes: news.map(({ fact, issue }) => `${fact.says} (${issue.id})`),
    list:
      rows.length === 0
        ? undefined
        : {
            title: 'Where it stands',
            items: rows.map(({ place, label, issueId }) => `${place}: ${label} (${issueId})`),
          },
    citations: [what, ...rows.map(({ indexed }) => indexed), ...news]
      .filter((one, i, all) => all.findIndex(({ article }) => article === one.article) === i)
      .slice(0, 3)
      .map((one) => cite(one, true)),
    suggestions: [],
    followUp: makeFollowUp(understanding, what),
  };
}

const TELLING = 0.35;
const MAX_NEWS = 3;

/** What it is, as far as anything says that, and the newest that was said of it. `own`: the facts on it. */
export function introduce(
  own: readonly IndexedFact[],
  name: string,
  isTold: (one: IndexedFact) => boolean = () => false,
): IndexedFact[] {
  const newest = findNews(own);
  const what =
    own.findLast(({ fact }) => isDefinition(fact.says, name)) ??
    own.findLast(({ fact }) => isDefinition(fact.says, name, MAKES)) ??
    newest.find((one) => !hasAddress(one)) ??
    newest[0];
  const news = own.filter((one) => one !== what && !isTold(one));
  return what === undefined ? [] : [what, ...news.slice(1 - MAX_NEWS).reverse()];
}

// Of each of the newest articles what it says first, and where something is to be found only where it says nothing else.
function findNews(own: readonly IndexedFact[]): IndexedFact[] {
  const articles = [...Map.groupBy(own, ({ headingList }) => headingList).values()].reverse();
  const firsts = articles.slice(0, MAX_NEWS).map((facts) => facts.find((one) => !hasAddress(one)) ?? facts[0]);
  return firsts.filter((one) => one !== undefined);
}

// "Quernd is a …", "The new Quernd is the …": its name, then what it is.
function isDefinition(says: string, name: string, is = IS): boolean {
  const at = says.toLowerCase().indexOf(name.toLowerCase());
  // "New in Quernd 2 are the …" is about something else.
  if (at < 0 || at >= NEAR_START || /\b(?:in|of|for|on|with|to|by|from)\b/i.test(says.slice(0, at))) return false;
  const rest = says.slice(at + name.length);
  // "Quernd Meeting is an event" is not what Quernd is.
  return !/^ \p{Lu}\p{Ll}/u.test(rest) && is.test(rest);
}

const IS = /^(?:(?!\.\s|,).){0,24} (?:is|are) (?:an?|the|one)\b/i;
// What a company does says what it is.
const MAKES = /^(?:,[^,]{0,60},)? (?:makes|builds|develops|designs|sells|rents|offers)\b/i;
const NEAR_START = 20;
