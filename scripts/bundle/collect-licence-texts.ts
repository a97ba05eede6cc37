import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const licenceFile = /^(?:licen[cs]e|copying|notice)/i;
const packageFolder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** The licences of all packages that these files belong to, as one text: what whoever passes the files on has to pass on, too. */
export function collectLicenceTexts(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => findPackageFolder(file) ?? []));
  const texts = [...folders].map((folder) => {
    const { name, version, license = 'none stated', author } = readPackageFile(folder);
    const names = readdirSync(folder).filter((entry) => licenceFile.test(entry));
    const bodies = names.sort().map((entry) => readFileSync(join(folder, entry), 'utf8').trim());
    const owner = typeof author === 'object' ? author.name : author;
    const stated = `Licence: ${license}${owner === undefined ? '' : `, by ${owner}`}`;
    return { title: `${name} ${version}`, text: [stated, ...bodies].join('\n\n') };
  });
  const line = '='.repeat(80);
  return texts
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, text }) => `${line}\n${title}\n${line}\n\n${text}\n`)
    .join('\n');
}

/** Some packages ship parts of others as their own, in a folder named so: those are theirs to answer for. */
function findPackageFolder(file: string): string | undefined {
  const folder = packageFolder.exec(file)?.[0];
  if (folder === undefined || existsSync(join(folder, 'package.json'))) return folder;
  return findPackageFolder(dirname(folder));
}

function readPackageFile(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
