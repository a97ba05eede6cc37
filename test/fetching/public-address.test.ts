import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from '#fetching/public-address.ts';

test('what leads to this machine, a network around it or an example is not public', () => {
  const inside = [
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2001::1',
    '2001:1::1',
    '2001:1ff:ffff::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    '3fff:fff:ffff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
  ];
  assert.deepEqual(inside.filter(isPublicAddress), []);
});

test('the rest of the internet is public, to the neighbours of what is not', () => {
  const outside = [
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.1',
    '192.167.255.255',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
  ];
  const outside6 = ['2606:4700::1111', '2a00:1450::1', '2001:200::1', '2003::1', '3fff:1000::1'];
  assert.deepEqual([...outside, ...outside6].filter(isPublicAddress), [...outside, ...outside6]);
});

test('what is no address is not public', () => {
  assert.deepEqual(['', 'localhost', '1.2.3', '01.2.3.4', 'example.org'].filter(isPublicAddress), []);
});
