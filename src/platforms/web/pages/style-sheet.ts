/** The one style sheet: system fonts, light and dark as the reader has it, from 320 px up. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --quiet: #555d66; --line: #c9ced4; --soft: #f2f4f6; --link: #0b57a4;
  --yes: #1a6b2d; --no: #a4161a; --partly: #7a4b00; --planned: #0f5f73; --unknown: #555d66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e8eaed; --quiet: #aeb6bf; --line: #464d55; --soft: #20252a; --link: #8ab8f2;
    --yes: #7fd491; --no: #ff9a97; --partly: #f0bf6c; --planned: #7fd0e4; --unknown: #aeb6bf;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 70rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 2; }
.name { font-size: 1.25rem; font-weight: 700; margin: 1rem 0 .25rem; }
.name a { color: inherit; text-decoration: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: .35rem 0; }
nav a[aria-current] { font-weight: 700; color: inherit; text-decoration-thickness: .15em; }
form { margin: .75rem 0 1rem; }
label { display: block; font-weight: 600; }
.box { display: flex; gap: .5rem; }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet);
  border-radius: .4rem; padding: .5rem .7rem; min-height: 2.75rem; max-width: 100%; }
.box input { flex: 1; min-width: 0; }
::placeholder { color: var(--quiet); opacity: 1; }
button { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; cursor: pointer; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
.filters label { font-weight: 400; }
main { border-top: 1px solid var(--line); padding: .5rem 0 1.5rem; }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; padding-bottom: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .75rem 0; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul, figure, blockquote { margin: .5rem 0; }
ul { padding-left: 1.25rem; }
blockquote { border-left: 4px solid var(--line); padding-left: .75rem; }
figcaption, .source, .quiet { color: var(--quiet); }
.lead { font-size: 1.15rem; font-weight: 600; }
.title { font-weight: 600; margin-bottom: 0; }
.title + ul { margin-top: .1rem; }
.answer { max-width: 46rem; }
.statement { max-width: 46rem; margin: 0 0 1rem; padding: 0; }
.statement:target, tr:target { background: var(--soft); outline: 3px solid var(--line); }
.verdict { white-space: nowrap; }
.sign { font-weight: 700; }
.sign.yes { color: var(--yes); }
.sign.no { color: var(--no); }
.sign.partly { color: var(--partly); }
.sign.planned, .sign.in-progress { color: var(--planned); }
.sign.unknown { color: var(--unknown); }
td.yes a::before { content: "✔ " / ""; color: var(--yes); }
td.no a::before { content: "✘ " / ""; color: var(--no); }
td.partly a::before { content: "◐ " / ""; color: var(--partly); }
td.planned a::before { content: "◇ " / ""; color: var(--planned); }
td.in-progress a::before { content: "◌ " / ""; color: var(--planned); }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; font-size: .95rem; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
th { white-space: nowrap; }
tbody th { white-space: normal; }
.date { white-space: nowrap; }
.wide th[scope=row] { position: sticky; left: 0; background: var(--paper); min-width: 8rem; max-width: 14rem; }
.wide .corner { position: sticky; left: 0; }
.wide td { white-space: nowrap; }
.columns { columns: 14rem; column-gap: 2rem; list-style: none; padding: 0; }
.columns li { break-inside: avoid; padding: .15rem 0; }
`;
