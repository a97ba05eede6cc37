/** What came of fetching. */
export type FetchedContent<State> =
  /** Nothing was written. The state is the one to keep all the same. */
  | { readonly kind: 'unchanged'; readonly state: State }
  | {
      readonly kind: 'fetched';
      readonly state: State;
      /** Sentences about what was left out. */
      readonly remarks: readonly string[];
    };
