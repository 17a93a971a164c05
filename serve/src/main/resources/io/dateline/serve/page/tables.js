// Sources and pipeline.

import { h, fill, refill } from '/js/dom.js';
import { ask, get, send } from '/js/api.js';
import { t, time, number } from '/js/words.js';

/** Stands where a number will be. */
const UNKNOWN = '–';

/** What may be wider than the page: scrolled by itself, with keys too. */
export function scrolled(label, content) {
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, content);
}

/** A table with a caption; numbers stand right. */
export function table(caption, heads, rows) {
  const numeric = heads.map((_, i) => rows.some((cells) => typeof cells[i] === 'number' || cells[i] === UNKNOWN));
  const cell = (value, i) => h('td', { class: numeric[i] ? 'number' : null }, typeof value === 'number' ? number(value) : value);
  return scrolled(caption, h('table', {}, h('caption', {}, caption),
    h('thead', {}, h('tr', {}, heads.map((head, i) => h('th', { scope: 'col', class: numeric[i] ? 'number' : null }, head)))),
    h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map(cell))))));
}

/** A source's state as a badge; nobody watches one without. */
function state(health) {
  if (!health) return '';
  const kind = health.state === 'well' ? 'good' : health.state === 'new' ? '' : 'bad';
  return h('span', { class: `badge ${kind}`, title: time(health.since) }, t(`state_${health.state}`));
}

function addSource(added) {
  const url = h('input', { name: 'url', type: 'url', required: true, placeholder: 'https://…', 'aria-label': t('sourceUrl'), class: 'query', autocomplete: 'off' });
  const note = h('p', { class: 'meta', role: 'status' });
  const form = h('form', { class: 'checks add' }, url, h('button', { class: 'primary' }, t('addSource')), note);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const source = await send('POST', '/api/v1/sources', { url: url.value });
      note.className = 'meta';
      note.textContent = t('sourceAdded', { id: source.id });
      url.value = '';
      added();
    } catch (error) {
      note.className = 'error';
      note.textContent = error.message;
    }
  });
  return form;
}

export function sourcesView(main) {
  const out = h('div', {}, t('loading'));
  const load = async () => {
    try {
      const { sources } = await get('/api/v1/sources');
      refill(out, sources.length === 0 ? h('p', { class: 'none' }, t('noSources')) : table(t('sources'), [t('source'), t('state'), t('articles'), t('lastDay'), t('lastSeen'), t('why')],
        sources.map((source) => [source.id ? h('a', { href: `#/search?source=${encodeURIComponent(source.id)}` }, source.id) : t('unknown'), state(source.health), source.articles, source.lastDay, time(source.lastIngestedAt), source.health?.reason ?? ''])));
    } catch (error) {
      fill(out, h('p', { class: 'error' }, t('failed', { why: error.message })));
    }
  };
  fill(main, h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': t('sources') }, addSource(load), out));
  load();
  const ticking = setInterval(load, 10000);
  return { close: () => clearInterval(ticking) };
}

/** Counters of the stages out of the Prometheus text. */
export function stages(metrics) {
  const found = new Map();
  const line = /^dateline_stage_(in|out|unchanged|rejected|seconds_sum|seconds_count)(?:_total)?\{([^}]*)\} ([0-9.eE+-]+)$/;
  for (const text of metrics.split('\n')) {
    const match = line.exec(text);
    const stage = match && /stage="([^"]+)"/.exec(match[2])?.[1];
    if (!stage) continue;
    const row = found.get(stage) ?? {};
    row[match[1]] = (row[match[1]] ?? 0) + Number(match[3]);
    found.set(stage, row);
  }
  return found;
}

const ORDER = ['fetch', 'extract', 'publish', 'detect-language', 'tag-countries', 'tag-topics', 'group', 'store', 'stream'];

/** Growth a minute since the last look; not known at the first one. */
function perMinute(before, key, value) {
  const now = Date.now();
  const last = before.get(key);
  before.set(key, { value, now });
  return last && now > last.now ? Math.max(0, Math.round(((value - last.value) * 60000) / (now - last.now))) : UNKNOWN;
}

async function pipeline(out, before) {
  const health = await (await ask('/readyz')).json();
  const metrics = stages(await (await ask('/metrics')).text());
  const { channels, lags } = await get('/api/v1/pipeline');
  const { rejections } = await get('/api/v1/rejections').catch(() => ({ rejections: [] }));
  const known = [...metrics].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  refill(out,
    h('ul', { class: 'parts', 'aria-label': t('parts') }, Object.entries(health.parts).map(([name, state]) =>
      h('li', { class: state === 'up' ? 'good' : 'bad' }, h('strong', {}, name), ` ${state === 'up' ? t('up') : state}`))),
    table(t('channels'), [t('channel'), t('positions'), t('perMinuteShort'), t('behind')],
      channels.map(({ name, end }) => [name, end, perMinute(before, name, end),
        lags.filter((lag) => lag.channel === name).map((lag) => `${lag.reader}: ${number(lag.positions)}`).join(', ')])),
    table(t('pipeline'), [t('stage'), t('in'), t('perMinuteShort'), t('out'), t('unchanged'), t('rejected'), `ms ${t('average')}`],
      known.map(([stage, row]) => [stage, row.in ?? 0, perMinute(before, stage, row.in ?? 0), row.out ?? 0, row.unchanged ?? 0, row.rejected ?? 0,
        row.seconds_count ? Number(((row.seconds_sum / row.seconds_count) * 1000).toFixed(2)) : ''])),
    rejections.length ? table(t('rejected'), [t('stage'), t('reason'), t('rejected')], rejections.map((r) => [r.stage, r.reason, r.rejected])) : null);
}

export function pipelineView(main) {
  const out = h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': t('pipeline') }, t('loading'));
  fill(main, out);
  const before = new Map();
  const load = () => pipeline(out, before).catch((error) => fill(out, h('p', { class: 'error' }, t('failed', { why: error.message }))));
  load();
  const ticking = setInterval(load, 5000);
  return { close: () => clearInterval(ticking) };
}
