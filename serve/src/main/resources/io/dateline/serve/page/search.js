// Search over everything stored.

import { h, fill } from '/js/dom.js';
import { get, query } from '/js/api.js';
import { t } from '/js/words.js';
import { Reader } from '/js/list.js';
import { filterForm } from '/js/filters.js';

const FORMATS = ['csv', 'ndjson', 'atom', 'jsonfeed'];

export function searchView(main, filters, setFilters) {
  const reader = new Reader();
  const note = h('p', { class: 'hint', role: 'status' }, t('loading'));
  const exports = h('span', { class: 'exports' });
  const more = h('button', { type: 'button', class: 'more', hidden: true }, t('more'));
  let values = filters;
  let cursor = null;

  const load = async (first) => {
    try {
      const answer = await get(`/api/v1/articles${query({ ...values, cursor: first ? '' : cursor, limit: 50 })}`);
      if (first) reader.clear();
      answer.articles.forEach((article) => reader.add(article));
      cursor = answer.next;
      more.hidden = !cursor;
      fill(note, reader.articles.size === 0 ? t('none') : '');
      fill(exports, `${t('export')} `, FORMATS.map((format) => [h('a', { href: `/api/v1/articles.${format}${query({ ...values, limit: 1000 })}`, download: `articles.${format}` }, format), ' ']));
    } catch (error) {
      fill(note, h('span', { class: 'error' }, error.message));
    }
  };
  const changed = (next) => {
    values = next;
    setFilters(next);
    load(true);
  };
  more.addEventListener('click', () => load(false));
  const q = h('input', { name: 'q', type: 'search', placeholder: t('queryHelp'), 'aria-label': t('query'), value: filters.q ?? '', class: 'query', autocomplete: 'off' });
  reader.list.before(note);
  reader.list.after(more);
  fill(main, filterForm(filters, changed, {
    before: [q],
    after: [
      h('input', { name: 'from', type: 'date', 'aria-label': t('from'), title: t('from'), value: filters.from ?? '' }),
      h('input', { name: 'to', type: 'date', 'aria-label': t('to'), title: t('to'), value: filters.to ?? '' }),
      h('label', {}, h('input', { name: 'copies', type: 'checkbox', value: 'first', checked: filters.copies === 'first' }), t('firstOnly')),
      exports,
    ],
  }), reader.element);
  load(true);
  return { reader, close: () => {} };
}
