// The live stream.

import { h, s, fill } from '/js/dom.js';
import { get, follow, query } from '/js/api.js';
import { t } from '/js/words.js';
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
    this.value.textContent = String(this.minutes[MINUTES - 1]);
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
    if (chosen) item.classList.add('chosen');
    while (reader.list.children.length > MAX_ROWS) reader.remove(reader.list.lastElementChild.dataset.id);
    return item;
  };

  const arrived = (type, article) => {
    rate.count();
    if (paused) {
      waiting.push([type, article]);
      if (waiting.length > MAX_ROWS) waiting.shift();
      pause.textContent = `${t('resume')} (${t('waiting', { n: waiting.length })})`;
    } else {
      show(type, article, true);
    }
  };

  const start = async (values) => {
    close();
    reader.clear();
    waiting = [];
    reader.list.before(empty);
    close = follow(values, {
      onArticle: arrived,
      onState: (state) => {
        connection.className = `connection ${state}`;
        connection.textContent = t(state);
      },
    });
    try {
      const answer = await get(`/api/v1/articles${query({ ...values, limit: 50 })}`);
      for (const article of answer.articles) show('created', article, false);
    } catch (error) {
      fill(empty, t('failed', { why: error.message }));
      reader.list.before(empty);
    }
  };

  const toggle = () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', String(paused));
    pause.textContent = t(paused ? 'resume' : 'pause');
    if (!paused) {
      for (const [type, article] of waiting) show(type, article, true);
      waiting = [];
    }
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
      close();
      connection.textContent = '';
      connection.className = 'connection';
    },
  };
}
