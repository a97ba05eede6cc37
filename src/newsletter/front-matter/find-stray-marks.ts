import { holdingWarning } from '#newsletter/content-warning.ts';
import { laterMoment } from '#newsletter/days/parse-moment.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import { isPublicationKey } from './publication-keys.ts';
import { type Publication, readPublication } from './read-publication.ts';
import { shownLine } from './ruler.ts';

const MAX_LINES = 12;
const MAX_WORDS = 3;
// Bounded throughout: it is tried on any line at the head of a file.
const MARK =
  /^[^\p{L}\p{N}]{0,16}(?:comment[^\p{L}\p{N}]{1,9})?((?:is[ _-]?)?draft|published?|unpublished|(?:publish|pub|embargo)[ _-]?(?:date|until|at|on)|embargo|not[ _-]before)["'*_`]{0,3}[ \t]{0,3}[:=\uff1a](.{0,60})/iu;
const BARE =
  /^[^\p{L}\p{N}]{0,16}(?:(?:this is )?(?:only )?(?:still )?an? )?(?:draft(?:[ \t]{1,9}(?:true|yes|on|1))?|wip|work in progress|do not (?:publish|post|send|release)(?: yet)?|not (?:yet )?for (?:release|publication))[^\p{L}\p{N}]{0,16}$/iu;

/** What lines at the head of the text, such as "Draft: yes" or "DO NOT PUBLISH", say of posting the issue, though they stand in no front matter. */
export function findStrayMarks(file: string, lines: readonly string[]): Omit<Publication, 'notAfter'> {
  const problems: ContentProblem[] = [];
  let notBefore: string | undefined;
  let shown = 0;
  for (const [index, line] of lines.entries()) {
    const text = shownLine(line);
    if (text === '') continue;
    if (++shown > MAX_LINES || (shown > 1 && /^#{1,6}[ \t]/.test(text))) break;
    if (!BARE.test(text) && !isHolding(text)) continue;
    const message = `the line ${JSON.stringify(text.slice(0, 60))} reads like a mark that the issue is not to be posted; it is not posted`;
    const remedy = 'put “draft: true” between two lines of three hyphens at the head of the file, or take the line out';
    problems.push(holdingWarning(file, index + 1, message, remedy));
  }
  return { isHeld: problems.length > 0, notBefore, problems };

  function isHolding(text: string): boolean {
    const match = MARK.exec(text);
    const key = match?.[1] ?? '';
    const value = (match?.[2] ?? '').replaceAll(/[*_"'`{}()[\]<>,;]/g, ' ').trim();
    const words = value.replace(/\s{0,9}-{2,9}$/, '');
    if (match === null || !isPublicationKey(key) || words.split(/\s+/).length > MAX_WORDS) return false;
    const read = readPublication(file, [{ key, parents: [], value: words, line: 1 }]);
    notBefore = laterMoment(notBefore, read.notBefore);
    // "Published: weekly" is prose; "Draft: weekly" is better asked about.
    return read.isHeld && (read.problems.length === 0 || /draft/i.test(key));
  }
}
