import assert from 'node:assert/strict';
import type { WholeAnswer } from '#answering/answers/answer-question.ts';
import type { Citation } from '#answering/wording/answer.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { fold } from '#facts/check-facts.ts';
import type { Article } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';

const MAX_TEXT = 900;
const MAX_QUOTE = 400;
const TODAY = '2033-02-14';

/** What holds for every answer, whatever was asked and whatever the archive holds. */
export function assertSoundAnswer(answer: WholeAnswer, snapshot: Snapshot): void {
  if (answer.answered) assert.notEqual(answer.verdict, 'unknown', 'an answer does not say that it does not know');
  else assert.ok(answer.verdict === undefined || answer.verdict === 'unknown', 'silence is never a verdict');
  assert.ok(answer.lead.trim(), 'there is always something said');
  if (answer.answered) assert.ok(answer.citations.length > 0, 'every answer cites its article');
  for (const citation of answer.citations) assertWordForWord(citation, snapshot);
  for (const suggestion of answer.suggestions) assert.ok(suggestion.trim(), 'a suggestion is a whole question');
  const text = replyToText(composeAnswer(answer, TODAY), MAX_TEXT);
  assert.ok(text.length > 0 && text.length <= MAX_TEXT, `the reply has ${text.length} characters`);
}

// A quote is a part of what the article says or the address of a link of it, and its links are the article's.
function assertWordForWord({ source, quote, links }: Citation, snapshot: Snapshot): void {
  assert.ok(quote.length <= MAX_QUOTE, `a quote has ${quote.length} characters`);
  const issue = snapshot.issues.find(({ id }) => id === source.issueId);
  assert.ok(issue, 'the issue that is cited is there');
  assert.ok(source.day !== '' && issue.date.day.startsWith(source.day), `not its day: ${source.day}`);
  if (source.heading === '' && quote === '' && links.length === 0) return;
  const articles = issue.articles.filter(({ heading }) => heading === source.heading);
  assert.ok(articles.length > 0, 'the heading that is cited is there');
  const urls = new Set(articles.flatMap((article) => article.links.map(({ url }) => url)));
  for (const { url } of links) assert.ok(urls.has(url), `not a link of the article: ${url}`);
  if (urls.has(quote)) return;
  const holders = articles.filter((article) => textsOf(article).some((text) => text.includes(fold(quote))));
  assert.ok(holders.length > 0, `not word for word in the article: ${JSON.stringify(quote)}`);
  if (textsOf(holders[0] as Article).every((text) => text.isWellFormed())) assert.ok(quote.isWellFormed());
}

// As the checker of facts compares them: markup, letter case and kinds of quotation marks are no words.
function textsOf({ heading, sentences, links }: Article): string[] {
  return [heading, sentences.map(({ text }) => text).join(' '), ...links.map(({ words }) => words)].map(fold);
}
