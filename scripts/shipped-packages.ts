/** What `package-lock.json` says of one package. */
interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** A package that is shipped: in the image, and wherever development is left out. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const folder = 'node_modules/';

interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Where each package lies that `npm ci --omit=dev --omit=optional` installs. */
export function listShippedPaths({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path]) => path);
}

/** Every such package, by name, each version once. */
export function listShippedPackages(lock: LockFile): ShippedPackage[] {
  const shipped = new Map<string, ShippedPackage>();
  for (const path of listShippedPaths(lock)) {
    const { version = '', license: licence = 'none stated' } = lock.packages[path] ?? {};
    const name = path.slice(path.lastIndexOf(folder) + folder.length);
    shipped.set(`${name} ${version}`, { name, version, licence });
  }
  return [...shipped.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** The page for people: how many packages under which licence, then each one. */
export function renderLicences(shipped: readonly ShippedPackage[]): string {
  const byLicence = Map.groupBy(shipped, ({ licence }) => licence);
  const sums = [...byLicence].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return [
    '# Licences of what is shipped',
    '',
    'The bot itself is under the [MIT licence](../LICENSE). It is shipped with these packages, whose licence texts lie in',
    'their folders below `node_modules`, and in `LICENCES.txt` of the image and of every bundle. `npm run licences` writes this page',
    'from the lock file, and a test compares the two.',
    '',
    '| Licence | Packages |',
    '|---|---|',
    ...sums.map(([licence, packages]) => `| ${licence} | ${packages.length} |`),
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
  ].join('\n');
}
