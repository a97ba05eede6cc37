/** What asking an address came to. */
export type LinkState =
  | { readonly kind: 'alive' }
  /** Gone: the server or the name service says that it does not exist. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** Nobody can say: a refusal, a fault, no answer in time. A person in a browser may well see the page. */
  | { readonly kind: 'doubtful'; readonly reason: string }
  /** Not a page of the public web. */
  | { readonly kind: 'not-asked'; readonly reason: string };
