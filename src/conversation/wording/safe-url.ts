/** An address that people may be sent to, as the standard writes it; undefined for any other: web and mail only, printable ASCII only. */
export function findSafeUrl(url: string): string | undefined {
  const { protocol = '', href = '' } = URL.parse(url) ?? {};
  return ['http:', 'https:', 'mailto:'].includes(protocol) && /^[\x21-\x7e]+$/.test(href) ? href : undefined;
}
