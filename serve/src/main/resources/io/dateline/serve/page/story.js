// Stories: the list, and one story with its timeline, copies, outlets and related stories.

import { h, fill, turns } from '/js/dom.js';
import { get, query } from '/js/api.js';
import { agenciesOf, headline, languageOf, sourceOf } from '/js/article.js';
import { badges, chip } from '/js/list.js';
import { filterForm } from '/js/filters.js';
import { t, amount, time, topicName, countryName, languageName } from '/js/words.js';

const LIMIT = 100;
const MAX_CHIPS = 4;

function link(story) {
  return h('a', { href: `#/story/${encodeURIComponent(story.id)}`, lang: story.language, dir: 'auto' }, story.headline);
}

function size(story) {
  const outlets = story.sources?.length ?? 0;
  return [amount('nArticles', story.articles), amount('nTexts', story.withoutCopies), outlets > 0 && amount('nOutlets', outlets)].filter(Boolean).join(', ');
}

function span(story) {
  const [first, last] = [time(story.firstSeen), time(story.lastSeen)];
  return first === last ? last : `${first} – ${last}`;
}

function chips(story) {
  return h('span', { class: 'chips' },
    story.countries.slice(0, MAX_CHIPS).map((code) => chip('country', code, code)),
    story.topics.slice(0, MAX_CHIPS).map((code) => chip('topic', code, code)));
}

/** The stories with the newest articles, or the largest. */
export function storiesView(main, filters, setFilters) {
  const order = h('select', { name: 'order', 'aria-label': t('order') },
    ['newest', 'largest'].map((value) => h('option', { value, selected: filters.order === value }, t(value))));
  const out = h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': t('stories') }, t('loading'));
  const turn = turns();
  const load = async (values) => {
    setFilters(values);
    const isNewest = turn();
    try {
      const { stories } = await get(`/api/v1/stories${query({ ...values, limit: LIMIT })}`);
      if (!isNewest()) return;
      fill(out, stories.length === 0 ? h('p', { class: 'hint' }, t('none')) : h('ol', { class: 'rows', 'aria-label': t('stories') }, stories.map((story) => h('li', { class: 'row story' },
        h('p', { class: 'meta' }, h('span', { class: 'source' }, size(story)), h('span', {}, story.language), h('time', { datetime: story.lastSeen }, span(story))),
        h('h3', { class: 'headline', dir: 'auto' }, link(story)),
        chips(story)))));
    } catch (error) {
      if (isNewest()) fill(out, h('p', { class: 'error' }, t('failed', { why: error.message })));
    }
  };
  fill(main, filterForm(filters, load, { before: [order] }), out);
  load(filters);
}

function facts(story) {
  const rows = [];
  const add = (name, values) => values.length && rows.push(h('dt', {}, name), h('dd', {}, values.join(', ')));
  add(t('lang'), [languageName(story.language)]);
  add(t('sources'), story.sources);
  add(t('countries'), story.countries.map((code) => countryName(code, code)));
  add(t('topics'), story.topics.map((code) => topicName(code, code)));
  return h('dl', { class: 'facts' }, rows);
}

function entry(article) {
  const copy = article.enrichment?.copyGroup?.role === 'copy';
  const canceled = article.pubStatus === 'canceled';
  return h('li', { class: [copy && 'copy', canceled && 'canceled'].filter(Boolean).join(' ') || null },
    h('time', {}, time(article.versionCreated ?? article.firstCreated)), ' ',
    h('a', { href: `#/article/${article.id}`, lang: languageOf(article), dir: 'auto' }, headline(article)),
    ` · ${[sourceOf(article), ...agenciesOf(article)].join(' · ')} `, badges(article));
}

/** One story. */
export async function storyView(main, id, setTitle) {
  const pane = h('article', { class: 'pane single story', tabindex: '0', 'aria-label': t('story') }, t('loading'));
  fill(main, pane);
  try {
    const { story, articles } = await get(`/api/v1/stories/${encodeURIComponent(id)}?limit=500`);
    if (!story) {
      fill(pane, h('p', { class: 'hint' }, t('none')));
      return;
    }
    if (pane.isConnected) setTitle(story.headline);
    fill(pane,
      h('header', {}, h('h2', { lang: story.language, dir: 'auto' }, story.headline),
        h('p', { class: 'meta' }, size(story), ` · ${span(story)}`), facts(story)),
      h('section', {}, h('h3', {}, t('timeline')), h('ol', { class: 'timeline' }, [...articles].reverse().map(entry))),
      story.relatedStories.length === 0 ? null : h('section', {}, h('h3', {}, t('relatedStories')),
        h('ul', { class: 'related' }, story.relatedStories.map((other) => h('li', {}, link(other),
          ` · ${languageName(other.language)} · ${other.score}%`)))));
  } catch (error) {
    fill(pane, h('p', { class: 'error' }, t('failed', { why: error.message })));
  }
}
