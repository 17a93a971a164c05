// The difference of two texts by words.

const MAX_CELLS = 4_000_000;

/** [['same'|'added'|'removed', words], …]; very long texts are compared by paragraphs. */
export function diffWords(before, after) {
  const byWords = (text) => text.split(/(?<=\s)/);
  const byParagraphs = (text) => text.split(/(?<=\n\n)/);
  let a = byWords(before);
  let b = byWords(after);
  if (a.length * b.length > MAX_CELLS) {
    a = byParagraphs(before);
    b = byParagraphs(after);
  }
  return merge(steps(a, b));
}

function steps(a, b) {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] = a[i] === b[j] ? length[(i + 1) * width + j + 1] + 1 : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const out = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(['same', a[i++]]);
      j++;
    } else if (j >= b.length || (i < a.length && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
      out.push(['removed', a[i++]]);
    } else {
      out.push(['added', b[j++]]);
    }
  }
  return out;
}

function merge(list) {
  const merged = [];
  for (const [kind, words] of list) {
    const last = merged.at(-1);
    if (last && last[0] === kind) last[1] += words;
    else merged.push([kind, words]);
  }
  return merged;
}
