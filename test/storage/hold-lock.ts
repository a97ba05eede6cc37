// Takes a lock and holds it until it is killed: node hold-lock.ts URL NAME
import { openStore } from '#storage/opening/open-store.ts';
import { noLog, parseAddress } from './store-address.ts';

const [url = '', name = ''] = process.argv.slice(2);
const store = await openStore(parseAddress(url), { log: noLog, now: () => 0 });
const held = await store.locks.tryHold(name);
process.stdout.write(held ? 'held\n' : 'refused\n');
// Something to live for.
setInterval(() => undefined, 1_000);
