// The page: views by the address behind #, language, theme, keys.

import { h, fill } from '/js/dom.js';
import { get, login, whenTokenNeeded } from '/js/api.js';
import { t, currentLanguage, setLanguage, loadTopics } from '/js/words.js';
import { liveView } from '/js/live.js';
import { searchView } from '/js/search.js';
import { articleView } from '/js/article.js';
import { storiesView, storyView } from '/js/story.js';
import { watchesView } from '/js/watches.js';
import { volumeView } from '/js/volume.js';
import { sourcesView, pipelineView } from '/js/tables.js';

const VIEWS = ['live', 'search', 'volume', 'watches', 'sources', 'pipeline', 'stories'];
const OPEN = { live: liveView, search: searchView, volume: volumeView, watches: watchesView, sources: sourcesView, pipeline: pipelineView, stories: storiesView };

const main = document.getElementById('main');
let view = { close: () => {} };

function address() {
  const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/');
  return { name: name || 'live', rest, filters: Object.fromEntries(new URLSearchParams(search ?? '')) };
}

/** A part of the address; what is not well escaped stays as it is. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The links to the views; they stay when one is opened, so that the focus does. */
function links(current) {
  const nav = document.getElementById('nav');
  if (nav.lang !== currentLanguage()) {
    nav.lang = currentLanguage();
    fill(nav, VIEWS.map((name) => h('a', { href: `#/${name}` }, t(name))));
  }
  for (const link of nav.children) {
    if (link.hash === `#/${current}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function open() {
  view.close();
  view = { close: () => {} };
  const { name, rest, filters } = address();
  chrome(name);
  const setTitle = (title) => { document.title = `${title} · Dateline`; };
  const setFilters = (values) => {
    const search = new URLSearchParams(values).toString();
    history.replaceState(null, '', `#/${name}${search ? `?${search}` : ''}`);
  };
  if (name === 'article') {
    articleView(main, rest[0] ?? '', setTitle);
  } else if (name === 'story') {
    storyView(main, decoded(rest[0] ?? ''), setTitle);
  } else if (VIEWS.includes(name)) {
    view = OPEN[name](main, filters, setFilters) ?? view;
  } else {
    setTitle(t('noView'));
    fill(main, h('div', { class: 'pane single' }, h('p', { class: 'hint' }, t('noView'), ' ', h('a', { href: '#/live' }, t('live')))));
  }
}

function chrome(current) {
  document.documentElement.lang = currentLanguage();
  document.title = `${VIEWS.includes(current) ? t(current) : t('articles')} · Dateline`;
  document.getElementById('skip').textContent = t('skip');
  links(current);
  const other = currentLanguage() === 'de' ? 'en' : 'de';
  const language = document.getElementById('language');
  language.textContent = other.toUpperCase();
  language.title = t('otherLanguage');
  language.setAttribute('aria-label', t('otherLanguage'));
  const theme = document.getElementById('theme');
  theme.textContent = '◐';
  theme.title = t('theme');
  theme.setAttribute('aria-label', t('theme'));
}

function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // a browser that keeps nothing starts with its own choice again
  }
}

document.getElementById('language').addEventListener('click', () => {
  setLanguage(currentLanguage() === 'de' ? 'en' : 'de');
  open();
});

document.getElementById('theme').addEventListener('click', () => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const now = document.documentElement.dataset.theme ?? (dark ? 'dark' : 'light');
  document.documentElement.dataset.theme = now === 'dark' ? 'light' : 'dark';
  keep('dateline.theme', document.documentElement.dataset.theme);
});

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

function help() {
  const dialog = document.getElementById('help');
  fill(dialog, h('h2', {}, t('help')), h('dl', {}, t('keysList').map(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, what)])),
    h('form', { method: 'dialog' }, h('button', {}, t('close'))));
  dialog.showModal();
}

function askForToken() {
  const dialog = document.getElementById('help');
  if (dialog.open) return;
  const input = h('input', { type: 'password', 'aria-label': t('token'), autocomplete: 'current-password' });
  const problem = h('p', { class: 'error' });
  const form = h('form', {}, h('p', {}, t('tokenNeeded')), input, h('button', {}, t('login')), problem);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await login(input.value);
      dialog.close();
      begin();
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  fill(dialog, form);
  dialog.showModal();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea, dialog');
  if (event.key === 'Escape' && typing) event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = {
    j: () => view.reader?.move(1),
    k: () => view.reader?.move(-1),
    p: () => view.pause?.(),
    '?': help,
    '/': () => main.querySelector('input[type=search]')?.focus(),
  };
  VIEWS.forEach((name, i) => {
    actions[String(i + 1)] = () => {
      location.hash = `#/${name}`;
    };
  });
  if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
});

async function begin() {
  try {
    await loadTopics(get);
  } catch {
    // without the vocabulary topics keep the English names that the tags carry
  }
  open();
}

try {
  const theme = localStorage.getItem('dateline.theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // the browser's own theme then
}
whenTokenNeeded(askForToken);
addEventListener('hashchange', open);
begin();
