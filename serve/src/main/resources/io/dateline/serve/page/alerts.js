// Where a watch's hits are sent, and what became of them.

import { h, fill } from '/js/dom.js';
import { get } from '/js/api.js';
import { t, time, number } from '/js/words.js';
import { table } from '/js/tables.js';

const MOST = 10;
const SECRET_BYTES = 32;
const RHYTHMS = ['instant', 'hourly', 'daily'];

function newSecret() {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

export function address(alert) {
  return alert.kind === 'webhook' ? alert.url : alert.to.join(', ');
}

function freeId(alerts) {
  let n = 1;
  while (alerts.some((alert) => alert.id === `alert-${n}`)) n++;
  return `alert-${n}`;
}

/** A part of the watch's form; values() gives the alerts as the API takes them. */
export function alertEditor(known) {
  const alerts = known.map((alert) => ({ ...alert }));
  const list = h('ul', { class: 'alerts' });
  const kind = h('select', { 'aria-label': t('alertKind') }, ['webhook', 'email'].map((value) => h('option', { value }, t(value))));
  const target = h('input', { 'aria-label': t('alertTarget'), type: 'text', spellcheck: 'false', autocomplete: 'off', class: 'query' });
  const rhythm = h('select', { 'aria-label': t('rhythm') }, RHYTHMS.map((value) => h('option', { value }, t(value))));
  const add = h('button', { type: 'button' }, t('addAlert'));

  const chosen = () => {
    const webhook = kind.value === 'webhook';
    rhythm.hidden = webhook;
    target.placeholder = webhook ? 'https://…' : 'name@example.org, …';
  };

  const line = (alert) => h('li', { class: alert.disabled ? 'off' : '' },
    h('span', { class: 'badge' }, t(alert.kind)), h('code', {}, address(alert)),
    alert.rhythm ? h('span', { class: 'meta' }, t(alert.rhythm)) : null,
    h('span', { class: 'buttons' },
      h('button', { type: 'button', 'aria-pressed': String(!alert.disabled), onclick: () => { alert.disabled = !alert.disabled; draw(); } }, t(alert.disabled ? 'switchOn' : 'switchOff')),
      h('button', { type: 'button', 'aria-label': `${t('remove')} ${address(alert)}`, onclick: () => { alerts.splice(alerts.indexOf(alert), 1); draw(); } }, t('remove'))),
    alert.secret ? h('p', { class: 'secret' }, t('secretHint'), ' ', h('code', {}, alert.secret)) : null);

  const draw = () => {
    fill(list, alerts.length === 0 ? h('li', { class: 'meta' }, t('noAlerts')) : alerts.map(line));
    add.disabled = alerts.length >= MOST;
  };

  const take = () => {
    const text = target.value.trim();
    if (!text) return target.focus();
    const alert = { id: freeId(alerts), kind: kind.value, disabled: false };
    if (kind.value === 'webhook') Object.assign(alert, { url: text, secret: newSecret() });
    else Object.assign(alert, { to: text.split(/[\s,;]+/).filter(Boolean), rhythm: rhythm.value });
    alerts.push(alert);
    target.value = '';
    return draw();
  };
  add.addEventListener('click', take);
  kind.addEventListener('change', chosen);
  target.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      take();
    }
  });
  chosen();
  draw();
  return {
    element: h('fieldset', { class: 'alert-box' }, h('legend', {}, t('alerts')), list, h('p', { class: 'checks add' }, kind, target, rhythm, add)),
    values: () => {
      if (target.value.trim()) take();
      return alerts;
    },
  };
}

/** The newest deliveries of a watch. */
export async function showDeliveries(out, watch) {
  const { deliveries } = await get(`/api/v1/watches/${watch.id}/deliveries`);
  const names = new Map((watch.alerts ?? []).map((alert) => [alert.id, address(alert)]));
  const badge = (state) => h('span', { class: `badge ${state}` }, t(`delivery_${state}`));
  fill(out, deliveries.length === 0 ? h('p', { class: 'none' }, t('noDeliveries'))
    : table(t('deliveries'), [t('state'), t('hits'), t('receiver'), t('tries'), t('when'), t('why')], deliveries.map((each) => [
      badge(each.state), h('a', { href: `#/article/${each.hit.article}` }, each.hit.headline || each.hit.uri),
      h('code', {}, names.get(each.alert) ?? each.alert), number(each.attempts), time(each.at), each.note])));
}
