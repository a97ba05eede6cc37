import type { PermissionName } from './permission-bits.ts';
import type { ChannelKind } from './world-model.ts';

export type UserOptions = { readonly name: string; readonly bot?: boolean; readonly acceptsDirectMessages?: boolean };

export type RoleOptions = {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
  /** Names of the users who hold the role. */
  readonly heldBy?: readonly string[];
};

export type OverwriteOptions = {
  /** 'everyone', 'bot', or the name of a role of the guild. */
  readonly who: string;
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
};

export type ChannelOptions = {
  readonly name: string;
  readonly kind?: Exclude<ChannelKind, 'dm' | 'announcementThread' | 'publicThread' | 'privateThread'>;
  readonly overwrites?: readonly OverwriteOptions[];
  readonly tags?: readonly string[];
  readonly requiresTag?: boolean;
};

export type GuildOptions = {
  readonly name: string;
  readonly channels?: readonly ChannelOptions[];
  readonly roles?: readonly RoleOptions[];
  /** What everybody in the guild may do. */
  readonly everyonePermissions?: readonly PermissionName[];
  /** What the bot's own role adds: the permissions of its invite link. */
  readonly botPermissions?: readonly PermissionName[];
  readonly hasBot?: boolean;
};

export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

export type WorldOptions = {
  readonly botName?: string;
  readonly token?: string;
  readonly users?: readonly UserOptions[];
  readonly guilds?: readonly GuildOptions[];
  /** The privileged intents that are switched on for the application: by default none. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
};

/** What an ordinary member may do in a guild that nobody has configured. */
export const ordinaryPermissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseApplicationCommands',
] as const satisfies readonly PermissionName[];

/** A small world that suits most tests: one guild, four channels, two people, another bot. */
export const ordinaryWorld: Required<Pick<WorldOptions, 'users' | 'guilds'>> = {
  users: [{ name: 'ada' }, { name: 'linus' }, { name: 'otherbot', bot: true }],
  guilds: [
    {
      name: 'Workshop',
      channels: [
        { name: 'general' },
        { name: 'hardware' },
        { name: 'news', kind: 'announcement' },
        { name: 'questions', kind: 'forum', tags: ['solved'] },
      ],
      roles: [{ name: 'makers', mentionable: true, heldBy: ['ada'] }],
    },
  ],
};
