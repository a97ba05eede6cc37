import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPublication } from '#newsletter/front-matter/read-publication.ts';

function read(path: string, value: string | boolean) {
  const parents = path.split('.');
  return readPublication('2031-W07.md', [{ key: parents.pop() ?? '', parents, value, line: 2 }]);
}

const words = (list: string) => list.trim().split(/\s+/);

describe('keys of site programs and publishing desks, each of which is read', () => {
  for (const key of words(`draft isDraft wip unpublished unlisted hidden private headless embargoed excluded ignored do_not_publish
    eleventyExcludeFromCollections`))
    test(`${key}: true holds back`, () => assert.equal(read(key, true).isHeld, true));

  for (const key of words('published isPublished publish public released'))
    test(`${key}: false holds back`, () => assert.equal(read(key, false).isHeld, true));

  for (const key of words(`publishDate pubDate publishedDate publicationDate publishAt publishOn publishedAt publishedOn releaseDate
    releaseAt scheduled scheduledAt scheduledFor embargo embargoDate embargoUntil goLive notBefore availableFrom validFrom published`))
    test(`${key}: a day to come`, () => assert.equal(read(key, '2031-02-14').notBefore, '2031-02-14'));

  for (const key of words(
    'expiryDate expiry expires expiresAt expiresOn expirationDate unpublishDate unpublishAt notAfter validUntil',
  ))
    test(`${key}: a day on which it ends`, () => assert.equal(read(key, '2031-02-14').notAfter, '2031-02-14'));

  for (const key of words('status state stage visibility post_status'))
    test(`${key}: a state that is none of a finished issue`, () => {
      for (const state of words(`draft wip work-in-progress in-progress pending review in-review scheduled future hidden private
        unlisted unpublished not-published embargoed trash`))
        assert.equal(read(key, state).isHeld, true, state);
      for (const state of words('final published public live done'))
        assert.equal(read(key, state).isHeld, false, state);
    });

  for (const group of words('params build extra meta metadata page post publishing publication'))
    test(`in the group ${group} they are the issue’s`, () =>
      assert.equal(read(`${group}.unlisted`, true).isHeld, true));
  for (const key of words('draft isDraft unpublished doNotPublish'))
    test(`${key} is the issue’s wherever it stands`, () => assert.equal(read(`cover.image.${key}`, true).isHeld, true));
});
