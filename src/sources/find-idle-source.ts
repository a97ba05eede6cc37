const onlyFetched = [
  'CONTENT_GIT_TOKEN',
  'CONTENT_FACTS',
  'CONTENT_EVERY_MINUTES',
  'CONTENT_HOOK_SECRET',
  'CONTENT_ALLOW_PRIVATE',
];

/** Sentences about settings of a source that are sound, and that nothing comes of beside the others. */
export function findIdleSource(readSetting: (name: string) => string | undefined): string[] {
  const isSet = (name: string) => readSetting(name) !== undefined;
  if (!isSet('CONTENT_GIT') && !isSet('CONTENT_FEED')) {
    return onlyFetched
      .filter(isSet)
      .map((name) => `${name}: it is not used without CONTENT_GIT or CONTENT_FEED. Set one of them, or unset it.`);
  }
  const hints: string[] = [];
  if (!isSet('CONTENT_GIT') && isSet('CONTENT_GIT_TOKEN')) {
    hints.push('CONTENT_GIT_TOKEN: it is not used with CONTENT_FEED. Unset it.');
  }
  if (isSet('CONTENT_HOOK_SECRET') && !isSet('PORT')) {
    hints.push('CONTENT_HOOK_SECRET: nothing is heard without PORT. Set it, and HOST where calls come from outside.');
  }
  return hints;
}
