// Who am I, who is that, and where to connect.
import { type ApiMethod, ApiRefusal, getText, getWorkspace } from './api-call.ts';

const testAuth: ApiMethod = {
  token: 'any',
  scopes: [],
  args: [],
  run({ state, token }) {
    const { app } = state.world;
    const workspace = token?.workspace;
    if (workspace === undefined) return { ok: true, app_id: app.id, app_name: app.name };
    return {
      ok: true,
      url: `https://${workspace.domain}.slack.com/`,
      team: workspace.name,
      user: app.name,
      team_id: workspace.id,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    };
  },
};

const openConnection: ApiMethod = {
  token: 'app',
  scopes: ['connections:write'],
  tier: 1,
  args: [],
  run: ({ state }) => ({ ok: true, url: state.openSocketUrl() }),
};

const showUser: ApiMethod = {
  token: 'bot',
  scopes: ['users:read'],
  tier: 4,
  args: ['user', 'include_locale'],
  run(call) {
    const workspace = getWorkspace(call);
    const id = getText(call, 'user');
    const person = workspace.people.get(id);
    const isBot = id === workspace.botUserId;
    if (person === undefined && !isBot) throw new ApiRefusal('user_not_found');
    const name = person?.name ?? call.state.world.app.name;
    return {
      ok: true,
      user: {
        id,
        team_id: workspace.id,
        name,
        real_name: name,
        deleted: false,
        is_bot: isBot,
        is_app_user: false,
        tz: 'Europe/Amsterdam',
        tz_offset: 3600,
        profile: {
          real_name: name,
          display_name: name,
          team: workspace.id,
          ...(isBot ? { bot_id: workspace.botId } : {}),
        },
      },
    };
  },
};

const showBot: ApiMethod = {
  token: 'bot',
  scopes: ['users:read'],
  tier: 3,
  args: ['bot', 'team_id'],
  run(call) {
    const { botId, botUserId } = getWorkspace(call);
    if (getText(call, 'bot') !== botId) throw new ApiRefusal('bot_not_found');
    const { id: appId, name } = call.state.world.app;
    return {
      ok: true,
      bot: { id: botId, app_id: appId, user_id: botUserId, name, deleted: false, updated: 0, icons: {} },
    };
  },
};

export const accountMethods: Readonly<Record<string, ApiMethod>> = {
  'auth.test': testAuth,
  'apps.connections.open': openConnection,
  'users.info': showUser,
  'bots.info': showBot,
};
