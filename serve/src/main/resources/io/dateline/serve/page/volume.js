// Volume: articles over time, on the map, topics against countries, and what there is more of than usual.

import { h, fill, turns } from '/js/dom.js';
import { get, query } from '/js/api.js';
import { t, amount, time, number, topics, topicName, countryName, languageName } from '/js/words.js';
import { filterForm } from '/js/filters.js';
import { scrolled, table } from '/js/tables.js';

const GRID_COUNTRIES = 16;
const LIST_LENGTH = 40;
const DAY = 86400000;
const PERIODS = ['1', '7', '30', '365', 'all'];

/** What is shown unless told otherwise: one article of years ago would make the chart a line. */
const PERIOD = '7';

/** The first day of a period, in UTC as the API's dates are. */
function firstDay(days) {
  return days === 'all' ? null : new Date(Date.now() - Number(days) * DAY).toISOString().slice(0, 10);
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

function sums(counts) {
  const found = new Map();
  for (const count of counts) {
    const sum = found.get(count.value) ?? [0, 0];
    found.set(count.value, [sum[0] + count.articles, sum[1] + count.withoutCopies]);
  }
  return [...found].sort((a, b) => b[1][0] - a[1][0]);
}

function list(by, counts) {
  const rows = sums(counts).slice(0, LIST_LENGTH);
  const most = rows[0]?.[1][0] ?? 1;
  return table(t(by === 'language' ? 'lang' : by), [t('name'), t('articles'), t('withoutCopies'), t('share')],
    rows.map(([value, [n, first]]) => [nameOf(by, value), n, first, h('meter', { min: 0, max: most, value: n, 'aria-label': nameOf(by, value) })]));
}

/** First-level topics against the countries that most is written about; a cell leads to its articles. */
function grid(cells, filters) {
  const total = new Map();
  const found = new Map();
  let most = 1;
  for (const cell of cells) {
    total.set(cell.country, (total.get(cell.country) ?? 0) + cell.articles);
    found.set(`${cell.topic} ${cell.country}`, cell.articles);
    most = Math.max(most, cell.articles);
  }
  const countries = [...total].sort((a, b) => b[1] - a[1]).slice(0, GRID_COUNTRIES).map(([code]) => code);
  const rows = topics().filter((topic) => !topic.broader && cells.some((cell) => cell.topic === topic.code));
  if (rows.length === 0) return h('p', { class: 'hint' }, t('none'));
  const cell = (topic, country) => {
    const n = found.get(`${topic} ${country}`) ?? 0;
    if (n === 0) return h('td', {});
    const link = h('a', { href: `#/search${query({ ...filters, topic, country })}`, 'aria-label': `${topicName(topic)}, ${countryName(country)}: ${number(n)}` }, number(n));
    const element = h('td', { class: 'heat' }, link);
    element.style.setProperty('--heat', `${Math.round(15 + (70 * Math.log(1 + n)) / Math.log(1 + most))}%`);
    return element;
  };
  return scrolled(t('grid'), h('table', { class: 'grid' }, h('caption', {}, t('grid')),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('topic')), countries.map((code) => h('th', { scope: 'col', title: countryName(code) }, code)))),
    h('tbody', {}, rows.map((topic) => h('tr', {}, h('th', { scope: 'row' }, topicName(topic.code)), countries.map((code) => cell(topic.code, code)))))));
}

function spikes(by, answer) {
  const head = [h('h2', {}, t('spikes')), h('p', { class: 'hint' }, answer.pastDays ? t('spikesHint', { n: answer.pastDays }) : t('noPast'))];
  if (answer.spikes.length === 0) return h('section', { class: 'spikes' }, head, answer.pastDays ? h('p', {}, t('none')) : null);
  return h('section', { class: 'spikes' }, head, h('ol', {}, answer.spikes.map((spike) =>
    h('li', {}, h('strong', {}, nameOf(by, spike.value)), ' ', h('span', { class: 'rel' }, t('spike', { n: number(spike.lastDay), usual: number(spike.usual) })),
      h('ul', {}, spike.articles.map((article) => h('li', {}, h('a', { href: `#/article/${article.id}` }, article.headline), ' ', h('span', { class: 'rel' }, time(article.at)))))))));
}

function figure(label) {
  const canvas = h('div', { class: 'canvas', role: 'img', 'aria-label': label });
  return { canvas, element: h('figure', { class: 'chart' }, h('figcaption', {}, label), canvas) };
}

export function volumeView(main, filters, setFilters) {
  const out = h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': t('volume') }, t('loading'));
  const charts = [];
  const turn = turns();
  const close = () => charts.splice(0).forEach((chart) => chart.close());
  const option = (name, label, values, otherwise) => h('select', { name, 'aria-label': label }, values.map(([value, text]) => h('option', { value, selected: (filters[name] ?? otherwise) === value }, otherwise ? text : `${label}: ${text}`)));
  const by = option('by', t('by'), [['topic', t('topic')], ['country', t('country')], ['language', t('lang')], ['source', t('source')]]);
  const interval = option('interval', t('interval'), [['hour', t('hour')], ['day', t('day')]]);

  const period = option('days', t('period'), PERIODS.map((days) => [days, days === 'all' ? t('allTime') : amount('lastDays', Number(days))]), PERIOD);

  const show = async (values, isNewest) => {
    const shared = { topic: values.topic, country: values.country, lang: values.lang, source: values.source };
    const from = firstDay(values.days ?? PERIOD);
    const per = values.interval ?? 'hour';
    const chosen = values.by ?? 'topic';
    const counts = (what) => get(`/api/v1/counts${query({ ...shared, from, interval: per, by: what })}`);
    const [all, parts, countries, cells, raised, drawing] = await Promise.all([
      counts('all'), counts(chosen), chosen === 'country' ? null : counts('country'),
      get(`/api/v1/counts/grid${query({ ...shared, from })}`), get(`/api/v1/counts/spikes${query({ ...shared, by: chosen })}`), import('/js/charts.js')]);
    if (!isNewest()) return;
    close();
    const time = figure(t('chart'));
    const map = figure(t('map'));
    map.element.classList.add('map');
    fill(out, all.counts.length === 0 ? h('p', { class: 'hint' }, t('none')) : [
      time.element, h('div', { class: 'pair' }, map.element, spikes(chosen, raised)), grid(cells.cells, { ...shared, from }), list(chosen, parts.counts)]);
    if (all.counts.length === 0) return;
    charts.push(drawing.timeChart(time.canvas, all.counts, per, from));
    const about = new Map(sums((countries ?? parts).counts).map(([code, [n]]) => [code, n]));
    charts.push(await drawing.worldMap(map.canvas, about, (country) => {
      location.hash = `#/volume${query({ ...values, country })}`;
    }));
    if (!isNewest()) close();
  };
  const load = (values) => {
    setFilters(values);
    const isNewest = turn();
    return show(values, isNewest).catch((error) => isNewest() && fill(out, h('p', { class: 'error' }, t('failed', { why: error.message }))));
  };
  fill(main, filterForm(filters, load, { after: [period, by, interval] }), out);
  load(filters);
  return {
    close: () => {
      turn();
      close();
    },
  };
}
