import type { JsonObject } from './slack-json.ts';

/** A modal or a published home tab. */
export interface StoredView {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  /** What the app sent, with the ids filled in. */
  body: JsonObject;
  hash: string;
  isOpen: boolean;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** Where the person was when the modal opened. */
  readonly channel: string | undefined;
  /** Messages under inputs that the app put there by answering a submission with errors. */
  errors: Readonly<Record<string, string>>;
}

/** All views that were ever opened or published. */
export class ViewStore {
  readonly #views: StoredView[] = [];

  add(view: StoredView): void {
    this.#views.push(view);
  }

  list(user?: string): readonly StoredView[] {
    return this.#views.filter((view) => user === undefined || view.user === user);
  }

  find(team: string, wanted: { id?: unknown; externalId?: unknown }): StoredView | undefined {
    return this.#views.find(
      (view) =>
        view.team === team &&
        (wanted.id === undefined
          ? view.body.external_id === wanted.externalId && view.body.external_id !== undefined
          : view.id === wanted.id),
    );
  }

  findHome(team: string, user: string): StoredView | undefined {
    return this.#views.find((view) => view.team === team && view.user === user && view.type === 'home');
  }

  /** The modal on top of the person's stack. */
  findOpenModal(team: string, user: string): StoredView | undefined {
    return this.#views.findLast(
      (view) => view.team === team && view.user === user && view.type === 'modal' && view.isOpen,
    );
  }

  countOpen(rootId: string): number {
    return this.#views.filter((view) => view.rootId === rootId && view.isOpen).length;
  }

  closeAll(rootId: string): void {
    for (const view of this.#views) if (view.rootId === rootId) view.isOpen = false;
  }
}
