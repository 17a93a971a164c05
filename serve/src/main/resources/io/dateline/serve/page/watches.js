// Watches: saved queries and what they caught.

import { h, fill, debounce } from '/js/dom.js';
import { get, send } from '/js/api.js';
import { t, time, number } from '/js/words.js';
import { alertEditor, showDeliveries } from '/js/alerts.js';

const EMPTY = { name: '', query: '', paused: false, oncePerText: false, alerts: [] };

export function watchesView(main) {
  const list = h('div', { class: 'watch-list' });
  const side = h('section', { class: 'pane' });
  let chosen = null;

  const problem = (error) => fill(side, h('p', { class: 'error' }, t('failed', { why: error.message })));

  const load = async () => {
    const { watches } = await get('/api/v1/watches');
    fill(list, h('p', {}, h('button', { type: 'button', class: 'primary', onclick: () => edit(EMPTY, { focus: true }) }, t('newWatch'))),
      watches.length === 0 ? h('p', { class: 'hint' }, t('noWatches')) : h('ol', { class: 'rows' }, watches.map((watch) =>
        h('li', { class: `row${chosen === watch.id ? ' chosen' : ''}`, 'data-id': watch.id },
          h('button', { type: 'button', class: 'row-button', onclick: () => edit(watch) },
            h('span', { class: 'headline' }, watch.name),
            h('span', { class: 'meta' }, h('code', {}, watch.query)),
            h('span', { class: 'chips' }, h('span', { class: 'badge' }, t(watch.paused ? 'paused' : 'active')),
              watch.oncePerText ? h('span', { class: 'badge' }, t('oncePerText')) : null,
              watch.alerts?.length ? h('span', { class: 'badge' }, t('alertCount', { n: watch.alerts.length })) : null))))));
  };

  const preview = debounce(async (out, query, oncePerText) => {
    if (!query.trim()) return fill(out);
    try {
      const answer = await send('POST', '/api/v1/watches/preview', { query, oncePerText });
      const most = Math.max(1, ...Object.values(answer.days));
      return fill(out, h('p', {}, t('previewResult', { n: number(answer.total) })),
        h('ul', { class: 'days' }, Object.entries(answer.days).map(([day, n]) =>
          h('li', {}, h('span', {}, day), h('meter', { min: 0, max: most, value: n, 'aria-label': day }), h('span', { class: 'count' }, number(n))))));
    } catch (error) {
      return fill(out, h('p', { class: 'error' }, error.message));
    }
  }, 300);

  const edit = async (watch, { focus = false, note = '' } = {}) => {
    chosen = watch.id ?? null;
    for (const item of list.querySelectorAll('li.row')) item.classList.toggle('chosen', item.dataset.id === chosen);
    const out = h('div', { class: 'preview', role: 'status' });
    const error = h('p', { class: 'error', role: 'alert' });
    const check = (name, label) => h('label', {}, h('input', { type: 'checkbox', name, checked: watch[name] }), label);
    const alerts = alertEditor(watch.alerts ?? []);
    const form = h('form', { class: 'editor' },
      h('label', {}, t('name'), h('input', { name: 'name', required: true, maxlength: 200, value: watch.name })),
      h('label', {}, t('query'), h('input', { name: 'query', required: true, value: watch.query, placeholder: t('queryHelp'), spellcheck: 'false', class: 'mono' })),
      h('p', { class: 'checks' }, check('oncePerText', t('oncePerText')), check('paused', t('paused'))),
      out, alerts.element, error,
      h('p', { class: 'checks' }, h('button', { class: 'primary' }, t('save')),
        watch.id ? deleteButton(watch) : null, h('span', { class: 'saved', role: 'status' }, note)));
    const values = () => ({
      name: form.elements.name.value, query: form.elements.query.value,
      paused: form.elements.paused.checked, oncePerText: form.elements.oncePerText.checked, alerts: alerts.values(),
    });
    const look = () => preview(out, form.elements.query.value, form.elements.oncePerText.checked);
    form.addEventListener('input', look);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        const saved = watch.id ? await send('PUT', `/api/v1/watches/${watch.id}`, values()) : await send('POST', '/api/v1/watches', values());
        await load();
        edit(saved, { note: t('saved') });
      } catch (failure) {
        error.textContent = failure.message;
      }
    });
    const hits = h('div', {});
    const deliveries = h('div', { class: 'deliveries' });
    fill(side, h('h2', {}, watch.id ? watch.name : t('newWatch')), form, watch.id ? feeds(watch) : null, hits, deliveries);
    look();
    if (!watch.id) {
      // not when the view is merely opened: the keys that change views would be typed
      if (focus) form.elements.name.focus();
      return;
    }
    try {
      await showHits(hits, watch);
      if (watch.alerts?.length) await showDeliveries(deliveries, watch);
    } catch (failure) {
      fill(hits, h('p', { class: 'error' }, t('failed', { why: failure.message })));
    }
  };

  const showHits = async (out, watch) => {
    const answer = await get(`/api/v1/watches/${watch.id}/hits`);
    fill(out, h('h3', {}, t('hits')), answer.hits.length === 0 ? h('p', { class: 'none' }, t('noHits')) : h('ol', { class: 'hits' }, answer.hits.map((hit) =>
      h('li', {}, h('a', { href: `#/article/${hit.article}`, dir: 'auto' }, hit.headline || hit.uri), h('span', { class: 'meta' }, `${time(hit.at)} · ${t('version', { n: hit.version })}`)))));
  };

  const feeds = (watch) => h('p', { class: 'meta' }, ['atom', 'json'].map((format) =>
    h('a', { href: `/api/v1/watches/${watch.id}/feed.${format}` }, t(`feed_${format}`))));

  /** Asks once more before what was caught is gone. */
  const deleteButton = (watch) => {
    let sure = false;
    const button = h('button', { type: 'button' }, t('delete'));
    const ask = (next) => {
      sure = next;
      button.classList.toggle('danger', sure);
      button.textContent = t(sure ? 'reallyDelete' : 'delete');
    };
    button.addEventListener('click', () => (sure ? remove(watch) : ask(true)));
    button.addEventListener('blur', () => ask(false));
    return button;
  };

  const remove = async (watch) => {
    try {
      await send('DELETE', `/api/v1/watches/${watch.id}`);
      await load();
      edit(EMPTY);
    } catch (error) {
      problem(error);
    }
  };

  fill(main, h('div', { class: 'reader' }, h('div', { class: 'list-pane' }, list), side));
  load().then(() => edit(EMPTY)).catch(problem);
  return { close: () => {} };
}
