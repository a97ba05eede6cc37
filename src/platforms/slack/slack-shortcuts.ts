/** The ids by which Slack tells us which shortcut was used or which modal was sent; the manifest registers the first two. */
export const askAboutMessageId = 'ask_about_message';
export const askAnythingId = 'ask_anything';
export const askModalId = 'ask_modal';
