import { Errors, type HttpClient, listServerRefs } from 'isomorphic-git';
import { type GitSource, SourceError } from '#sources/content-source.ts';

/** What a branch or tag leads to at the moment. */
export interface FoundCommit {
  /** In full, such as `refs/heads/main`. */
  readonly ref: string;
  readonly oid: string;
}

/** Asks the server where the source's branch is; a small request, whatever the size of the repository. */
export async function findCommit(source: GitSource, http: HttpClient): Promise<FoundCommit> {
  const ask = (prefix: string) =>
    listServerRefs({ http, url: source.address, prefix, symrefs: true, peelTags: true }).catch((error: unknown) => {
      throw explainGitError(error, source);
    });
  if (source.branch === undefined) {
    const refs = await ask('HEAD');
    const head = refs.find(({ ref }) => ref === 'HEAD');
    if (head === undefined) {
      throw new SourceError('CONTENT_GIT: the repository is empty.', {
        remedy: 'Push the newsletter to it; the next look finds it.',
      });
    }
    return { ref: head.target ?? 'HEAD', oid: head.oid };
  }
  for (const ref of [`refs/heads/${source.branch}`, `refs/tags/${source.branch}`]) {
    const found = (await ask(ref)).find((one) => one.ref === ref);
    if (found !== undefined) return { ref, oid: found.peeled ?? found.oid };
  }
  throw new SourceError(`CONTENT_GIT: there is no branch "${source.branch}" in the repository.`, {
    remedy: 'Correct what follows the # in it: #branch, #branch:folder, or #:folder.',
  });
}

/** What the library throws, in words for an operator; what has them already is passed on. */
export function explainGitError(error: unknown, { token }: GitSource): SourceError {
  if (error instanceof SourceError) return error;
  const explain = (message: string, remedy: string) =>
    new SourceError(`CONTENT_GIT: ${message}`, { remedy, cause: error });
  if (error instanceof Errors.HttpError) {
    const { statusCode } = error.data;
    const remedy =
      token === undefined
        ? 'Correct the address; for a private repository, set CONTENT_GIT_TOKEN.'
        : 'Correct the address, or make a new CONTENT_GIT_TOKEN that may read this repository.';
    if ([401, 403, 404].includes(statusCode)) return explain(`the server answers ${statusCode}.`, remedy);
    return explain(`the server answers ${statusCode}.`, 'The next look tries again.');
  }
  if (error instanceof Errors.SmartHttpError || error instanceof Errors.ParseError) {
    return explain('no Git repository answers there.', 'Give the address that "git clone" takes, with https://.');
  }
  const message = error instanceof Error ? error.message : String(error);
  return explain(`the repository could not be read (${message.slice(0, 200)}).`, 'The next look tries again.');
}
