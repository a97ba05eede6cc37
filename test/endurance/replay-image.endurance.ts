// The image's steps as they stand, `npm ci` included, which may need the network: the test of the same name in
// test/shipping/ copies the packages instead. Some minutes.
import { test } from 'node:test';
import { tryImage } from '../shipping/try-image.ts';

test('what the Dockerfile makes, installed anew, starts, is healthy, answers, and ends when told to', () => tryImage());
