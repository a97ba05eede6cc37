/** Tokens of the platforms are struck out by their form, too: one that was mistyped is still somebody's. */
const TOKEN_FORMS = /\bxox[a-z](?:\.xox[a-z])?-[\w-]+|\bxapp-[\w-]+|\b[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{27,45}/g;
/** Shorter values are no secrets, and striking them out would make lines unreadable. */
const MIN_SECRET_LENGTH = 6;

/** Replaces each of the secrets, in any way JSON or an address may write it. */
export function createSecretStriker(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(
    secrets
      .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]),
  );
  // The longest first: one may be a part of another.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) =>
    ordered.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text).replace(TOKEN_FORMS, '[token]');
}
