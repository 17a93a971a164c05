// Builds elements. Text only ever becomes text nodes: nothing here parses markup.

const SVG = 'http://www.w3.org/2000/svg';

/** h('a', {class: 'x', href: '/y', onclick: f}, 'text', child): an element. */
export function h(name, props = {}, ...children) {
  const element = document.createElement(name);
  set(element, props);
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** The same for SVG. */
export function s(name, props = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  set(element, props);
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

function set(element, props) {
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'href') element.setAttribute('href', safeHref(value));
    else element.setAttribute(key, value === true ? '' : String(value));
  }
}

/** Addresses out of articles are links only when they are http(s); ours start with / or #. */
export function safeHref(address) {
  if (/^(#|\/(?![\/\\]))/.test(address)) return address;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '#';
  } catch {
    return '#';
  }
}

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** The same for what is drawn again while somebody reads it: scrolled and focused places stay. */
export function refill(element, ...children) {
  const places = [...element.querySelectorAll('.scroll')].map((place) => place.scrollLeft);
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const at = focused ? [...element.querySelectorAll('a, [tabindex]')].indexOf(focused) : -1;
  fill(element, ...children);
  element.querySelectorAll('.scroll').forEach((place, i) => { place.scrollLeft = places[i] ?? 0; });
  if (at >= 0) element.querySelectorAll('a, [tabindex]')[at]?.focus({ preventScroll: true });
}

/** Waits until calls stop for a while. */
export function debounce(action, millis) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), millis);
  };
}

/**
 * Of several runs only the newest counts: latest() begins one and gives what tells whether it still
 * is the newest.
 */
export function turns() {
  let newest = 0;
  return () => {
    const mine = ++newest;
    return () => mine === newest;
  };
}
