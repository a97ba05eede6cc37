// Loaded before the program: writes down every connection it begins and every name it looks up, as lines in the file that
// CONNECTIONS_FILE names. With CONNECTIONS_REFUSED set, each of them fails instead, and nobody is reached.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const { CONNECTIONS_FILE: file, CONNECTIONS_REFUSED: isRefused } = process.env;
const record = (line) => appendFileSync(file, `${line}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function recordedConnect(...args) {
  const [options] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args);
  const place = options.path ?? `${options.host ?? 'localhost'}:${options.port}`;
  record(`connect ${place}`);
  if (!isRefused) return connect.apply(this, args);
  process.nextTick(() => this.destroy(Object.assign(new Error('refused by a test'), { code: 'ECONNREFUSED' })));
  return this;
};

for (const [owner, name] of [
  ...['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'].map((name) => [dns, name]),
  ...['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'].map((name) => [dns.promises, name]),
]) {
  const original = owner[name];
  owner[name] = (host, ...rest) => {
    record(`lookup ${host}`);
    return original.call(owner, host, ...rest);
  };
}

const { createSocket } = dgram;
dgram.createSocket = (...args) => {
  record('datagram');
  return createSocket(...args);
};
