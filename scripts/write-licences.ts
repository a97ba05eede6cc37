// Writes docs/licences.md from the lock file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listShippedPackages, renderLicences } from './shipped-packages.ts';

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
writeFileSync(join(root, 'docs', 'licences.md'), renderLicences(listShippedPackages(lock)));
