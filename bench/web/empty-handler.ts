// Nothing but the framework, to compare with: the port of WEB_PORT, and an object that is always the same.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/api/ask', (context) => context.json({ answered: true }));
const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
server.listen(Number(process.env.WEB_PORT), '127.0.0.1', () => process.stdout.write('The page is at hand\n'));
