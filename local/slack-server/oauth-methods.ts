// Installing into a workspace. docs.slack.dev/authentication/installing-with-oauth
import { type ApiMethod, ApiRefusal, getText } from './api-call.ts';
import type { SlackState } from './slack-state.ts';

const codeLifeMs = 10 * 60 * 1000;

const exchangeCode: ApiMethod = {
  token: 'none',
  scopes: [],
  tier: 4,
  args: ['client_id', 'client_secret', 'code', 'redirect_uri', 'grant_type', 'refresh_token'],
  run(call) {
    const { state, args } = call;
    const { app, workspaces, tokens } = state.world;
    if (args.client_id !== app.clientId) throw new ApiRefusal('invalid_client_id');
    if (args.client_secret !== app.clientSecret) throw new ApiRefusal('bad_client_secret');
    const code = state.oauthCodes.get(getText(call, 'code'));
    if (code === undefined) throw new ApiRefusal('invalid_code');
    if (code.isUsed) throw new ApiRefusal('code_already_used');
    if (state.clock.now() - code.madeAt > codeLifeMs) throw new ApiRefusal('invalid_code');
    if (code.redirectUri !== undefined && args.redirect_uri !== code.redirectUri)
      throw new ApiRefusal('bad_redirect_uri');
    const workspace = workspaces.get(code.team);
    if (workspace === undefined) throw new ApiRefusal('team_not_found');
    code.isUsed = true;
    for (const scope of code.scopes) workspace.scopes.add(scope);
    workspace.isInstalled = true;
    tokens.set(workspace.botToken, { kind: 'bot', workspace, state: 'live' });
    return {
      ok: true,
      access_token: workspace.botToken,
      token_type: 'bot',
      scope: [...workspace.scopes].join(','),
      bot_user_id: workspace.botUserId,
      app_id: app.id,
      team: { id: workspace.id, name: workspace.name },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: code.userId },
    };
  },
};

export const oauthMethods: Readonly<Record<string, ApiMethod>> = { 'oauth.v2.access': exchangeCode };

/** What the person in the browser does on Slack's page. */
export interface Consent {
  readonly team: string;
  readonly userId: string;
  readonly isGranted: boolean;
}

/** Slack's page that asks for consent: where it sends the browser, or why it does not. */
export function authorize(
  state: SlackState,
  query: URLSearchParams,
  consent: Consent,
): { location: string } | { error: string } {
  const { app } = state.world;
  if (query.get('client_id') !== app.clientId) return { error: 'invalid_client_id' };
  const asked = query.get('redirect_uri') ?? undefined;
  const isListed = app.redirectUrls.some((url) => asked?.startsWith(url));
  if (asked !== undefined && app.redirectUrls.length > 0 && !isListed) return { error: 'bad_redirect_uri' };
  const target = URL.parse(asked ?? app.redirectUrls[0] ?? '');
  if (target === null) return { error: 'bad_redirect_uri' };
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !/^[a-z_]+(?:[:.][a-z_]+)*(?::[a-z._]+)?$/.test(scope));
  if (scopes.length === 0 || unknown !== undefined) return { error: 'invalid_scope' };
  const oauthState = query.get('state');
  if (oauthState !== null) target.searchParams.set('state', oauthState);
  if (!consent.isGranted) {
    target.searchParams.set('error', 'access_denied');
    return { location: target.href };
  }
  const code = `${state.clock.nextId('').toLowerCase()}.code`;
  const { team, userId } = consent;
  state.oauthCodes.set(code, { team, userId, scopes, redirectUri: asked, madeAt: state.clock.now(), isUsed: false });
  target.searchParams.set('code', code);
  return { location: target.href };
}
