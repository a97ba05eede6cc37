import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAddresses } from '#links/check-addresses.ts';
import { checkLink } from '#links/check-link.ts';
import { startLocalWeb } from './local-web.ts';

test('a page that is there is alive, also behind redirects, and is not read to its end', async () => {
  await using web = await startLocalWeb();
  const behind = web.at('news.example', `/to/${encodeURIComponent(web.at('other.example', '/page'))}`);
  // What has not changed is there, and what a second redirect names without a host is of the host that says so.
  const behindTwo = web.at('news.example', `/to/${encodeURIComponent(web.at('other.example', '/to/%2Fpage'))}`);
  const there = ['/page', '/endless', '/status/304'].map((path) => web.at('news.example', path));
  for (const address of [...there, behind, behindTwo]) {
    assert.deepEqual(await checkLink(address, web.rules), { kind: 'alive' }, address);
  }
  assert.deepEqual(
    web.asked.map(({ method, host }) => `${method} ${host}`),
    [
      ...['GET news.example', 'GET news.example', 'GET news.example', 'GET news.example', 'GET other.example'],
      ...['GET news.example', 'GET other.example', 'GET other.example'],
    ],
  );
});

test('dead is what is said to be gone; what a person might still see is only doubtful', async () => {
  await using web = await startLocalWeb();
  const states: [string, string, RegExp][] = [
    [web.at('news.example', '/status/404'), 'dead', /404/],
    [web.at('news.example', '/status/410'), 'dead', /410/],
    [web.at('gone.example', '/'), 'dead', /no such host/],
    [web.at('news.example', '/status/403'), 'doubtful', /403/],
    [web.at('news.example', '/status/500'), 'doubtful', /500/],
    [web.at('news.example', '/status/302'), 'doubtful', /answers 302/],
    [web.at('news.example', '/cut'), 'doubtful', /ECONNRESET/],
    [web.at('news.example', `/to/${encodeURIComponent('/status/404')}`), 'dead', /404/],
  ];
  for (const [address, kind, reason] of states) {
    const state = await checkLink(address, web.rules);
    assert.equal(state.kind, kind, address);
    assert.match('reason' in state ? state.reason : '', reason);
  }
});

test('a server that does not answer, and one that leads in circles, end in good time', async () => {
  await using web = await startLocalWeb();
  const silent = await checkLink(web.at('news.example', '/silent'), { ...web.rules, timeoutMs: 50 });
  assert.deepEqual(silent, { kind: 'doubtful', reason: 'no answer within 0.05 s' });
  const never = new Promise<never>(() => {});
  const unresolved = await checkLink('http://news.example/', { ...web.rules, resolve: () => never, timeoutMs: 50 });
  assert.deepEqual(unresolved, { kind: 'doubtful', reason: 'no answer within 0.05 s' });

  const before = web.asked.length;
  // "to/" without a value leads to itself.
  const circle = await checkLink(web.at('news.example', '/to/'), web.rules);
  assert.deepEqual(circle, { kind: 'doubtful', reason: 'more than 5 redirects' });
  assert.equal(web.asked.length - before, 6);
});

test('no address inside is connected to: by its number, by its name, or by a redirect', async () => {
  await using web = await startLocalWeb();
  const outward = (target: string) => web.at('news.example', `/to/${encodeURIComponent(target)}`);
  const inside = [
    'http://10.1.2.3/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0x7f.1.2.3/',
    web.at('inside.example', '/page'),
    web.at('both.example', '/page'),
    outward('http://169.254.169.254/latest'),
    outward(web.at('inside.example', '/page')),
    outward('file:///etc/passwd'),
    'ftp://news.example/',
    'mailto:editor@news.example',
    'no address',
  ];
  for (const address of inside) {
    assert.equal((await checkLink(address, web.rules)).kind, 'not-asked', address);
  }
  // Only the three that redirect reached the server, and nothing came of where they led.
  assert.deepEqual(
    web.asked.map(({ path }) => path.slice(0, 4)),
    ['/to/', '/to/', '/to/'],
  );
});

test('asks each address once, one at a time of a host, and tells how far it is', async () => {
  await using web = await startLocalWeb();
  const pages = ['/a', '/b', '/c', '/a', '/status/404'].map((path) => web.at('news.example', path));
  const progress: string[] = [];
  const states = await checkAddresses(pages, web.rules, (done, total) => progress.push(`${done}/${total}`));
  assert.deepEqual(
    [...states.values()].map(({ kind }) => kind),
    ['alive', 'alive', 'alive', 'dead'],
  );
  assert.deepEqual(progress, ['1/4', '2/4', '3/4', '4/4']);
  assert.equal(web.asked.length, 4);
  assert.equal(web.mostAtOnce, 1);
});

test('a host that is not found is dead, but when none is found nobody can say', async () => {
  await using web = await startLocalWeb();
  const gone = web.at('gone.example', '/');
  const [alone, beside] = [
    await checkAddresses([gone, web.at('lost.example', '/')], web.rules, () => {}),
    await checkAddresses([gone, web.at('news.example', '/')], web.rules, () => {}),
  ];
  assert.deepEqual([alone.get(gone)?.kind, beside.get(gone)?.kind], ['doubtful', 'dead']);
  const silent = web.at('news.example', '/silent');
  const besideSilence = await checkAddresses([gone, silent], { ...web.rules, timeoutMs: 50 }, () => {});
  assert.deepEqual([besideSilence.get(gone)?.kind, besideSilence.get(silent)?.kind], ['doubtful', 'doubtful']);
  assert.match(JSON.stringify(besideSilence.get(silent)), /no answer within/);
  const notAsked = await checkAddresses([gone, 'http://10.1.2.3/', 'mailto:ada@mill.example'], web.rules, () => {});
  assert.equal(notAsked.get(gone)?.kind, 'doubtful', 'a link that is never asked says nothing of the network');
});

test('a page that its server says is gone is dead, be it the only one asked', async () => {
  await using web = await startLocalWeb();
  const page = web.at('news.example', '/status/404');
  assert.equal((await checkAddresses([page], web.rules, () => {})).get(page)?.kind, 'dead');
});
