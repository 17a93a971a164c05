// Search over everything stored.

import { h, fill } from '/js/dom.js';
import { get, query } from '/js/api.js';
import { t, amount, number, topicName, countryName, languageName } from '/js/words.js';
import { Reader } from '/js/list.js';
import { filterForm } from '/js/filters.js';

const FORMATS = ['csv', 'ndjson', 'atom', 'jsonfeed'];
const FACETS = [['topic', 'topic', topicName], ['country', 'country', countryName], ['language', 'lang', languageName], ['source', 'source', (id) => id || t('unknown')]];
const MAX_VALUES = 8;

/** Text whose hits stand between U+E000 and U+E001, as nodes. */
export function highlighted(text) {
  return text.split(/(\uE000[^\uE001]*\uE001)/).map((part) =>
    part.startsWith('\uE000') ? h('em', {}, part.slice(1, -1)) : part);
}

export function searchView(main, filters, setFilters) {
  const reader = new Reader();
  const note = h('p', { class: 'hint', role: 'status' }, t('loading'));
  const exports = h('span', { class: 'exports' });
  const facets = h('div', { class: 'facets' });
  const more = h('button', { type: 'button', class: 'more', hidden: true }, t('more'));
  let form = null;
  let values = filters;
  let cursor = null;

  const choose = (name, value) => {
    form.elements[name].value = form.elements[name].value === value ? '' : value;
    // a value that the list of choices does not hold stays in force all the same
    const next = { ...Object.fromEntries([...new FormData(form)].filter(([, v]) => v)) };
    if (values[name] !== value) next[name] = value;
    changed(next);
  };

  const facet = ([key, name, label], counts) => {
    // an object's keys that look like numbers, as topics' do, come in their own order
    const entries = Object.entries(counts ?? {}).sort(([, a], [, b]) => b - a).slice(0, MAX_VALUES);
    return entries.length === 0 ? null : h('div', { class: 'facet', role: 'group', 'aria-label': t(name) },
      entries.map(([value, n]) => h('button', { type: 'button', class: `chip ${key}`, 'aria-pressed': String(values[name] === value), onclick: () => choose(name, value) },
        `${label(value)} `, h('span', { class: 'count' }, number(n)))));
  };

  const load = async (first) => {
    try {
      const answer = await get(`/api/v1/articles${query({ ...values, facets: 'yes', cursor: first ? '' : cursor, limit: 50 })}`);
      if (first) reader.clear();
      answer.articles.forEach((article) => {
        const words = answer.highlights?.[article.id];
        reader.add(article, { highlight: words ? highlighted(words) : null });
      });
      cursor = answer.next;
      more.hidden = !cursor;
      note.classList.toggle('total', reader.articles.size > 0);
      fill(note, reader.articles.size === 0 ? t('none') : amount('nArticles', answer.total));
      fill(facets, FACETS.map((f) => facet(f, answer.facets?.[f[0]])));
      fill(exports, `${t('export')} `, FORMATS.map((format) => [h('a', { href: `/api/v1/articles.${format}${query({ ...values, limit: 1000 })}`, download: `articles.${format}` }, format), ' ']));
    } catch (error) {
      reader.clear();
      more.hidden = true;
      const at = error.problem?.position;
      fill(note, h('span', { class: 'error' }, error.message));
      if (at !== undefined) form.elements.q.setSelectionRange(at, form.elements.q.value.length);
    }
  };
  const changed = (next) => {
    values = next;
    setFilters(next);
    load(true);
  };
  more.addEventListener('click', () => load(false));
  const q = h('input', { name: 'q', type: 'search', placeholder: t('queryHelp'), 'aria-label': t('query'), value: filters.q ?? '', class: 'query', autocomplete: 'off', spellcheck: 'false' });
  reader.list.before(facets, note);
  reader.list.after(more);
  form = filterForm(filters, changed, {
    before: [q],
    after: [
      h('input', { name: 'from', type: 'date', 'aria-label': t('from'), title: t('from'), value: filters.from ?? '' }),
      h('input', { name: 'to', type: 'date', 'aria-label': t('to'), title: t('to'), value: filters.to ?? '' }),
      h('label', {}, h('input', { name: 'copies', type: 'checkbox', value: 'first', checked: filters.copies === 'first' }), t('firstOnly')),
      exports,
    ],
  });
  fill(main, form, reader.element);
  load(true);
  return { reader, close: () => {} };
}
