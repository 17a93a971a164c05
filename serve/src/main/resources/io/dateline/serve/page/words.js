// The page's words in German and English, and names of topics, countries, languages and times.

const WORDS = {
  en: {
    live: 'Live', search: 'Search', volume: 'Volume', watches: 'Watches', sources: 'Sources', pipeline: 'Pipeline', stories: 'Stories',
    skip: 'Skip to content', theme: 'Light or dark', otherLanguage: 'Deutsch', help: 'Keys',
    topic: 'Topic', country: 'Country', lang: 'Language', source: 'Source', any: 'any', query: 'Query',
    pause: 'Pause', resume: 'Resume', waiting: '{n} waiting', perMinute: 'articles per minute', clear: 'Clear filters',
    connected: 'live', connecting: 'connecting …', lost: 'connection lost, trying again',
    empty: 'No articles yet. They appear here as they are published.', none: 'Nothing found.',
    choose: 'Choose an article to read it with its evidence.', loading: 'Loading …', failed: 'Could not load: {why}',
    original: 'Original', versions: 'Versions', copies: 'Copies', story: 'Story', evidence: 'Evidence', tags: 'Tags',
    countries: 'Countries', topics: 'Topics', mentioned: 'mentioned', broader: 'broader', inferred: 'inferred',
    removed: 'Taken out of the text', agencies: 'Agency', authors: 'By', located: 'Place', status: 'Status', note: 'Note',
    withdrawn: 'Withdrawn', created: 'Published', permalink: 'Link to this article', corrected: 'Corrected', updated: 'Updated', erased: 'Erased', copy: 'Copy',
    allTags: 'All evidence', noEvidence: 'no words: concluded by a rule', confidence: 'confidence', version: 'Version {n}',
    captions: 'Pictures', more: 'More', newest: 'newest first', best: 'best first', order: 'Order',
    from: 'From', to: 'To', export: 'Save as', firstOnly: 'one for each text', hour: 'hour', day: 'day', by: 'By',
    interval: 'Per', all: 'all', articles: 'Articles', withoutCopies: 'without copies', lastDay: 'Last 24 h', lastSeen: 'Last article', state: 'State', why: 'Why',
    stage: 'Stage', in: 'In', out: 'Out', unchanged: 'Unchanged', rejected: 'Rejected', reason: 'Reason', parts: 'Parts', channels: 'Channels', channel: 'Channel', positions: 'Positions', perMinuteShort: 'a minute', behind: 'Not read yet', up: 'up',
    unknown: 'unknown', tokenNeeded: 'This server needs a token.', token: 'Token', login: 'Open', close: 'Close',
    queryHelp: 'words, "phrases", prefix*, topic:conflict, country:SY, AND OR NOT',
    name: 'Name', save: 'Save', preview: 'Preview', delete: 'Delete', newWatch: 'New watch', hits: 'Hits', webhook: 'Webhook',
    paused: 'paused', active: 'active', previewResult: '{n} articles in the last 7 days', noWatches: 'No watches yet. Save a query and be told when it matches.',
    average: 'on average', seconds: 's', oncePerText: 'once per text', edit: 'Change', diff: 'Difference to version {n}', chart: 'Articles over time', map: 'Countries that articles are about', grid: 'Topics and countries', share: 'Share',
    nArticles: '{n} articles', nArticles_1: '1 article', nWords: '{n} words', nWords_1: '1 word', nTexts: '{n} texts', nTexts_1: '1 text', nOutlets: '{n} outlets', nOutlets_1: '1 outlet', timeline: 'Timeline', relatedStories: 'In other languages', largest: 'largest first', tagsGained: 'Tags gained', tagsLost: 'Tags lost',
    spikes: 'More than usual', spikesHint: 'Last 24 hours against the {n} days before, copies counted once.', noPast: 'Nothing to compare with yet: the past is shorter than a day.', spike: '{n}, usually {usual} a day',
    alerts: 'Alerts', alertCount: 'alerts: {n}', alertKind: 'Kind of alert', alertTarget: 'Address', rhythm: 'How often', addAlert: 'Add alert',
    email: 'E-mail', instant: 'at once', hourly: 'hourly', daily: 'daily', switchOn: 'Switch on', switchOff: 'Switch off',
    remove: 'Remove', noAlerts: 'Nobody is told. Add a webhook or an e-mail address.', secretHint: 'The receiver checks signatures with this secret. Keep it: it is not shown again.', deliveries: 'Deliveries', noDeliveries: 'Nothing was sent yet.', noHits: 'No hits yet. New articles that match appear here.',
    receiver: 'To', tries: 'Tries', when: 'When', delivery_pending: 'waiting', delivery_delivered: 'delivered', delivery_failed: 'given up',
    delivery_cancelled: 'cancelled', feed_atom: 'Atom feed', feed_json: 'JSON feed', addSource: 'Add a source', sourceUrl: 'Address of a site or feed', add: 'Add',
    sourceAdded: '{id} is watched from now on.', noSources: 'No sources yet.', state_well: 'well', state_silent: 'silent', state_failing: 'failing',
    state_drifting: 'drifting', state_new: 'new', removed_caption: 'caption', removed_credit: 'credit', removed_dateline: 'dateline', removed_byline: 'byline', 'removed_sign-off': 'sign-off', removed_kicker: 'kicker',
    removed_boilerplate: 'boilerplate', removed_correction: 'correction', back: 'Back to the list', unreachable: 'the server does not answer', noView: 'There is no such page.',
    reallyDelete: 'Delete for good?', saved: 'Saved.', period: 'Period', lastDays: 'last {n} days', lastDays_1: 'last day', allTime: 'everything',
    keysList: [['1–7', 'views'], ['j  k', 'next, previous article'], ['Enter', 'open'], ['p', 'pause or resume'], ['/', 'query'], ['?', 'these keys'], ['Esc', 'close']],
  },
  de: {
    live: 'Live', search: 'Suche', volume: 'Volumen', watches: 'Beobachtungen', sources: 'Quellen', pipeline: 'Ablauf', stories: 'Geschichten',
    skip: 'Zum Inhalt', theme: 'Hell oder dunkel', otherLanguage: 'English', help: 'Tasten',
    topic: 'Thema', country: 'Land', lang: 'Sprache', source: 'Quelle', any: 'alle', query: 'Anfrage',
    pause: 'Anhalten', resume: 'Weiter', waiting: '{n} warten', perMinute: 'Artikel je Minute', clear: 'Filter löschen',
    connected: 'live', connecting: 'verbinde …', lost: 'Verbindung verloren, neuer Versuch',
    empty: 'Noch keine Artikel. Sie erscheinen hier, sobald sie veröffentlicht werden.', none: 'Nichts gefunden.',
    choose: 'Einen Artikel wählen, um ihn mit seinen Belegen zu lesen.', loading: 'Lädt …', failed: 'Nicht geladen: {why}',
    original: 'Original', versions: 'Fassungen', copies: 'Kopien', story: 'Geschichte', evidence: 'Belege', tags: 'Schlagworte',
    countries: 'Länder', topics: 'Themen', mentioned: 'erwähnt', broader: 'Oberthema', inferred: 'erschlossen',
    removed: 'Aus dem Text genommen', agencies: 'Agentur', authors: 'Von', located: 'Ort', status: 'Stand', note: 'Hinweis',
    withdrawn: 'Zurückgezogen', created: 'Veröffentlicht', permalink: 'Link auf diesen Artikel', corrected: 'Berichtigt', updated: 'Aktualisiert', erased: 'Gelöscht', copy: 'Kopie',
    allTags: 'Alle Belege', noEvidence: 'ohne Worte: von einer Regel erschlossen', confidence: 'Sicherheit', version: 'Fassung {n}',
    captions: 'Bilder', more: 'Mehr', newest: 'neueste zuerst', best: 'beste zuerst', order: 'Reihenfolge',
    from: 'Von', to: 'Bis', export: 'Sichern als', firstOnly: 'jeder Text einmal', hour: 'Stunde', day: 'Tag', by: 'Nach',
    interval: 'Je', all: 'alles', articles: 'Artikel', withoutCopies: 'ohne Kopien', lastDay: 'Letzte 24 h', lastSeen: 'Letzter Artikel', state: 'Zustand', why: 'Warum',
    stage: 'Schritt', in: 'Ein', out: 'Aus', unchanged: 'Unverändert', rejected: 'Abgewiesen', reason: 'Grund', parts: 'Teile', channels: 'Kanäle', channel: 'Kanal', positions: 'Positionen', perMinuteShort: 'je Minute', behind: 'Noch nicht gelesen', up: 'läuft',
    unknown: 'unbekannt', tokenNeeded: 'Dieser Server verlangt ein Token.', token: 'Token', login: 'Öffnen', close: 'Schließen',
    queryHelp: 'Wörter, "Wendungen", Anfang*, topic:Konflikt, country:SY, AND OR NOT',
    name: 'Name', save: 'Sichern', preview: 'Vorschau', delete: 'Löschen', newWatch: 'Neue Beobachtung', hits: 'Treffer', webhook: 'Webhook',
    paused: 'angehalten', active: 'aktiv', previewResult: '{n} Artikel in den letzten 7 Tagen', noWatches: 'Noch keine Beobachtungen. Eine Anfrage sichern und Treffer gemeldet bekommen.',
    average: 'im Mittel', seconds: 's', oncePerText: 'jeder Text einmal', edit: 'Ändern', diff: 'Unterschied zu Fassung {n}', chart: 'Artikel im Zeitverlauf', map: 'Länder, um die es geht', grid: 'Themen und Länder', share: 'Anteil',
    nArticles: '{n} Artikel', nArticles_1: '1 Artikel', nWords: '{n} Wörter', nWords_1: '1 Wort', nTexts: '{n} Texte', nTexts_1: '1 Text', nOutlets: '{n} Quellen', nOutlets_1: '1 Quelle', timeline: 'Verlauf', relatedStories: 'In anderen Sprachen', largest: 'größte zuerst', tagsGained: 'Neue Schlagworte', tagsLost: 'Entfallene Schlagworte',
    spikes: 'Mehr als sonst', spikesHint: 'Letzte 24 Stunden gegen die {n} Tage davor, Kopien einmal gezählt.', noPast: 'Noch nichts zum Vergleichen: die Vergangenheit ist kürzer als ein Tag.', spike: '{n}, sonst {usual} am Tag',
    alerts: 'Meldungen', alertCount: 'Meldungen: {n}', alertKind: 'Art der Meldung', alertTarget: 'Adresse', rhythm: 'Wie oft', addAlert: 'Meldung hinzufügen',
    email: 'E-Mail', instant: 'sofort', hourly: 'stündlich', daily: 'täglich', switchOn: 'Einschalten', switchOff: 'Ausschalten',
    remove: 'Entfernen', noAlerts: 'Niemand wird benachrichtigt. Einen Webhook oder eine E-Mail-Adresse hinzufügen.', secretHint: 'Mit diesem Geheimnis prüft der Empfänger die Signatur. Aufheben: es wird nicht noch einmal gezeigt.', deliveries: 'Zustellungen', noDeliveries: 'Noch nichts gesendet.', noHits: 'Noch keine Treffer. Neue passende Artikel erscheinen hier.',
    receiver: 'An', tries: 'Versuche', when: 'Wann', delivery_pending: 'wartet', delivery_delivered: 'zugestellt', delivery_failed: 'aufgegeben',
    delivery_cancelled: 'abgebrochen', feed_atom: 'Atom-Feed', feed_json: 'JSON-Feed', addSource: 'Quelle hinzufügen', sourceUrl: 'Adresse einer Seite oder eines Feeds', add: 'Hinzufügen',
    sourceAdded: '{id} wird ab jetzt beobachtet.', noSources: 'Noch keine Quellen.', state_well: 'gut', state_silent: 'still', state_failing: 'gestört',
    state_drifting: 'abweichend', state_new: 'neu', removed_caption: 'Bildtext', removed_credit: 'Nachweis', removed_dateline: 'Ortsmarke', removed_byline: 'Autorenzeile', 'removed_sign-off': 'Kürzel', removed_kicker: 'Dachzeile',
    removed_boilerplate: 'Beiwerk', removed_correction: 'Berichtigung', back: 'Zurück zur Liste', unreachable: 'der Server antwortet nicht', noView: 'Diese Seite gibt es nicht.',
    reallyDelete: 'Endgültig löschen?', saved: 'Gesichert.', period: 'Zeitraum', lastDays: 'letzte {n} Tage', lastDays_1: 'letzter Tag', allTime: 'alles',
    keysList: [['1–7', 'Ansichten'], ['j  k', 'nächster, voriger Artikel'], ['Enter', 'öffnen'], ['p', 'anhalten oder weiter'], ['/', 'Anfrage'], ['?', 'diese Tasten'], ['Esc', 'schließen']],
  },
};

