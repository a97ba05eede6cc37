/** How the page is laid out around the messages: a list of places and a conversation, one above the other on a small screen. */
export const pageStyle = `
* { box-sizing: border-box; margin: 0; }
html, body { height: 100%; }
body { display: grid; grid-template: auto 1fr auto / 200px 1fr; font-size: 15px; line-height: 1.47; }
header { grid-column: 1 / 3; padding: 8px 16px; font-size: 13px; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
nav { grid-row: 2 / 4; padding: 8px; border-right: 1px solid #8884; overflow-y: auto; }
nav a, #suggestions a { text-decoration: none; }
nav a { display: block; padding: 6px 8px; border-radius: 6px; color: inherit; overflow-wrap: anywhere; }
nav a[aria-current] { background: #8883; font-weight: 700; }
main { overflow-y: auto; padding: 16px; min-width: 0; }
article + article { margin-top: 18px; }
.message, .message * { min-width: 0; overflow-wrap: anywhere; }
.thread { margin: 8px 0 0 26px; padding-left: 14px; border-left: 2px solid #8886; }
.text, .content, .block { white-space: pre-wrap; }
.remark { font-size: 12px; opacity: .75; }
.notice { border: 1px solid #c60; border-radius: 6px; padding: 6px 10px; margin-top: 12px; }
.buttons { flex-wrap: wrap; align-items: center; }
.button { cursor: pointer; display: inline-block; text-decoration: none; }
.button[disabled] { opacity: .5; cursor: default; }
.context { font-size: 12px; opacity: .8; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8882; border-radius: 4px; padding: 6px 8px; margin: 4px 0; font-size: 12px; }
pre.raw { border: 1px dashed #8888; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td { border: 1px solid #8886; padding: 4px 8px; vertical-align: top; }
input[type=text], textarea, select { font: inherit; color: inherit; background: #8881; border: 1px solid #8888; border-radius: 6px; padding: 6px 8px; max-width: 100%; }
select option { color: #000; background: #fff; }
textarea, .modal input[type=text], .input input { width: 100%; }
label > span { display: block; font-weight: 600; }
label > .small { font-weight: 400; }
details.menu > summary, details.options > summary { cursor: pointer; list-style: none; display: inline-block; padding: 0 8px; border-radius: 6px; opacity: .75; }
details.menu form, details.menu > .button { margin: 4px 4px 0 0; display: inline-block; }
.spoiler:not(:focus, :hover) { background: currentColor; }
.modal { position: fixed; inset: 10% 0 auto; margin: 0 auto; width: min(520px, 94vw); max-height: 80vh; overflow: auto; padding: 16px; border-radius: 10px; background: Canvas; color: CanvasText; color-scheme: inherit; box-shadow: 0 0 0 100vmax #0009; }
.modal form > * + * { margin-top: 8px; }
.modal h2 { margin: 0 0 8px; font-size: 18px; }
footer { padding: 8px 16px 12px; border-top: 1px solid #8884; min-width: 0; }
footer form { display: flex; gap: 8px; }
footer input[type=text] { flex: 1; min-width: 0; }
#suggestions { list-style: none; margin: 0 0 6px; padding: 0; max-height: 40vh; overflow-y: auto; }
#suggestions a { display: block; padding: 4px 8px; border-radius: 6px; color: inherit; overflow-wrap: anywhere; }
#suggestions a:hover, #suggestions a:focus { background: #8883; }
#suggestions span { font-size: 12px; opacity: .75; }
:focus-visible { outline: 2px solid #4a90d9; outline-offset: 1px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 600px) {
  body { grid-template: auto auto 1fr auto / 100%; }
  header, nav { grid-column: 1; grid-row: auto; }
  nav { display: flex; overflow-x: auto; border-right: 0; border-bottom: 1px solid #8884; }
  nav a { white-space: nowrap; }
  .picture { display: none; }
  .thread { margin-left: 0; }
}
`;
