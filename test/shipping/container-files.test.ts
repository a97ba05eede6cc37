import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseDockerfile, readVariables } from '../../scripts/parse-dockerfile.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { foreignVariables, listSettings, readProjectFile, readProjectYaml } from './read-project-file.ts';

const stages = parseDockerfile(readProjectFile('Dockerfile'));
const image = stages.at(-1) ?? assert.fail();
const settings = listSettings();

test('the image is made of Node as the project asks for it, and runs as nobody in particular', () => {
  const major = readProjectFile('.node-version').trim();
  assert.deepEqual(
    stages.map(({ base }) => base),
    Array(3).fill(`node:${major}-slim`),
  );
  const names = image.instructions.map(({ name }) => name);
  assert.ok(names.lastIndexOf('USER') > names.lastIndexOf('COPY'), 'what is copied belongs to root');
  assert.ok(!names.includes('RUN'), 'nothing is run in the image itself');
  assert.deepEqual(findText('USER'), ['node']);
  assert.deepEqual(findText('VOLUME'), ['/data']);
});

test('the image sets nothing that is no setting, and keeps the store in its volume', () => {
  const variables = findText('ENV').flatMap(readVariables);
  const unknown = variables.filter(([name]) => !settings.has(name) && !foreignVariables.includes(name));
  assert.deepEqual(unknown, []);
  assert.equal(Object.fromEntries(variables).DATABASE_URL, 'sqlite:/data/bot.sqlite');
});

test('npm start gives Node the memory options that the image gives it', () => {
  const { start } = JSON.parse(readProjectFile('package.json')).scripts;
  const { NODE_OPTIONS: option } = Object.fromEntries(findText('ENV').flatMap(readVariables));
  assert.ok(option?.startsWith('--max-semi-space-size='));
  assert.ok(start.split(' ').includes(option), start);
});

test('all that the Dockerfile copies is there, is let through by .dockerignore, and nothing else is', () => {
  const copied = stages.flatMap(({ instructions }) =>
    instructions
      .filter(({ name, flags }) => name === 'COPY' && flags.from === undefined)
      .flatMap(({ text }) => text.split(/\s+/).slice(0, -1)),
  );
  assert.deepEqual(
    copied.filter((path) => !existsSync(join(projectRoot, path))),
    [],
  );
  const rules = readProjectFile('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  assert.deepEqual(
    [rules[0], ...rules.slice(1).sort()],
    ['*', ...[...new Set(copied)].map((path) => `!${path}`).sort()],
  );
});

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: object;
  readonly networks?: object;
  readonly secrets?: Readonly<Record<string, { file: string }>>;
}

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly depends_on?: object;
  readonly [key: string]: unknown;
}

for (const file of ['compose.yaml', 'compose.scale.yaml']) {
  const { services, ...named } = readProjectYaml<Compose>(file);
  const { bot } = services;

  test(`${file}: the bot can write to its volume only, has no rights, and stops in its own time`, () => {
    assert.ok(bot);
    assert.equal(bot.read_only, true);
    assert.deepEqual(bot.cap_drop, ['ALL']);
    assert.deepEqual(bot.security_opt, ['no-new-privileges:true']);
    assert.equal(bot.ports, undefined, 'nothing is open to the outside unless the operator opens it');
    // The program gives itself 10 seconds.
    assert.ok(Number.parseInt(String(bot.stop_grace_period), 10) > 10);
    assert.equal(bot.env_file, '.env');
    const writable = bot.volumes?.filter((volume) => !volume.endsWith(':ro')).map((volume) => volume.split(':')[1]);
    assert.deepEqual(writable, file === 'compose.yaml' ? findText('VOLUME') : []);
  });

  test(`${file}: every variable is a setting, and every name and path is there`, () => {
    assert.deepEqual(
      Object.keys(bot?.environment ?? {}).filter((name) => !settings.has(name)),
      [],
    );
    for (const [name, service] of Object.entries(services)) {
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) assert.ok(existsSync(join(projectRoot, source)), `${name}: ${source}`);
        else assert.ok(source in (named.volumes ?? {}), `${name}: the volume ${source}`);
      }
      for (const network of service.networks ?? []) assert.ok(network in (named.networks ?? {}), network);
      for (const secret of service.secrets ?? []) assert.ok(secret in (named.secrets ?? {}), secret);
      for (const other of Object.keys(service.depends_on ?? {})) assert.ok(other in services, other);
      assert.match(service.image ?? '', /^(?:works-on-arm-bot|[a-z]+:\d+-alpine)$/);
    }
    // No secret stands in a file of the repository, nor would git take the one beside it.
    const ignored = readProjectFile('.gitignore').split('\n');
    for (const { file: path } of Object.values(named.secrets ?? {})) {
      assert.ok(
        ignored.some((line) => line.endsWith('/') && path.startsWith(`./${line}`)),
        path,
      );
    }
  });
}

test('only the replicas reach their database, which reaches nobody', () => {
  const { services, networks } = readProjectYaml<Compose>('compose.scale.yaml');
  const users = Object.entries(services).filter(([, { networks: joined = [] }]) => joined.includes('store'));
  assert.deepEqual(users.map(([name]) => name).sort(), ['bot', 'postgres']);
  assert.deepEqual(services.postgres?.networks, ['store']);
  assert.deepEqual((networks as Record<string, unknown>).store, { internal: true });
});

function findText(name: string): string[] {
  return image.instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);
}
