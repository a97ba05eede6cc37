import type { Article } from '#newsletter/issue.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import { targetsIn } from './clause-targets.ts';
import { findTargets } from './find-targets.ts';
import { joinClauses, MAX_CLAUSE } from './join-clauses.ts';
import { nameSubject } from './name-subject.ts';
import {
  LIMIT,
  LIMITED_STRENGTH,
  settleAsides,
  settleContrast,
  settleLaterPromise,
  settleLimits,
  settleNotYet,
  settlePast,
  settlePromise,
} from './settle-claims.ts';
import { splitClauses } from './split-clauses.ts';
import { readStatus } from './status-cues.ts';
import type { Target } from './target.ts';

const HEADING = -1;
// A clause without a cue of its own ("…: s390x, aarch64 and ppc64le") goes on with what the one before it says.
const INHERITED = 0.7;
// "armv7 (no thumb)": what stands in brackets behind a target limits it.
const LIMITING_ASIDE =
  /\((?:but\s+)?(?:no|not|without|except|only|partial(?:ly)?|experimental|limited|untested|some)\b[^)]*\)/i;
const EXCEPTION = /^\W*(?:except(?:\s+(?:for|on))?|apart\s+from|other\s+than|but\s+for|with\s+the\s+exception\s+of)\b/i;
// "Intel based": by saying what it runs on, it says what it does not run on.
const EXCLUSIVE =
  /\b(?:is|are)\s+(?:still\s+)?[\w-]+(?:\s+and\s+[\w-]+)?[\s-]only\b|\b(?:is|are)\s+(?:still|just|currently|purely)\s+(?:for\s+)?[\w-]*\d[\w-]*(?:(?:,|\s+and|\s+or)\s+[\w-]*\d[\w-]*)*\W*$|\b(?:for|on|is|are|was|were)\s+(?:[\w./-]+(?:,\s+|\s+and\s+|,\s+and\s+|\s+or\s+|\s+)){1,6}?(?:only|alone)(?=\s*(?:[.,;:)]|$))|\b(?:only|solely|exclusively)\s+(?!(?:trouble|problem|issue|bug|difference|snag|catch|drawback|limit|thing|exception|caveat)\w*\b)(?:\w+\s+){0,2}(?:available|support\w*|provid\w*|offer\w*|ships?|builds?|for|on|runs?)\b|\b(?:limited|restricted|confined|reserved)\s+(?:to|for)\b|\b(?:provides?|offers?|supports?|has|have)\s+only\b|\bonly\s+(?:has|have|comes?|exists?|works?|covers?)\b|\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}[\w-]+[- ]based\b/i;
// "armv7 or later": what is older is left out.
const MINIMUM =
  /\b(?:or|and)\s+(?:later|newer|higher|above|up|upwards|better)\b|\bat\s+least\b|\bminimum\b|\bnothing\s+(?:older|below|less)\s+than\b/i;
// "…, as is the other one", "and so did X": says the same again; "nor does X" denies.
const SAME_AGAIN = /^\W*(?:as|(?:and\s+)?so)\s+(?:is|are|was|were|do|does|did|has|have|can|will)\b/i;
const NOR = /^\W*(?:nor|neither)\s+(?:is|are|was|were|do|does|did|has|have|can|will|would)\b/i;
const NOR_STRENGTH = 5;
// "If you …" supposes; it does not say.
const CONDITION = /^\W*(?:and\s+|but\s+|even\s+)?(?:if|unless|whether|suppose|once|as\s+soon\s+as|in\s+case)\b/i;
// "…, even if you don't plan to use it": the condition behind says nothing of how it stands.
const CONDITION_BEHIND = /\s(?:even\s+)?if\s.*$/i;
// What may be, or is hoped or not known, is no statement.
const SUPPOSITION =
  /\b(?:remains\s+to\s+be\s+seen|(?:nobody|no\s+one|who)\s+knows|not\s+(?:known|clear|sure)|unclear|wonder(?:s|ed|ing)?|may\s+(?:well\s+|also\s+)?(?:come|arrive|appear|follow|land)|may\s+one\s+day|might\s+one\s+day|one\s+day|some\s+day|(?:we|i|they|let\s+us)\s+hope|hopefully|perhaps|asks?\s+(?:if|whether)|rumou?rs?|rumou?red|it\s+is\s+said)\b/i;
