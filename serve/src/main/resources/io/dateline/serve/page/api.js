// Talks to the API.

import { t } from '/js/words.js';

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

let onTokenNeeded = () => {};

export function whenTokenNeeded(action) {
  onTokenNeeded = action;
}

/** Any answer of the server; a server that does not answer is a problem like others. */
export async function ask(path, options = {}) {
  try {
    return await fetch(path, options);
  } catch {
    throw new ApiError(0, { detail: t('unreachable') });
  }
}

async function call(path, options) {
  const response = await ask(path, options);
  if (response.ok) return response.status === 204 ? null : response.json();
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    problem = { detail: response.statusText };
  }
  if (response.status === 401) onTokenNeeded();
  throw new ApiError(response.status, problem);
}

export const get = (path) => call(path, {});
export const send = (method, path, body) =>
  call(path, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });
export const login = (token) => call('/api/v1/login', { method: 'POST', body: token });

/** Parameters as a query string, empty ones left out. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value) search.set(key, value);
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/**
 * Follows the live stream. The browser resumes by itself while it can; where it gives up (an answer
 * that is no stream, such as 503) we start again where we were.
 */
export function follow(parameters, { onArticle, onState }) {
  let source = null;
  let last = '';
  let timer = 0;
  let closed = false;
  const open = () => {
    onState('connecting');
    source = new EventSource(`/api/v1/stream${query({ ...parameters, lastEventId: last })}`);
    source.onopen = () => onState('connected');
    source.onerror = () => {
      onState('lost');
      if (source.readyState === EventSource.CLOSED && !closed) timer = setTimeout(open, 5000);
    };
    for (const type of ['created', 'updated', 'corrected', 'withdrawn', 'erased']) {
      source.addEventListener(type, (event) => {
        last = event.lastEventId;
        onArticle(type, JSON.parse(event.data));
      });
    }
  };
  open();
  return () => {
    closed = true;
    clearTimeout(timer);
    source.close();
  };
}
