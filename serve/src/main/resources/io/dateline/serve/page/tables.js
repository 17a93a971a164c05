// Volume, sources and pipeline.

import { h, s, fill } from '/js/dom.js';
import { get, query } from '/js/api.js';
import { t, time, number, topicName, countryName, languageName } from '/js/words.js';
import { filterForm } from '/js/filters.js';

const WIDTH = 960;
const HEIGHT = 260;

function table(caption, heads, rows) {
  return h('table', {}, h('caption', {}, caption),
    h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((cell, i) => h('td', { class: typeof cell === 'number' ? 'number' : null }, typeof cell === 'number' ? number(cell) : cell))))));
}

function nameOf(by, value) {
  switch (by) {
    case 'topic': return topicName(value);
    case 'country': return countryName(value);
    case 'language': return languageName(value);
    case 'source': return value || t('unknown');
    default: return t('all');
  }
}

/** Bars over time: all articles, and within them those without copies. */
function chart(counts, interval) {
  const sums = new Map();
  for (const count of counts) {
    const sum = sums.get(count.start) ?? { articles: 0, withoutCopies: 0 };
    sum.articles += count.articles;
    sum.withoutCopies += count.withoutCopies;
    sums.set(count.start, sum);
  }
  const starts = [...sums.keys()].sort();
  if (starts.length === 0) return h('p', { class: 'hint' }, t('none'));
  const step = interval === 'day' ? 86400000 : 3600000;
  const first = Date.parse(starts[0]);
  const slots = Math.min(1000, Math.round((Date.parse(starts.at(-1)) - first) / step) + 1);
  const most = Math.max(...[...sums.values()].map((sum) => sum.articles));
  const width = Math.min(64, (WIDTH - 60) / slots);
  const bars = starts.map((start) => {
    const slot = Math.round((Date.parse(start) - first) / step);
    const sum = sums.get(start);
    const bar = (n, kind) => s('rect', { class: kind, x: 50 + slot * width, width: Math.max(1, width - Math.min(2, width / 4)), y: HEIGHT - 30 - (n / most) * (HEIGHT - 50), height: (n / most) * (HEIGHT - 50) });
    return s('g', {}, s('title', {}, `${time(start)}: ${number(sum.articles)} (${t('withoutCopies')} ${number(sum.withoutCopies)})`), bar(sum.articles, 'bar'), bar(sum.withoutCopies, 'bar first'));
  });
  const lines = (most > 1 ? [0, 0.5, 1] : [0, 1]).map((part) => {
    const y = HEIGHT - 30 - part * (HEIGHT - 50);
    return s('g', { class: 'axis' }, s('line', { x1: 46, x2: WIDTH, y1: y, y2: y }), s('text', { x: 42, y: y + 4, 'text-anchor': 'end' }, number(Math.round(most * part))));
  });
  const labels = s('g', { class: 'axis' }, s('text', { x: 50, y: HEIGHT - 8 }, time(starts[0])),
    slots > 6 ? s('text', { x: Math.min(WIDTH, 50 + slots * width), y: HEIGHT - 8, 'text-anchor': 'end' }, time(starts.at(-1))) : null);
  return h('figure', { class: 'chart' }, s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': t('chart') }, lines, bars, labels),
    h('figcaption', {}, h('span', { class: 'key bar' }), t('articles'), h('span', { class: 'key first' }), t('withoutCopies')));
}

export function volumeView(main, filters, setFilters) {
  const out = h('div', { class: 'wide' }, t('loading'));
  const option = (name, label, values) => h('select', { name, 'aria-label': label }, values.map(([value, text]) => h('option', { value, selected: filters[name] === value }, `${label}: ${text}`)));
  const by = option('by', t('by'), [['topic', t('topic')], ['country', t('country')], ['language', t('lang')], ['source', t('source')]]);
  const interval = option('interval', t('interval'), [['hour', t('hour')], ['day', t('day')]]);
  const load = async (values) => {
    setFilters(values);
    const shared = { topic: values.topic, country: values.country, lang: values.lang, source: values.source, interval: values.interval ?? 'hour' };
    try {
      const [all, parts] = await Promise.all([
        get(`/api/v1/counts${query({ ...shared, by: 'all' })}`), get(`/api/v1/counts${query({ ...shared, by: values.by ?? 'topic' })}`)]);
      const sums = new Map();
      for (const count of parts.counts) {
        const sum = sums.get(count.value) ?? [0, 0];
        sums.set(count.value, [sum[0] + count.articles, sum[1] + count.withoutCopies]);
      }
      const rows = [...sums].sort((a, b) => b[1][0] - a[1][0]).slice(0, 40);
      const most = rows[0]?.[1][0] ?? 1;
      fill(out, chart(all.counts, shared.interval),
        table(t(values.by === 'language' ? 'lang' : values.by ?? 'topic'), [t('name'), t('articles'), t('withoutCopies'), ''],
          rows.map(([value, [n, first]]) => [nameOf(values.by ?? 'topic', value), n, first, h('meter', { min: 0, max: most, value: n, 'aria-label': nameOf(values.by ?? 'topic', value) })])));
    } catch (error) {
      fill(out, h('p', { class: 'error' }, t('failed', { why: error.message })));
    }
  };
  fill(main, filterForm(filters, load, { after: [by, interval] }), out);
  load(filters);
  return { close: () => {} };
}

export function sourcesView(main) {
  const out = h('div', { class: 'wide' }, t('loading'));
  fill(main, out);
  const load = async () => {
    try {
      const { sources } = await get('/api/v1/sources');
      fill(out, sources.length === 0 ? h('p', { class: 'hint' }, t('none')) : table(t('sources'), [t('source'), t('articles'), t('lastDay'), t('lastSeen')],
        sources.map((source) => [h('a', { href: `#/search?source=${encodeURIComponent(source.id)}` }, source.id || t('unknown')), source.articles, source.lastDay, time(source.lastIngestedAt)])));
    } catch (error) {
      fill(out, h('p', { class: 'error' }, t('failed', { why: error.message })));
    }
  };
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

async function pipeline(out) {
  const health = await (await fetch('/readyz')).json();
  const metrics = stages(await (await fetch('/metrics')).text());
  const { rejections } = await get('/api/v1/rejections').catch(() => ({ rejections: [] }));
  const known = [...metrics].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  fill(out,
    h('ul', { class: 'parts', 'aria-label': t('parts') }, Object.entries(health.parts).map(([name, state]) =>
      h('li', { class: state === 'up' ? 'good' : 'bad' }, h('strong', {}, name), ` ${state === 'up' ? t('up') : state}`))),
    table(t('pipeline'), [t('stage'), t('in'), t('out'), t('unchanged'), t('rejected'), `ms ${t('average')}`],
      known.map(([stage, row]) => [stage, row.in ?? 0, row.out ?? 0, row.unchanged ?? 0, row.rejected ?? 0,
        row.seconds_count ? Number(((row.seconds_sum / row.seconds_count) * 1000).toFixed(2)) : ''])),
    rejections.length ? table(t('rejected'), [t('stage'), t('reason'), t('rejected')], rejections.map((r) => [r.stage, r.reason, r.rejected])) : null);
}

export function pipelineView(main) {
  const out = h('div', { class: 'wide' }, t('loading'));
  fill(main, out);
  const load = () => pipeline(out).catch((error) => fill(out, h('p', { class: 'error' }, t('failed', { why: error.message }))));
  load();
  const ticking = setInterval(load, 5000);
  return { close: () => clearInterval(ticking) };
}
