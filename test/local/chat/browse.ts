/** A button of a page, and all that its form sends with it. */
export interface PageButton {
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A browser without script: it shows a page, fills in its forms and presses their buttons. */
export interface Browser {
  /** The page as it is now. */
  readonly html: () => string;
  readonly open: (query: Readonly<Record<string, string>>) => Promise<string>;
  readonly buttons: () => readonly PageButton[];
  /** Presses the last button of that label, with what is typed into the fields of its form. */
  readonly press: (label: string, typed?: Readonly<Record<string, string>>) => Promise<string>;
  /** Resolves as soon as the page shows it, looking again whenever something has changed. */
  readonly sees: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
}

export async function browse(url: string): Promise<Browser> {
  let html = '';
  let here = '/';
  const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, url), { headers });
  const open = async (query: Readonly<Record<string, string>>) => {
    here = `/?${new URLSearchParams(query)}`;
    html = await (await get(here)).text();
    return html;
  };
  const buttons = () =>
    [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].flatMap(([, form = '']) => listButtons(form));
  await open({});
  return {
    html: () => html,
    open,
    buttons,
    async press(label, typed = {}) {
      const button = buttons().findLast((one) => one.label === label);
      if (button === undefined) {
        throw new Error(
          `no button "${label}"; there is ${buttons()
            .map((one) => one.label)
            .join(', ')}`,
        );
      }
      // It follows the redirection, as a browser does.
      const body = new URLSearchParams({ ...button.fields, ...typed });
      const response = await fetch(new URL('/do', url), { method: 'POST', body });
      here = response.url;
      html = await response.text();
      return html;
    },
    async sees(pattern) {
      const ending = new AbortController();
      const changes = await fetch(new URL('/changes', url), { signal: ending.signal });
      let found = pattern.exec(html);
      for await (const _change of found === null ? (changes.body ?? []) : []) {
        html = await (await get(here)).text();
        found = pattern.exec(html);
        if (found !== null) break;
      }
      ending.abort();
      if (found !== null) return found;
      throw new Error(`${pattern} was never shown:\n${html}`);
    },
    get,
  };
}

function listButtons(form: string): PageButton[] {
  const fields = Object.fromEntries(
    [...form.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => [
      readAttribute(attributes, 'name'),
      readAttribute(attributes, 'value'),
    ]),
  );
  return [...form.matchAll(/<button ([^>]*)>([\s\S]*?)<\/button>/g)].map(([, attributes = '', label = '']) => ({
    label: unescapeHtml(label),
    fields: { ...fields, do: readAttribute(attributes, 'value') },
  }));
}

function readAttribute(attributes: string, name: string): string {
  return unescapeHtml(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
