/** The ids by which Slack tells us which shortcut or button was used, or which modal was sent; the manifest registers the first two. */
export const askAboutMessageId = 'ask_about_message';
export const askAnythingId = 'ask_anything';
export const askModalId = 'ask_modal';
/** Below a post for a whole channel: opens the ask modal for whoever presses it. */
export const openAskModalId = 'open_ask_modal';
