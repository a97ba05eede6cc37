/** How Slack's client looks, for all that is drawn of it. */
export const slackStyle = `
body { font-family: Lato, "Noto Color Emoji", sans-serif; color: #1d1c1d; background: #fff; }
a { color: #1264a3; }
.picture { border-radius: 8px; }
.name { font-weight: 900; }
.app { font-size: 10px; font-weight: 700; color: #454447; background: #ebeaeb; border-radius: 2px; padding: 1px 4px; vertical-align: 2px; }
.time { font-size: 12px; color: #616061; margin-left: 4px; }
.mention { color: #1264a3; background: #e8f5fa; border-radius: 3px; padding: 0 2px 1px; }
blockquote { border-left: 4px solid #ddd; padding-left: 12px; margin: 4px 0; }
.block + .block { margin-top: 4px; }
.button { font: inherit; font-size: 13px; font-weight: 700; color: #1d1c1d; background: #fff; border: 1px solid #bbb; border-radius: 8px; padding: 3px 11px; }
`;
