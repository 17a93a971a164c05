// One article with the words that caused its tags marked in its text.

import { h, fill } from '/js/dom.js';
import { get } from '/js/api.js';
import { t, amount, time, topicName, countryName, languageName } from '/js/words.js';

const MAX_WORDS = 5;

/** Written without spaces: a count of words says nothing. */
const WITHOUT_SPACES = ['zh', 'ja', 'th', 'lo', 'km', 'my'];

const NAME = { country: countryName, topic: topicName };

function tagName(tag) {
  return NAME[tag.kind]?.(tag.code, tag.name) ?? tag.name;
}

export function headline(article) {
  return article.headlines?.[0]?.value || article.title || article.uri;
}

export function languageOf(article) {
  return article.enrichment?.language ?? article.language ?? 'und';
}

/** All evidence as marks by JSON pointer. */
function marksByPointer(tags) {
  const marks = new Map();
  tags.forEach((tag, index) => {
    for (const piece of tag.evidence ?? []) {
      if (!marks.has(piece.pointer)) marks.set(piece.pointer, []);
      marks.get(piece.pointer).push({ start: piece.start, end: piece.end, tag: index });
    }
  });
  return marks;
}

/** Text with marks; offsets are UTF-16 units, as in JavaScript. Overlaps share a mark. */
export function marked(text, marks, offset, tags) {
  const inside = marks.filter((m) => m.end > offset && m.start < offset + text.length);
  const edges = new Set([0, text.length]);
  for (const m of inside) {
    edges.add(Math.max(0, m.start - offset));
    edges.add(Math.min(text.length, m.end - offset));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const words = text.slice(cuts[i], cuts[i + 1]);
    const here = [...new Set(inside.filter((m) => m.start - offset <= cuts[i] && m.end - offset >= cuts[i + 1]).map((m) => m.tag))];
    if (here.length === 0) {
      nodes.push(words);
    } else {
      const title = here.map((index) => `${tagName(tags[index])} ${tags[index].confidence}%`).join(', ');
      nodes.push(h('mark', { class: tags[here[0]].kind, 'data-tags': ` ${here.join(' ')} `, title }, words));
    }
  }
  return nodes;
}

function body(article, marks, tags) {
  const text = article.bodies?.[0]?.value ?? '';
  const own = marks.get('/bodies/0/value') ?? [];
  const paragraphs = [];
  let at = 0;
  for (const paragraph of text.split('\n\n')) {
    paragraphs.push(h('p', { dir: 'auto' }, marked(paragraph, own, at, tags)));
    at += paragraph.length + 2;
  }
  return paragraphs;
}

function tagButton(tag, index, pane) {
  const words = (tag.evidence ?? []).map((piece) => piece.words);
  const unique = [...new Set(words)];
  return h('li', {},
    h('button', { type: 'button', class: `tag ${tag.kind} ${tag.rel}`, 'data-tag': index, 'aria-pressed': 'false', onclick: (event) => select(pane, index, event.currentTarget) },
      h('span', { class: 'tag-name' }, tagName(tag)),
      tag.rel === 'about' ? null : h('span', { class: 'rel' }, tag.rel === 'mentions' ? t('mentioned') : t('broader')),
      tag.inferred ? h('span', { class: 'rel' }, t('inferred')) : null,
      h('span', { class: 'confidence', title: t('confidence') }, `${tag.confidence}%`),
      h('meter', { min: 0, max: 100, value: tag.confidence, 'aria-label': `${t('confidence')} ${tag.confidence}` }),
      h('span', { class: 'words' }, unique.length ? unique.slice(0, MAX_WORDS).map((w) => ['“', h('bdi', {}, w), '” ']) : t('noEvidence'))));
}

