// assistant.threads.*: docs.slack.dev/reference/methods/assistant.threads.setStatus and its neighbours
import { type ApiCall, type ApiMethod, ApiRefusal, getChannel, getText, refuseArguments } from './api-call.ts';
import { type JsonObject, listObjects } from './slack-json.ts';
import type { PaneThread } from './slack-state.ts';
import type { Channel } from './slack-world.ts';

const mostPrompts = 4;
const mostLoadingMessages = 10;

/** The thread's entry; made at the first call for it. */
function getThread(call: ApiCall, channel: Channel, threadTs: string): PaneThread {
  if (threadTs !== '' && call.state.messages.find(channel.id, threadTs) === undefined)
    throw new ApiRefusal('invalid_thread_ts');
  const key = `${channel.id} ${threadTs}`;
  const thread = call.state.paneThreads.get(key) ?? { status: '', title: '', prompts: [] };
  call.state.paneThreads.set(key, thread);
  return thread;
}

const setStatus: ApiMethod = {
  token: 'bot',
  // Either one since March 2026; assistant:write is to go.
  scopes: ['chat:write', 'assistant:write'],
  args: ['channel_id', 'thread_ts', 'status', 'loading_messages', 'icon_emoji', 'icon_url', 'username'],
  run(call) {
    const channel = getChannel(call, 'channel_id');
    const { status, loading_messages: loading } = call.args;
    // An empty status takes the shown one away.
    if (typeof status !== 'string') return refuseArguments('missing required field: status');
    if (loading !== undefined && (!Array.isArray(loading) || loading.length > mostLoadingMessages)) {
      return refuseArguments(`no more than ${mostLoadingMessages} items allowed [json-pointer:/loading_messages]`);
    }
    getThread(call, channel, getText(call, 'thread_ts')).status = status;
    return { ok: true };
  },
};

const setTitle: ApiMethod = {
  token: 'bot',
  scopes: ['assistant:write'],
  args: ['channel_id', 'thread_ts', 'title'],
  run(call) {
    const channel = getChannel(call, 'channel_id');
    getThread(call, channel, getText(call, 'thread_ts')).title = getText(call, 'title');
    return { ok: true };
  },
};

const setSuggestedPrompts: ApiMethod = {
  token: 'bot',
  scopes: ['assistant:write'],
  tier: 4,
  args: ['channel_id', 'thread_ts', 'prompts', 'title'],
  run(call) {
    const channel = getChannel(call, 'channel_id');
    const prompts = checkPrompts(call.args.prompts);
    const { pane } = call.state.world.app;
    if (channel.kind !== 'im') throw new ApiRefusal('channel_not_found');
    const threadTs = pane === 'assistant' ? getText(call, 'thread_ts') : '';
    if (pane === 'agent' && call.args.thread_ts !== undefined) {
      call.state.log.addProblem(
        'assistant.threads.setSuggestedPrompts with a thread_ts does nothing in the agent pane',
      );
      return { ok: true };
    }
    getThread(call, channel, threadTs).prompts = prompts;
    return { ok: true };
  },
};

function checkPrompts(prompts: unknown): JsonObject[] {
  const list = listObjects(prompts);
  if (!Array.isArray(prompts) || list.length !== prompts.length || list.length === 0) {
    return refuseArguments('missing required field: prompts');
  }
  if (list.length > mostPrompts)
    return refuseArguments(`no more than ${mostPrompts} items allowed [json-pointer:/prompts]`);
  list.forEach(({ title, message }, at) => {
    if (typeof title !== 'string' || title === '')
      refuseArguments(`missing required field: title [json-pointer:/prompts/${at}]`);
    if (typeof message !== 'string' || message === '')
      refuseArguments(`missing required field: message [json-pointer:/prompts/${at}]`);
  });
  return list;
}

export const paneMethods: Readonly<Record<string, ApiMethod>> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setTitle': setTitle,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
