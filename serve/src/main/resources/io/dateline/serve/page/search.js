// Search over everything stored.

import { h, fill, turns } from '/js/dom.js';
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
  const turn = turns();

  const choose = (name, value) => {
    form.elements[name].value = form.elements[name].value === value ? '' : value;
    // a value that the list of choices does not hold stays in force all the same
    const next = { ...Object.fromEntries([...new FormData(form)].filter(([, v]) => v)) };
    if (values[name] !== value) next[name] = value;
    changed(next);
  };

  /** The query up to where it is wrong, and what stands there. */
  const place = (at) => {
    if (at === undefined) return null;
    q.setAttribute('aria-invalid', 'true');
    const text = values.q ?? '';
    return h('code', { class: 'wrong' }, text.slice(0, at), h('mark', {}, text.slice(at) || '\u2009'));
  };

  const facet = ([key, name, label], counts) => {
    // an object's keys that look like numbers, as topics' do, come in their own order
    // nothing can be asked for what has no value, such as articles of no known source
    const entries = Object.entries(counts ?? {}).filter(([value]) => value).sort(([, a], [, b]) => b - a).slice(0, MAX_VALUES);
    return entries.length === 0 ? null : h('div', { class: 'facet', role: 'group', 'aria-label': t(name) },
      entries.map(([value, n]) => h('button', { type: 'button', class: `chip ${key}`, 'aria-pressed': String(values[name] === value), onclick: () => choose(name, value) },
        `${label(value)} `, h('span', { class: 'count' }, number(n)))));
  };

  const load = async (first) => {
    const isNewest = turn();
    try {
      const answer = await get(`/api/v1/articles${query({ ...values, facets: 'yes', cursor: first ? '' : cursor, limit: 50 })}`);
      if (!isNewest()) return;
      if (first) reader.clear();
      q.removeAttribute('aria-invalid');
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
      if (!isNewest()) return;
      reader.clear();
      more.hidden = true;
      fill(facets);
      fill(exports);
      note.classList.remove('total');
      fill(note, h('span', { class: 'error' }, error.status ? error.message : t('failed', { why: error.message })), place(error.problem.position));
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
      h('label', {}, t('from'), h('input', { name: 'from', type: 'date', value: filters.from ?? '' })),
      h('label', {}, t('to'), h('input', { name: 'to', type: 'date', value: filters.to ?? '' })),
      h('label', {}, h('input', { name: 'copies', type: 'checkbox', value: 'first', checked: filters.copies === 'first' }), t('firstOnly')),
      exports,
    ],
  });
  fill(main, form, reader.element);
  load(true);
  return { reader, close: () => {} };
}
