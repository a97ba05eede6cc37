import type { Article } from '#newsletter/issue.ts';
import type { Claim } from './claim.ts';
import { findTargets } from './find-targets.ts';
import { nameSubject } from './name-subject.ts';
import { splitClauses } from './split-clauses.ts';
import { readStatus } from './status-cues.ts';
import type { Target } from './target.ts';

const HEADING = -1;

/** Everything that an article says of how its subjects stand, in the order of the text, the heading first. */
export function extractClaims(article: Article): Claim[] {
  if (article.kind === 'housekeeping') return [];
  const subject = nameSubject(article.heading);
  const claims: Claim[] = [];
  const read = (text: string, sentence: number) => {
    for (const clause of splitClauses(text)) {
      const found = readStatus(clause);
      const targets = targetsIn(clause);
      if (!found) continue;
      claims.push({
        subject,
        targets,
        status: found.status,
        strength: found.strength,
        clause,
        sentence,
        articleId: article.id,
      });
    }
  };
  read(article.heading, HEADING);
  for (const [place, sentence] of article.sentences.entries()) if (sentence.kind !== 'code') read(sentence.text, place);
  return claims;
}

function targetsIn(clause: string): Target[] {
  return [...new Set(findTargets(clause).map(({ target }) => target))];
}