/** Shows the evidence of one tag only; a second press shows all again. */
function select(pane, index, button) {
  const pressed = button.getAttribute('aria-pressed') === 'true';
  pane.querySelectorAll('.tag').forEach((b) => b.setAttribute('aria-pressed', 'false'));
  pane.querySelectorAll('mark').forEach((m) => m.classList.remove('off', 'on'));
  if (pressed) return;
  button.setAttribute('aria-pressed', 'true');
  let first = null;
  pane.querySelectorAll('mark').forEach((m) => {
    const mine = m.dataset.tags.includes(` ${index} `);
    m.classList.add(mine ? 'on' : 'off');
    if (mine && !first) first = m;
  });
  first?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

function tagLists(tags, pane) {
  const group = (kind, title) => {
    const own = tags.map((tag, index) => [tag, index]).filter(([tag]) => tag.kind === kind);
    const order = { about: 0, mentions: 1, broader: 2 };
    own.sort(([a], [b]) => order[a.rel] - order[b.rel] || b.confidence - a.confidence);
    return own.length === 0 ? null : h('section', {}, h('h3', {}, title), h('ul', { class: 'tags' }, own.map(([tag, index]) => tagButton(tag, index, pane))));
  };
  return [group('topic', t('topics')), group('country', t('countries'))];
}

/** Whose text it is; a dateline's agency stands among the sources a second time. */
export function agenciesOf(article) {
  return [...new Set((article.infoSources ?? []).map((source) => source.name))];
}

function facts(article) {
  const rows = [];
  const add = (name, value) => value && rows.push(h('dt', {}, name), h('dd', {}, value));
  add(t('located'), article.located);
  add(t('authors'), article.by ?? (article.people ?? []).filter((p) => p.rel === 'author').map((p) => p.name).join(', '));
  add(t('agencies'), agenciesOf(article).join(', '));
  add(t('lang'), languageName(article.enrichment?.language ?? article.language));
  add(t('status'), article.pubStatus === 'canceled' ? t('withdrawn') : null);
  add(t(article.pubStatus === 'canceled' ? 'note' : 'corrected'), article.edNote);
  return rows.length ? h('dl', { class: 'facts' }, rows) : null;
}

function removedList(article) {
  const removed = article.enrichment?.removed ?? [];
  const captions = (article.associations ?? [])
    .map((a) => [a.descriptions?.[0]?.value, a.copyrightNotice].filter(Boolean).join(' · ')).filter(Boolean);
  return [
    captions.length ? h('details', {}, h('summary', {}, `${t('captions')} (${captions.length})`), h('ul', {}, captions.map((c) => h('li', { dir: 'auto' }, c)))) : null,
    removed.length ? h('details', {}, h('summary', {}, `${t('removed')} (${removed.length})`),
      h('ul', {}, removed.map((r) => h('li', {}, h('span', { class: 'rel' }, t(`removed_${r.kind}`)), ' ', h('bdi', {}, r.text))))) : null,
  ];
}

/** A section that loads when it is opened. */
function lazy(title, load) {
  const inner = h('div', {}, t('loading'));
  const details = h('details', {}, h('summary', {}, title), inner);
  let loaded = false;
  details.addEventListener('toggle', async () => {
    if (!details.open || loaded) return;
    loaded = true;
    try {
      fill(inner, await load());
    } catch (error) {
      loaded = false;
      fill(inner, h('p', { class: 'error' }, t('failed', { why: error.message })));
    }
  });
  return details;
}

const MARKS = { kept: (text) => text, added: (text) => h('ins', {}, text), removed: (text) => h('del', {}, text) };

function words(changes) {
  return changes.map(({ kind, text }) => MARKS[kind](text));
}

function tagChanges(title, tags) {
  return tags.length === 0 ? null : h('p', { class: 'meta' }, `${title}: ${tags.map(tagName).join(', ')}`);
}

/** Every version with what changed since the one before. */
async function versions(id) {
  const answer = await get(`/api/v1/articles/${id}/versions`);
  return h('ol', { class: 'versions' }, answer.versions.map(({ version, ingestedAt, event, changes }) => h('li', {},
    h('strong', {}, t('version', { n: version })), ` · ${time(ingestedAt)} · ${t(changes?.kind ?? event)}`,
    changes ? h('details', {}, h('summary', {}, t('diff', { n: changes.since })),
      h('p', { class: 'diff', dir: 'auto' }, words(changes.headline)), h('p', { class: 'diff', dir: 'auto' }, words(changes.body)),
      tagChanges(t('tagsGained'), changes.gained), tagChanges(t('tagsLost'), changes.lost)) : null)));
}

async function others(path, own) {
  const answer = await get(path);
  const list = answer.articles.filter((a) => a.id !== own);
  if (list.length === 0) return t('none');
  return h('ul', {}, list.map((a) => h('li', {},
    h('a', { href: `#/article/${a.id}`, lang: languageOf(a), dir: 'auto' }, headline(a)), ` · ${sourceOf(a)} · ${time(a.versionCreated ?? a.firstCreated)}`)));
}

/** Where the outlet has it; what came from a wire's files has no page. */
function original(article) {
  return /^https?:/.test(article.uri)
    ? h('a', { href: article.uri, rel: 'noopener noreferrer nofollow', target: '_blank' }, t('original')) : null;
}

/** Shows an article in a pane. */
export function showArticle(pane, article) {
  const tags = article.enrichment?.tags ?? [];
  const marks = marksByPointer(tags);
  const language = languageOf(article);
  const at = (pointer) => marks.get(pointer) ?? [];
  const kicker = article.headlines?.[1]?.value;
  const summary = article.descriptions?.[0]?.role?.endsWith('summary') ? article.descriptions[0].value : null;
  const words = WITHOUT_SPACES.includes(language.slice(0, 2)) ? 0 : article.bodies?.[0]?.wordCount;
  const title = article.headlines?.[0]?.value;
  fill(pane,
    h('header', {},
      h('p', { class: 'meta' },
        h('a', { href: `#/article/${article.id}`, class: 'source', title: t('permalink') }, sourceOf(article)),
        h('time', {}, time(article.versionCreated ?? article.firstCreated)),
        h('span', {}, t('version', { n: article.version ?? 1 })),
        words ? h('span', {}, amount('nWords', words)) : null,
        original(article)),
      kicker ? h('p', { class: 'kicker', lang: language, dir: 'auto' }, marked(kicker, at('/headlines/1/value'), 0, tags)) : null,
      h('h2', { lang: language, dir: 'auto' }, title ? marked(title, at('/headlines/0/value'), 0, tags) : headline(article)),
      summary ? h('p', { class: 'summary', lang: language, dir: 'auto' }, marked(summary, at('/descriptions/0/value'), 0, tags)) : null,
      facts(article)),
    h('div', { class: 'columns' },
      h('div', { class: 'text', lang: language },
        article.located ? h('p', { class: 'dateline', dir: 'auto' }, marked(article.located, at('/located'), 0, tags)) : null,
        body(article, marks, tags)),
      h('aside', { class: 'evidence', 'aria-label': t('evidence') }, tagLists(tags, pane))),
    h('footer', {},
      removedList(article),
      article.id ? lazy(t('versions'), () => versions(article.id)) : null,
      article.enrichment?.copyGroup ? lazy(t('copies'), () => others(`/api/v1/articles/${article.id}/copies`, article.id)) : null,
      article.enrichment?.story ? h('p', {}, h('a', { class: 'story-link', href: `#/story/${encodeURIComponent(article.enrichment.story.id)}` }, t('story'))) : null));
  pane.scrollTop = 0;
}

/** The outlet: its id, else the host of its page. */
export function sourceOf(article) {
  const source = (article.altIds ?? []).find((id) => id.role?.endsWith('source'))?.value;
  if (source) return source;
  try {
    return new URL(article.uri).hostname;
  } catch {
    return '';
  }
}

/** The view of a single article. */
export async function articleView(main, id, setTitle) {
  const pane = h('article', { class: 'pane single', tabindex: '0', 'aria-label': t('articles') }, t('loading'));
  fill(main, pane);
  try {
    const article = await get(`/api/v1/articles/${encodeURIComponent(id)}`);
    showArticle(pane, article);
    if (pane.isConnected) setTitle(headline(article));
  } catch (error) {
    fill(pane, h('p', { class: 'error' }, t('failed', { why: error.message })));
  }
}
