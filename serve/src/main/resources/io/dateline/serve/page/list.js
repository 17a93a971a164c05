// The rows of a list of articles, and the list beside an article.

import { h, fill } from '/js/dom.js';
import { t, time, topicName, countryName, languageName } from '/js/words.js';
import { showArticle, sourceOf } from '/js/article.js';

const MAX_CHIPS = 6;

export function articleId(article) {
  return article.id;
}

export function headline(article) {
  return article.headlines?.[0]?.value || article.title || article.uri;
}

/** A country or topic as a small label. */
export function chip(kind, code, otherwise) {
  return h('span', { class: `chip ${kind}` }, kind === 'country' ? countryName(code, otherwise) : topicName(code, otherwise));
}

/** The tags an article is about, as small labels. */
export function chips(article) {
  const about = (article.enrichment?.tags ?? []).filter((tag) => tag.rel === 'about').slice(0, MAX_CHIPS);
  return about.map((tag) => chip(tag.kind, tag.code, tag.name));
}

/** What sets an article apart: withdrawn, corrected, a later version, a copy. */
export function badges(article, type) {
  const badges = [];
  if (article.pubStatus === 'canceled') badges.push(h('span', { class: 'badge warn' }, t('withdrawn')));
  else if (type === 'corrected') badges.push(h('span', { class: 'badge' }, t('corrected')));
  else if (Number(article.version) > 1) badges.push(h('span', { class: 'badge' }, t('version', { n: article.version })));
  if (article.enrichment?.copyGroup?.role === 'copy') badges.push(h('span', { class: 'badge' }, t('copy')));
  return badges;
}

/** One row. */
export function row(article, type, highlight) {
  const language = article.enrichment?.language ?? article.language ?? 'und';
  return h('li', { class: `row${article.pubStatus === 'canceled' ? ' canceled' : ''}`, 'data-id': article.id, 'data-version': article.version },
    h('button', { type: 'button', class: 'row-button' },
      h('span', { class: 'meta' },
        h('span', { class: 'source' }, sourceOf(article)),
        h('span', { title: languageName(language) }, language),
        article.located ? h('span', { class: 'located' }, article.located) : null,
        h('time', { datetime: article.versionCreated ?? article.firstCreated ?? '' }, time(article.versionCreated ?? article.firstCreated)),
        badges(article, type)),
      h('span', { class: 'headline', lang: language }, headline(article)),
      highlight ? h('span', { class: 'snippet', lang: language }, highlight) : null,
      h('span', { class: 'chips' }, chips(article))));
}

/** A list on the left, the chosen article on the right; arrow keys, j and k move. */
export class Reader {
  constructor() {
    this.articles = new Map();
    this.list = h('ol', { class: 'rows', 'aria-label': t('articles') });
    this.pane = h('article', { class: 'pane', tabindex: '-1', 'aria-live': 'off' }, h('p', { class: 'hint' }, t('choose')));
    this.element = h('div', { class: 'reader' }, h('div', { class: 'list-pane' }, this.list), this.pane);
    this.list.addEventListener('click', (event) => {
      const item = event.target.closest('li.row');
      if (item) this.choose(item);
    });
    this.list.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.move(step);
      }
    });
  }

  add(article, { type, top = false, highlight } = {}) {
    this.articles.set(article.id, article);
    const item = row(article, type, highlight);
    if (top) {
      this.list.prepend(item);
      item.classList.add('fresh');
    } else {
      this.list.append(item);
    }
    return item;
  }

  remove(id) {
    this.articles.delete(id);
    this.find(id)?.remove();
  }

  find(id) {
    return [...this.list.children].find((item) => item.dataset.id === id);
  }

  clear() {
    this.articles.clear();
    fill(this.list);
  }

  choose(item) {
    this.list.querySelector('.chosen')?.classList.remove('chosen');
    item.classList.add('chosen');
    item.querySelector('button').focus({ preventScroll: false });
    const article = this.articles.get(item.dataset.id);
    if (article) showArticle(this.pane, article);
    this.element.classList.add('reading');
  }

  move(step) {
    const items = [...this.list.children];
    const at = items.findIndex((item) => item.classList.contains('chosen') || item.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (next) this.choose(next);
  }
}
