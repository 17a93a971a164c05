// The filters that the live stream, search and volume share.

import { h, debounce } from '/js/dom.js';
import { t, topics, topicName, countryName, languageName } from '/js/words.js';

const LANGUAGES = ['de', 'en', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'ru', 'uk', 'tr', 'ar', 'zh', 'ja'];
const COUNTRIES = ('AF AL AM AR AT AU AZ BA BD BE BG BO BR BY CA CD CH CL CN CO CU CY CZ DE DK DZ EC EE EG ES ET FI FR GB GE GR HR HT HU ID IE IL IN IQ IR IS IT '
  + 'JO JP KE KG KP KR KZ LB LT LU LV LY MA MD ME MK ML MM MX MY NE NG NL NO NZ PE PH PK PL PS PT PY QA RO RS RU SA SD SE SI SK SN SO SS SY TH TJ TN TR TW TZ UA UG US UY UZ VE VN XK YE ZA ZW').split(' ');

function choice(name, label, values, chosen) {
  const select = h('select', { name, 'aria-label': label }, h('option', { value: '' }, `${label}: ${t('any')}`));
  for (const [value, text] of values) {
    select.append(h('option', { value, selected: value === chosen }, text));
  }
  return select;
}

function topicOptions() {
  const all = topics();
  const children = (code) => all.filter((topic) => (topic.broader ?? null) === code)
    .sort((a, b) => topicName(a.code).localeCompare(topicName(b.code)));
  const options = [];
  const walk = (code, depth) => {
    for (const topic of children(code)) {
      options.push([topic.code, `${'\u2003'.repeat(depth)}${topicName(topic.code)}`]);
      walk(topic.code, depth + 1);
    }
  };
  walk(null, 0);
  return options;
}

const byText = ([, a], [, b]) => a.localeCompare(b);

/** A form of filters; extra elements stand in front and behind. onChange gets the values. */
export function filterForm(values, onChange, { before = [], after = [] } = {}) {
  const form = h('form', { class: 'filters', role: 'search' },
    before,
    choice('topic', t('topic'), topicOptions(), values.topic),
    choice('country', t('country'), COUNTRIES.map((code) => [code, countryName(code)]).sort(byText), values.country),
    choice('lang', t('lang'), LANGUAGES.map((tag) => [tag, languageName(tag)]).sort(byText), values.lang),
    h('input', { name: 'source', placeholder: t('source'), 'aria-label': t('source'), value: values.source ?? '', size: 12, autocomplete: 'off' }),
    after);
  const read = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const changed = debounce(() => onChange(read()), 250);
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onChange(read());
  });
  return form;
}
