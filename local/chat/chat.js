// Spares reloading the page: sends its forms in the background, shows what is new, and what a line may be completed to.
const conversation = document.getElementById('conversation');
const composer = document.getElementById('composer');
const box = document.getElementById('box');
const suggestions = document.getElementById('suggestions');
const place = new URLSearchParams(location.search).get('place') ?? composer?.elements.place.value ?? '';
const about = (path, query = {}) => `${path}?${new URLSearchParams({ place, ...query })}`;

// The button for those who have no script.
document.getElementById('complete')?.remove();

/** What tells an element of the conversation apart after it was drawn anew. */
function keyOf(element) {
  const around = element.closest('[id]');
  const alike = [...around.querySelectorAll(element.tagName)];
  return `${around.id} ${element.tagName} ${alike.indexOf(element)}`;
}

const within = (selector) => [...conversation.querySelectorAll(selector)];
let isStale = false;
let isRefreshing = false;

async function refresh() {
  isStale = true;
  if (isRefreshing) return;
  isRefreshing = true;
  while (isStale) {
    isStale = false;
    const response = await fetch(about('/conversation')).catch(() => undefined);
    if (response?.ok) replace(await response.text());
  }
  isRefreshing = false;
}

function replace(html) {
  const isAtEnd = conversation.scrollHeight - conversation.scrollTop - conversation.clientHeight < 80;
  const open = new Set(within('details[open]').map(keyOf));
  const typed = new Map(within('input[type=text], textarea, select').map((field) => [keyOf(field), field.value]));
  const { activeElement } = document;
  const focused =
    conversation.contains(activeElement) && activeElement !== conversation ? keyOf(activeElement) : undefined;
  const caret = activeElement?.selectionStart;
  // The server has escaped every word of it, and the page lets no script of its own run.
  conversation.innerHTML = html;
  for (const element of within('details')) element.open = open.has(keyOf(element));
  for (const field of within('input[type=text], textarea, select'))
    field.value = typed.get(keyOf(field)) ?? field.value;
  const again = within('a, button, input, select, summary, textarea').find((element) => keyOf(element) === focused);
  again?.focus();
  if (again !== undefined && typeof caret === 'number') again.setSelectionRange?.(caret, caret);
  if (isAtEnd) conversation.scrollTop = conversation.scrollHeight;
  const modal = conversation.querySelector('.modal');
  if (modal !== null && !modal.contains(document.activeElement))
    modal.querySelector('input[type=text], textarea, button:not(.client)')?.focus();
}

document.addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  if (form.method !== 'post') return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, submitter));
  for (const field of form.querySelectorAll('input[name=text]')) field.value = '';
  suggest();
  const response = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  const now = response && new URL(response.url).searchParams;
  // Elsewhere, with a draft given back, or no reply any more.
  if (now && (now.get('place') !== place || now.has('draft') || form.elements.target?.closest('#composer'))) {
    location.assign(response.url);
    return;
  }
  await refresh();
  conversation.scrollTop = conversation.scrollHeight;
});

let asked = 0;
async function suggest() {
  const turn = ++asked;
  const draft = box?.value ?? '';
  if (!/^\/|@\S*$/.test(draft)) {
    suggestions.replaceChildren();
    return;
  }
  const response = await fetch(about('/suggestions', { draft })).catch(() => undefined);
  if (response?.ok && turn === asked) suggestions.innerHTML = await response.text();
}

function take(link) {
  box.value = link.dataset.draft;
  box.focus();
  suggest();
}

box?.addEventListener('input', suggest);
box?.addEventListener('keydown', (event) => {
  const [first] = suggestions.querySelectorAll('a');
  if (first === undefined) return;
  if (event.key === 'Tab' && !event.shiftKey) take(first);
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const all = suggestions.querySelectorAll('a');
    all[event.key === 'ArrowDown' ? 0 : all.length - 1].focus();
  } else if (event.key === 'Escape') suggestions.replaceChildren();
  else return;
  event.preventDefault();
});
suggestions?.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  take(link);
});
suggestions?.addEventListener('keydown', (event) => {
  const all = [...suggestions.querySelectorAll('a')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    suggestions.replaceChildren();
    box.focus();
  } else if (step !== undefined) (all[all.indexOf(document.activeElement) + step] ?? box).focus();
  else return;
  event.preventDefault();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') conversation.querySelector('.modal button[value=close]')?.click();
});

new EventSource('/changes').addEventListener('message', refresh);
conversation.scrollTop = conversation.scrollHeight;
suggest();