// "Not only on x86_64" denies nothing.
const NO_DENIAL_ONCE = /\bnot\s+(?:only|just|merely|simply)\b/i;
const ALSO = { status: 'works', strength: 3 } as const;
// "the first one that isn't x86": which one is meant, not how it stands.
const DENIES_A_NOUN =
  /\b(?:that|which|who)(?:\s+(?:is|are|was|were)(?:\s+not|n['’]t)|['’]s\s+not|['’]re\s+not)\s+(?:an?\s+)?[\w.-]+(?=\s)|\bwho\s+(?:cannot|can['’]t|can\s+not|don['’]t|do\s+not|won['’]t)\s+\w+/gi;
const NO_DENIAL = /\bnot\s+(?:only|just|merely|simply)\b/gi;
// How things were before says little of how they are.
const PAST =
  /\b(?:until\s+(?:now|then|recently|last|this)|up\s+to\s+now|previously|formerly|used\s+to|in\s+the\s+past|(?:had|have)\s+been\s+able|\b(?:i|we)\s+(?:had\s+|have\s+)?(?:wrote|written|claimed|called|noted|listed|reported|mentioned)\b|last\s+\w+\s+we\s+(?:wrote|said|reported))\b/i;
// "armel is likely to be dropped": what may come about is not so yet.
const MAY_END =
  /\b(?:likely|may|might|could)\s+(?:\w+\s+)?(?:to\s+)?be\s+(?:\w+\s+)?(?:dropped|removed|retired|discontinued|cut|ended)\b/i;
const PAST_STRENGTH = 1;
// "It does not.": takes back what was said just before.
const BARE_DENIAL =
  /^\W*(?:it|this|that|they)\s+(?:(?:do|does|did|is|are|was|were)\s+not|(?:do|does|did|is|are|was|were)n['’]t)\W*(?:so|true|right|the\s+case)?\W*$/i;
const DENIAL_STRENGTH = 5;
// “Is there hope for it?” asks a reader: who reports a question has not answered it.
const QUOTED_QUESTION = /["“][^"“”]{1,300}\?["”]/g;
/** Everything that an article says of how its subjects stand, in the order of the text, the heading first. */
export function extractClaims(article: Article): Claim[] {
  if (article.kind === 'housekeeping') return [];
  const subject = nameSubject(article.heading);
  const claims: Claim[] = [];
  const read = (text: string, sentence: number, asked: readonly Target[] = []) => {
    const first = claims.length;
    // A question claims nothing.
    if (text.endsWith('?')) return;
    let before: Said | undefined;
    const stated = text.replace(QUOTED_QUESTION, ' ');
    for (const clause of joinClauses(splitClauses(stated, sentence === HEADING))) {
      if (CONDITION.test(clause) || SUPPOSITION.test(clause)) continue;
      const named = targetsIn(clause);
      const targets = named.length > 0 ? named : asked;
      const found = statusOf(clause, targets, before);
      if (!found) continue;
      before = found;
      if (BARE_DENIAL.test(clause)) {
        claims.push(...denyLast(claims, { subject, clause, sentence, articleId: article.id }));
        continue;
      }
      const isExclusive =
        found.status !== 'does-not' &&
        targets.length > 0 &&
        EXCLUSIVE.test(clause) &&
        !/^(?:which|who|that)\b/i.test(clause) &&
        !NO_DENIAL_ONCE.test(clause);
      const strength =
        PAST.test(clause) || MAY_END.test(clause) ? Math.min(found.strength, PAST_STRENGTH) : found.strength;
      const claim: Claim = {
        subject,
        targets,
        status: found.status,
        strength,
        isExclusive,
        isMinimum: MINIMUM.test(clause),
        clause,
        sentence,
        articleId: article.id,
      };
      claims.push(...limitByAside(claim));
    }
    settleAsides(claims, first);
    settleNotYet(claims, first);
    settleLimits(claims, first);
    settleContrast(claims, first);
    if (sentence > 0 && isSameBlock(article, sentence, sentence - 1)) {
      settlePast(claims, first, sentence, (clause) => PAST.test(clause));
      settlePromise(claims, first, sentence);
      if (isSameBlock(article, sentence, sentence - 2)) settleLaterPromise(claims, first, sentence);
    }
  };
  read(article.heading, HEADING);
  if (claims.length === 0) claims.push(...mention(article.heading, subject, article.id));
  for (const [place, { text, kind }] of article.sentences.entries())
    if (kind !== 'code') read(text, place, targetsAskedBefore(article, place));
  return claims;
}

// "And on Windows? Not available.": who asks oneself says what the answer is about.
const MAX_OWN_QUESTION = 60;

function targetsAskedBefore(article: Article, place: number): readonly Target[] {
  const before = article.sentences[place - 1]?.text ?? '';
  const isAsked = before.endsWith('?') && before.length <= MAX_OWN_QUESTION && isSameBlock(article, place, place - 1);
  return isAsked ? targetsIn(before) : [];
}

function isSameBlock({ sentences }: Article, place: number, other: number): boolean {
  return sentences[place]?.block === sentences[other]?.block;
}

// "Foodb on Windows": a heading that only puts the two together says, if weakly, that they go together.
function mention(heading: string, subject: string, articleId: string): Claim[] {
  const targets = targetsIn(heading);
  const isSilent = heading.endsWith('?') || targets.length === 0 || SUPPOSITION.test(heading);
  if (isSilent) return [];
  return [
    {
      subject,
      targets,
      status: 'works',
      strength: 1,
      isExclusive: false,
      isMinimum: false,
      clause: heading,
      sentence: HEADING,
      articleId,
    },
  ];
}

// The denial is of the sentence before, which then says nothing any more.
function denyLast(claims: Claim[], denial: Pick<Claim, 'subject' | 'clause' | 'sentence' | 'articleId'>): Claim[] {
  const last = claims.at(-1);
  if (!last) return [];
  const denied = claims.filter(({ sentence }) => sentence === last.sentence);
  claims.splice(claims.length - denied.length, denied.length);
  const targets = [...new Set(denied.flatMap((claim) => claim.targets))];
  return [{ ...denial, targets, status: 'does-not', strength: DENIAL_STRENGTH, isExclusive: false, isMinimum: false }];
}

// "armv7 (no thumb) and arm64": the limit is armv7's alone.
function limitByAside(claim: Claim): Claim[] {
  const aside = claim.status === 'works' ? LIMITING_ASIDE.exec(claim.clause) : null;
  const limited = aside && findTargets(claim.clause.slice(0, aside.index)).at(-1)?.target;
  if (!limited) return [claim];
  const others = claim.targets.filter((target) => target !== limited);
  const partly: Claim = { ...claim, targets: [limited], status: 'partly', strength: LIMITED_STRENGTH };
  return others.length > 0 ? [partly, { ...claim, targets: others }] : [partly];
}

// "As promised in the spring": what came of it is said behind.
const AS_TOLD =
  /\bas\s+(?:promised|announced|expected|planned|hoped|reported)(?:\s+(?:in|by|last|here|two|a)\b(?:\s+\w+){0,2}?(?=\s+(?:there|it|they|the|\p{Lu})|,))?/giu;
const WILL = /['’]ll\b/gi;

// Less what denies or supposes beside the point.
function plainOf(clause: string): string {
  return [AS_TOLD, LIMITING_ASIDE, NO_DENIAL, DENIES_A_NOUN, CONDITION_BEHIND].reduce(
    (text, part) => text.replace(part, ' '),
    clause.replace(WILL, ' will'),
  );
}

interface Said {
  readonly status: ClaimStatus;
  readonly strength: number;
}

// What the clause says, or else goes on to say: a list of targets belongs to what was said before it.
function statusOf(clause: string, targets: readonly Target[], before: Said | undefined): Said | undefined {
  if (clause.length > MAX_CLAUSE) return undefined;
  if (NOR.test(clause)) return { status: 'does-not', strength: NOR_STRENGTH };
  if (before && SAME_AGAIN.test(clause)) return before;
  const goesOn = before && targets.length > 0 ? { ...before, strength: before.strength * INHERITED } : undefined;
  return statusOfItsOwn(clause, targets) ?? goesOn;
}

function statusOfItsOwn(clause: string, targets: readonly Target[]): Said | undefined {
  const found = readStatus(plainOf(clause)) ?? (NO_DENIAL_ONCE.test(clause) ? ALSO : undefined);
  if (targets.length === 0) return LIMIT.test(clause) ? { status: 'partly', strength: LIMITED_STRENGTH } : found;
  // "… except s390x": not there.
  if (EXCEPTION.test(clause)) return { status: 'does-not', strength: LIMITED_STRENGTH };
  return found ?? (EXCLUSIVE.test(clause) ? { status: 'works', strength: 2 } : undefined);
}
