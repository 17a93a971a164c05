// The rows of a list of articles, and the list beside an article.

import { h, fill } from '/js/dom.js';
import { t, time, topicName, countryName, languageName } from '/js/words.js';
import { headline, languageOf, showArticle, sourceOf } from '/js/article.js';

const MAX_CHIPS = 6;

export function articleId(article) {
  return article.id;
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
  const language = languageOf(article);
  return h('li', { class: `row${article.pubStatus === 'canceled' ? ' canceled' : ''}`, 'data-id': article.id, 'data-version': article.version },
    h('button', { type: 'button', class: 'row-button', tabindex: '-1' },
      h('span', { class: 'meta' },
        h('span', { class: 'source' }, sourceOf(article)),
        h('span', { title: languageName(language) }, language),
        article.located ? h('span', { class: 'located' }, article.located) : null,
        h('time', { datetime: article.versionCreated ?? article.firstCreated ?? '' }, time(article.versionCreated ?? article.firstCreated)),
        badges(article, type)),
      h('span', { class: 'headline', lang: language, dir: 'auto' }, headline(article)),
      highlight ? h('span', { class: 'snippet', lang: language, dir: 'auto' }, highlight) : null,
      h('span', { class: 'chips' }, chips(article))));
}

/**
 * A list on the left, the chosen article on the right; arrow keys, j and k move. The list is one stop
 * of the tab key, the article is the next. A narrow screen shows one of both: its way back is a step
 * of the browser's history.
 */
export class Reader {
  constructor() {
    this.articles = new Map();
    this.list = h('ol', { class: 'rows', 'aria-label': t('articles') });
    this.pane = h('article', { class: 'pane', tabindex: '-1', 'aria-live': 'off' }, h('p', { class: 'hint' }, t('choose')));
    this.back = h('button', { type: 'button', class: 'back', onclick: () => (history.state?.reading ? history.back() : this.leave()) }, `‹ ${t('back')}`);
    this.element = h('div', { class: 'reader articles' }, h('div', { class: 'list-pane' }, this.list), this.back, this.pane);
    const returned = () => {
      if (!this.element.isConnected) removeEventListener('popstate', returned);
      else if (!history.state?.reading) this.leave();
    };
    addEventListener('popstate', returned);
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
    if (!this.stop?.isConnected) this.stopAt(item);
    return item;
  }

  remove(id) {
    this.articles.delete(id);
    this.find(id)?.remove();
    if (!this.stop?.isConnected && this.list.firstElementChild) this.stopAt(this.list.firstElementChild);
  }

  /** The row that the tab key comes to. */
  stopAt(item) {
    this.stop?.querySelector('button').setAttribute('tabindex', '-1');
    this.stop = item;
    item.querySelector('button').setAttribute('tabindex', '0');
  }

  find(id) {
    return [...this.list.children].find((item) => item.dataset.id === id);
  }

  clear() {
    this.articles.clear();
    fill(this.list);
  }

  choose(item) {
    this.mark(item);
    this.stopAt(item);
    const article = this.articles.get(item.dataset.id);
    if (article) showArticle(this.pane, article);
    this.pane.setAttribute('tabindex', '0');
    this.pane.setAttribute('aria-label', article ? headline(article) : t('articles'));
    this.element.classList.add('reading');
    if (this.back.checkVisibility()) {
      if (!history.state?.reading) history.pushState({ reading: true }, '');
      this.back.focus();
    } else {
      item.querySelector('button').focus();
    }
  }

  /** Marks a row as the one whose article is shown. */
  mark(item) {
    const before = this.list.querySelector('.chosen');
    before?.classList.remove('chosen');
    before?.querySelector('button').removeAttribute('aria-current');
    item.classList.add('chosen');
    item.querySelector('button').setAttribute('aria-current', 'true');
  }

  /** Back to the list, where the screen shows only one of both. */
  leave() {
    if (!this.element.classList.contains('reading')) return;
    this.element.classList.remove('reading');
    this.stop?.querySelector('button').focus();
  }

  move(step) {
    const items = [...this.list.children];
    const at = items.findIndex((item) => item.classList.contains('chosen') || item.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, at + step))];
    if (next) this.choose(next);
  }
}
