import type { PostContent } from '#announcing/outbox.ts';
import type { Response } from '#conversation/response.ts';
import type { Fact } from '#facts/fact.ts';
import type { Issue } from '#newsletter/issue.ts';
import { composeDigest } from './compose-digest.ts';

/** An issue's reviewed facts; they give the headlines of a post their signs. */
export type FactsOf = (issueId: string) => readonly Fact[];

/** A post in words; or why there is nothing to say any more. */
export type ComposedPost =
  | { readonly response: Response; readonly title: string; readonly problem?: undefined }
  | { readonly problem: string };

/** Puts a post into words, from the issues as they are now. */
export function composePost(
  { issueId, earlierIssueIds }: PostContent,
  issues: readonly Issue[],
  factsOf: FactsOf = () => [],
  isStillPublished: (issue: Issue) => boolean = ({ isDraft }) => !isDraft,
): ComposedPost {
  const issue = issues.find(({ id }) => id === issueId);
  if (issue === undefined) return { problem: 'The issue is gone from the archive.' };
  if (issue.isDraft) return { problem: 'The issue is a draft again.' };
  if (!isStillPublished(issue))
    return { problem: 'The issue is not to be posted now, by the dates in its front matter.' };
  const earlier = earlierIssueIds.flatMap(
    (earlierId) => issues.find((one) => one.id === earlierId && isStillPublished(one)) ?? [],
  );
  const line = `issue ${issueId}`;
  const response: Response = {
    reply: composeDigest(issue, earlier, factsOf(issueId)),
    outcome: { kind: 'command', command: 'issue' },
    line,
    issueId,
  };
  return { response, title: issue.title };
}
