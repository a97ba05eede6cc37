/** A key without letter case, blanks and marks: `Publish_Date`, `publishDate` and `:publish-date` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Keys that are read for what they say of the issue itself. */
const describingKeys: ReadonlySet<string> = new Set(['title', 'date', 'author', 'link', 'restates']);

/** Keys that hold an issue back when they are true. */
export const holdingKeys: ReadonlySet<string> = new Set([
  'draft',
  'isdraft',
  'wip',
  'unpublished',
  'unlisted',
  'hidden',
  'private',
  'headless',
  'embargoed',
  'excluded',
  'ignored',
  'donotpublish',
  'eleventyexcludefromcollections',
]);

/** Keys that hold an issue back when they are false. */
export const releasingKeys: ReadonlySet<string> = new Set([
  'published',
  'ispublished',
  'publish',
  'public',
  'released',
]);

/** Keys that mean the issue wherever they stand; others only at the top, or in one of these groups. */
export const deepKeys: ReadonlySet<string> = new Set(['draft', 'isdraft', 'unpublished', 'donotpublish']);
export const groups: ReadonlySet<string> = new Set([
  'params',
  'build',
  'extra',
  'meta',
  'metadata',
  'page',
  'post',
  'publishing',
  'publication',
]);

/** Keys below `build` that say whether a site shows the page at all. */
export const buildKeys: ReadonlySet<string> = new Set(['render', 'list']);

/** Keys that hold an issue back until a moment. */
export const fromKeys: ReadonlySet<string> = new Set([
  'publishdate',
  'pubdate',
  'publisheddate',
  'publicationdate',
  'publishat',
  'publishon',
  'publishedat',
  'publishedon',
  'releasedate',
  'releaseat',
  'scheduled',
  'scheduledat',
  'scheduledfor',
  'embargo',
  'embargodate',
  'embargountil',
  'golive',
  'notbefore',
  'availablefrom',
  'validfrom',
]);

/** Keys that hold an issue back from a moment on. */
export const untilKeys: ReadonlySet<string> = new Set([
  'expirydate',
  'expiry',
  'expires',
  'expiresat',
  'expireson',
  'expirationdate',
  'unpublishdate',
  'unpublishat',
  'notafter',
  'validuntil',
]);

/** Keys that name a state, and the states that are none of a finished issue. */
export const stateKeys: ReadonlySet<string> = new Set(['status', 'state', 'stage', 'visibility', 'poststatus']);
export const unfinishedStates: ReadonlySet<string> = new Set([
  'draft',
  'wip',
  'workinprogress',
  'inprogress',
  'pending',
  'review',
  'inreview',
  'scheduled',
  'future',
  'hidden',
  'private',
  'unlisted',
  'unpublished',
  'notpublished',
  'embargoed',
  'trash',
]);

/** Whether a key says something about publishing. */
export function isPublicationKey(key: string): boolean {
  const plain = plainKey(key);
  return [holdingKeys, releasingKeys, fromKeys, untilKeys, stateKeys].some((keys) => keys.has(plain));
}

const MAX_MARK_WORDS = 3;
const MAX_MARK_CHARACTERS = 40;

/** Whether a line of text reads like a key that is known here, not like prose with a colon in it. */
export function isKnownKey(key: string, value: string): boolean {
  if (describingKeys.has(plainKey(key))) return true;
  const words = value.trim();
  return isPublicationKey(key) && words.length <= MAX_MARK_CHARACTERS && words.split(/\s+/).length <= MAX_MARK_WORDS;
}
