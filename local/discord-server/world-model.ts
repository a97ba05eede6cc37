/** An object as it goes over the wire. */
export type JsonObject = Record<string, unknown>;

export const channelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export type ChannelKind = keyof typeof channelTypes;

export type DiscordUser = {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  acceptsDirectMessages: boolean;
};

export type DiscordRole = {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly position: number;
  readonly mentionable: boolean;
  readonly botId?: string;
};

/** What a channel allows or forbids a role or a member, on top of the roles. */
export type DiscordOverwrite = {
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
};

export type DiscordThread = {
  readonly ownerId: string;
  readonly createdAt: string;
  readonly autoArchiveMinutes: number;
  readonly appliedTags: readonly string[];
  readonly memberIds: Set<string>;
  archived: boolean;
  /** When that changed last. */
  archivedAt?: string;
  locked: boolean;
};

export type DiscordChannel = {
  readonly id: string;
  readonly type: number;
  name: string;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly recipientId?: string;
  readonly position: number;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  readonly requiresTag: boolean;
  overwrites: DiscordOverwrite[];
  lastMessageId?: string;
  messageCount: number;
  readonly thread?: DiscordThread;
};

export type DiscordMember = { readonly userId: string; readonly roleIds: string[]; readonly joinedAt: string };

export type DiscordGuild = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, DiscordRole>;
  readonly members: Map<string, DiscordMember>;
};

export type DiscordMessage = {
  readonly id: string;
  readonly channelId: string;
  readonly guildId?: string;
  readonly authorId: string;
  readonly webhookName?: string;
  readonly type: number;
  readonly timestamp: string;
  readonly tts: boolean;
  readonly nonce?: string | number;
  readonly reference?: { readonly messageId: string; readonly channelId: string };
  readonly interactionId?: string;
  /** Only this person sees the message, and it is in no list. */
  readonly ephemeralFor?: string;
  content: string;
  embeds: readonly JsonObject[];
  components: readonly JsonObject[];
  attachments: readonly JsonObject[];
  flags: number;
  mentionIds: readonly string[];
  mentionRoleIds: readonly string[];
  mentionsEveryone: boolean;
  /** The body as it was sent, for checks of what could ping. */
  sentBody: JsonObject;
  editedAt?: string;
  threadId?: string;
};

export const messageFlags = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const messageTypes = {
  ordinary: 0,
  channelNameChange: 4,
  threadStarter: 21,
  reply: 19,
  slashCommand: 20,
  contextMenuCommand: 23,
} as const;