let language = stored('dateline.language') ?? (navigator.language.startsWith('de') ? 'de' : 'en');
let topicNames = new Map();

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function currentLanguage() {
  return language;
}

export function setLanguage(next) {
  language = next;
  try {
    localStorage.setItem('dateline.language', next);
  } catch {
    // a browser that keeps nothing starts with its own language again
  }
}

/** A word of the page; {n} and the like are replaced. */
export function t(key, values = {}) {
  const word = WORDS[language][key] ?? key;
  return typeof word === 'string' ? word.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : word;
}

/** A number with its word, in the singular where it is one. */
export function amount(key, n) {
  return t(n === 1 ? `${key}_1` : key, { n: number(n) });
}

export async function loadTopics(get) {
  const answer = await get('/api/v1/vocab/topics');
  topicNames = new Map(answer.topics.map((topic) => [topic.code, topic]));
}

export function topicName(code, otherwise) {
  const topic = topicNames.get(code);
  return topic?.names[language] ?? topic?.names.en ?? otherwise ?? code;
}

export function topics() {
  return [...topicNames.values()];
}

export function countryName(code, otherwise) {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? otherwise ?? code;
  } catch {
    return otherwise ?? code;
  }
}

export function languageName(tag) {
  if (!tag || tag === 'und') return t('unknown');
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** How the reader's own country writes times and numbers, in the page's language. */
function locale() {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}

/** A time as short as it is clear: no date today, no year this year. */
export function time(iso) {
  if (!iso) return '';
  const date = new Date(iso);
  const now = new Date();
  if (Number.isNaN(date.getTime())) return '';
  const { hour12 } = new Intl.DateTimeFormat(locale(), { hour: 'numeric' }).resolvedOptions();
  const clock = { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' };
  if (now.toDateString() === date.toDateString()) return new Intl.DateTimeFormat(locale(), clock).format(date);
  const day = { day: 'numeric', month: 'short' };
  const year = now.getFullYear() === date.getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale(), { ...day, ...year, ...clock }).format(date);
}

export function number(value) {
  return new Intl.NumberFormat(locale()).format(value);
}
