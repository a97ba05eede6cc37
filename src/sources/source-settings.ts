import { anyText } from '#settings/setting-schemas.ts';

/** The settings of a source as data: what one of them means depends on the others, so they are read together. */
export const sourceSettings = {
  CONTENT_GIT: anyText,
  CONTENT_GIT_TOKEN: { isSecret: true, origin: 'copied', ...anyText },
  CONTENT_FEED: anyText,
  CONTENT_FACTS: anyText,
  CONTENT_EVERY_MINUTES: anyText,
  CONTENT_HOOK_SECRET: { isSecret: true, origin: 'invented', ...anyText },
  CONTENT_ALLOW_PRIVATE: anyText,
  CONTENT_COPIES: anyText,
} as const;
