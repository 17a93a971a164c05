// The live stream.

import { h, s, fill, turns } from '/js/dom.js';
import { get, follow, query } from '/js/api.js';
import { t, number } from '/js/words.js';
import { Reader } from '/js/list.js';
import { filterForm } from '/js/filters.js';

const MAX_ROWS = 200;
const MINUTES = 30;

/** Articles per minute of the last half hour, drawn small. */
class Rate {
  constructor() {
    this.minutes = new Array(MINUTES).fill(0);
    this.at = Math.floor(Date.now() / 60000);
    this.value = h('strong', {}, '0');
    this.chart = s('svg', { viewBox: `0 0 ${MINUTES * 4} 24`, class: 'spark', 'aria-hidden': 'true' });
    this.element = h('span', { class: 'rate' }, this.chart, this.value, ` ${t('perMinute')}`);
  }

  roll() {
    const now = Math.floor(Date.now() / 60000);
    for (; this.at < now; this.at++) {
      this.minutes.shift();
      this.minutes.push(0);
    }
  }

  count() {
    this.roll();
    this.minutes[MINUTES - 1]++;
    this.draw();
  }

  draw() {
    this.roll();
    const most = Math.max(1, ...this.minutes);
    // the last 60 seconds: of the minute before as much as is still in them
    const [before, now] = this.minutes.slice(-2);
    const gone = (Date.now() / 60000) % 1;
    this.value.textContent = number(Math.round(now + before * (1 - gone)));
    this.chart.replaceChildren(...this.minutes.map((n, i) =>
      s('rect', { x: i * 4, width: 3, y: 24 - Math.max(1, (n / most) * 23), height: Math.max(1, (n / most) * 23) })));
  }
}

/** Opens the view; returns what closes it. */
export function liveView(main, filters, setFilters) {
  const reader = new Reader();
  const rate = new Rate();
  let paused = false;
  let waiting = [];
  let close = () => {};
  let failed = false;
  const turn = turns();
  const empty = h('p', { class: 'hint' }, t('empty'));
  const pause = h('button', { type: 'button', class: 'pause', 'aria-pressed': 'false' }, t('pause'));
  const connection = document.getElementById('connection');

  const show = (type, article, top) => {
    const known = reader.articles.get(article.id);
    if (type === 'erased') return reader.remove(article.id);
    if (known && Number(known.version) >= Number(article.version)) return undefined;
    const chosen = known && reader.find(article.id)?.classList.contains('chosen');
    if (known) reader.remove(article.id);
    empty.remove();
    const item = reader.add(article, { type, top });
    if (chosen) reader.mark(item);
    while (reader.list.children.length > MAX_ROWS) reader.remove(reader.list.lastElementChild.dataset.id);
    return item;
  };

  const label = () => {
    const count = waiting.length ? ` (${t('waiting', { n: waiting.length })})` : '';
    pause.textContent = paused ? t('resume') + count : t('pause');
  };

  const state = (name) => {
    connection.className = `connection ${name}`;
    connection.textContent = name ? t(name) : '';
  };

  const arrived = (type, article) => {
    rate.count();
    if (paused) {
      waiting.push([type, article]);
      if (waiting.length > MAX_ROWS) waiting.shift();
      label();
    } else {
      show(type, article, true);
    }
  };

  const hint = (text, error) => {
    empty.classList.toggle('error', error);
    fill(empty, text);
    reader.list.before(empty);
  };

  const load = async (values, isNewest) => {
    failed = false;
    try {
      const answer = await get(`/api/v1/articles${query({ ...values, limit: 50 })}`);
      if (!isNewest()) return;
      if (answer.articles.length === 0 && reader.articles.size === 0) hint(t('empty'), false);
      for (const article of answer.articles) show('created', article, false);
    } catch (error) {
      if (!isNewest()) return;
      failed = true;
      hint(t('failed', { why: error.message }), true);
      // what was asked for is wrong: asking again does not mend it
      if (error.status === 400) stop();
    }
  };

  const stop = () => {
    close();
    close = () => {};
    state('');
  };

  const start = (values) => {
    const isNewest = turn();
    close();
    reader.clear();
    waiting = [];
    label();
    hint(t('loading'), false);
    close = follow(values, {
      onArticle: arrived,
      onState: (name) => {
        state(name);
        if (name === 'connected' && failed) load(values, isNewest);
      },
    });
    load(values, isNewest);
  };

  const toggle = () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    if (!paused) {
      for (const [type, article] of waiting) show(type, article, true);
      waiting = [];
    }
    label();
  };
  pause.addEventListener('click', toggle);

  const changed = (values) => {
    setFilters(values);
    start(values);
  };
  const q = h('input', { name: 'q', type: 'search', placeholder: t('queryHelp'), 'aria-label': t('query'), value: filters.q ?? '', class: 'query', autocomplete: 'off' });
  fill(main, filterForm(filters, changed, { before: [q], after: [pause, rate.element] }), reader.element);
  rate.draw();
  const ticking = setInterval(() => rate.draw(), 5000);
  start(filters);
  return {
    reader,
    pause: toggle,
    close: () => {
      clearInterval(ticking);
      turn();
      stop();
    },
  };
}
