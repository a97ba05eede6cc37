/** How Discord's client looks, for all that is drawn of it. */
export const discordStyle = `
body { font-family: Inter, "Noto Color Emoji", sans-serif; color: #dbdee1; background: #313338; }
a { color: #00a8fc; }
.picture { border-radius: 50%; }
.name { font-weight: 600; color: #f2f3f5; }
.app { font-size: 10px; font-weight: 600; color: #fff; background: #5865f2; border-radius: 4px; padding: 2px 5px; vertical-align: 2px; }
.time { font-size: 12px; color: #949ba4; margin-left: 6px; }
.reply { font-size: 13px; color: #b5bac1; margin-bottom: 2px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.reply b { color: #c9cdfb; font-weight: 500; }
.mention { color: #c9cdfb; background: #3c4270; border-radius: 3px; padding: 0 2px; font-weight: 500; }
.embed { background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 12px 16px; margin-top: 4px; max-width: 600px; font-size: 14px; }
.embed p { min-height: 9px; }
.embed strong { color: #f2f3f5; }
.small { font-size: 12px; color: #949ba4; }
blockquote { border-left: 4px solid #4e5058; border-radius: 2px; padding-left: 10px; margin: 2px 0; }
time { background: #3f4147; border-radius: 3px; padding: 0 2px; }
.button { font: inherit; font-size: 14px; font-weight: 500; color: #fff; background: #4e5058; border: 0; border-radius: 4px; padding: 6px 14px; }
`;
