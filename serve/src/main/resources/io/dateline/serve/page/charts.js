// Time chart and world map, drawn by Apache ECharts from our own jar. Colours are the page's.

import * as echarts from '/lib/echarts.js';
import { get } from '/js/api.js';
import { t, time, number, countryName } from '/js/words.js';

const HOUR = 3600000;

let world = null;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A chart in an element that follows the element's size and the page's colours until it is closed. */
export class Chart {
  constructor(element, option, onChoose) {
    this.option = option;
    this.chart = echarts.init(element, null, { renderer: 'canvas' });
    this.draw = () => this.chart.setOption(this.option(), true);
    this.sizes = new ResizeObserver(() => this.chart.resize());
    this.sizes.observe(element);
    this.theme = new MutationObserver(this.draw);
    this.theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', this.draw);
    if (onChoose) this.chart.on('click', (event) => onChoose(event.name));
    this.draw();
  }

  close() {
    this.sizes.disconnect();
    this.theme.disconnect();
    this.scheme.removeEventListener('change', this.draw);
    this.chart.dispose();
  }
}

// rich text: the tooltip is painted on the canvas, so that no text of an article becomes markup
function tooltip(formatter) {
  return {
    renderMode: 'richText', confine: true, formatter,
    backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink') },
  };
}

function still() {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Bars over time, from a day on where one is given: texts, and the copies of them on top. */
export function timeChart(element, counts, interval, from) {
  const sums = new Map();
  for (const count of counts) {
    const sum = sums.get(count.start) ?? { articles: 0, withoutCopies: 0 };
    sum.articles += count.articles;
    sum.withoutCopies += count.withoutCopies;
    sums.set(count.start, sum);
  }
  const points = [...sums].sort(([a], [b]) => a.localeCompare(b));
  const bars = (name, shade, opacity, value) => ({
    name, type: 'bar', stack: 'all', barMaxWidth: 48, itemStyle: { color: shade, opacity }, cursor: 'default',
    data: points.map(([start, sum]) => [Date.parse(start), value(sum)]),
  });
  const soft = () => ({ color: colour('soft') });
  return new Chart(element, () => ({
    animation: still(),
    grid: { left: 48, right: 16, top: 36, bottom: 28 },
    legend: { top: 0, left: 40, textStyle: soft(), itemWidth: 12, itemHeight: 12 },
    tooltip: { trigger: 'axis', ...tooltip((bar) => `${time(new Date(bar[0].value[0]).toISOString())}\n${bar.map((b) => `${b.seriesName}: ${number(b.value[1])}`).join('\n')}`) },
    xAxis: { type: 'time', min: from ?? undefined, minInterval: interval === 'day' ? 24 * HOUR : HOUR, axisLabel: soft(), axisLine: { lineStyle: { color: colour('line') } } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { ...soft(), formatter: number }, splitLine: { lineStyle: { color: colour('line') } } },
    series: [
      bars(t('withoutCopies'), colour('accent'), 1, (sum) => sum.withoutCopies),
      bars(t('copies'), colour('accent'), 0.35, (sum) => sum.articles - sum.withoutCopies),
    ],
  }));
}

/** The world, darker where more articles are about; a country that is clicked is chosen. */
export async function worldMap(element, articles, onChoose) {
  if (!world) {
    world = await get('/world.json');
    echarts.registerMap('world', world);
  }
  const most = Math.log10(1 + Math.max(1, ...articles.values()));
  const data = [...articles].map(([name, n]) => ({ name, value: Math.log10(1 + n), n }));
  const known = new Set(world.features.map((feature) => feature.properties.name));
  const label = (name) => (name.length === 2 ? countryName(name) : name);
  return new Chart(element, () => ({
    animation: false,
    tooltip: { trigger: 'item', ...tooltip((area) => `${label(area.name)}: ${number(area.data?.n ?? 0)}`) },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [colour('hover'), colour('accent')] } },
    series: [{
      type: 'map', map: 'world', nameProperty: 'name', top: 4, bottom: 4, left: 0, right: 0, selectedMode: false, aspectScale: 0.82, roam: false,
      itemStyle: { areaColor: colour('hover'), borderColor: colour('line'), borderWidth: 0.6 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: colour('country') } },
      data: data.filter((area) => known.has(area.name)),
    }],
  }), (name) => name.length === 2 && onChoose(name));
}
