// The page's player. No framework, no network: it reads the times from the page, and the article is the page's own text.
(() => {
  'use strict';
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($('aloud-data').textContent);
  const audio = $('aloud-audio'), article = $('aloud-article'), say = $('aloud-say'), back = $('aloud-back');
  const elements = [...article.querySelectorAll('[data-e]')];
  const sentences = []; // {begin, end, word, count, places: [[element, from, to], …]}, times in seconds
  const words = []; // {begin, end, e, from, to, s}
  const labels = data.labels;

  // Numbers count from the one before them, so that hours of words stay small.
  (() => {
    let at = 0, time = 0, e = 0, place = 0;
    for (const [begin, length, count, places] of data.sentences) {
      time += begin;
      const s = { begin: time / 1000, end: (time + length) / 1000, word: words.length, count, places };
      let word = time;
      for (let i = 0; i < count; i++, at += 5) {
        const [element, from, size, start, lasts] = data.words.slice(at, at + 5);
        if (element) place = 0;
        e += element;
        place += from;
        word += start;
        words.push({ begin: word / 1000, end: (word + lasts) / 1000, e, from: place, to: place + size, s: sentences.length });
      }
      sentences.push(s);
    }
  })();

  // Ranges: of [from, to) in the text of an element.
  const nodes = new Map();
  const nodesOf = (e) => {
    if (nodes.has(e)) return nodes.get(e);
    const list = [], walker = document.createTreeWalker(elements[e], NodeFilter.SHOW_TEXT);
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) list.push([at, walker.currentNode]);
    nodes.set(e, list);
    return list;
  };
  const rangeOf = (e, from, to) => {
    if (!elements[e]) return null;
    const list = nodesOf(e), range = document.createRange();
    if (!list.length) return null;
    const end = ([at, node]) => at + node.length;
    const first = list.find((entry) => end(entry) > from) || list[list.length - 1];
    const last = list.find((entry) => end(entry) >= to) || list[list.length - 1];
    range.setStart(first[1], Math.min(from - first[0], first[1].length));
    range.setEnd(last[1], Math.min(to - last[0], last[1].length));
    return range;
  };

  // Marks: the browser's own highlights, else <mark> elements around what sounds.
  const native = typeof Highlight === 'function' && CSS.highlights;
  const marks = { sentence: [], word: [] };
  const mark = (name, ranges) => {
    if (native) {
      CSS.highlights.set('aloud-' + name, Object.assign(new Highlight(...ranges), { priority: name === 'word' ? 1 : 0 }));
      return;
    }
    for (const old of marks[name].splice(0)) {
      const parent = old.parentNode;
      old.replaceWith(...old.childNodes);
      parent.normalize();
    }
    nodes.clear();
    for (const range of ranges) {
      const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT), inside = [];
      do if (walker.currentNode.nodeType === 3 && range.intersectsNode(walker.currentNode)) inside.push(walker.currentNode);
      while (walker.nextNode());
      for (const node of inside) {
        const part = document.createRange();
        part.selectNodeContents(node);
        if (node === range.startContainer) part.setStart(node, range.startOffset);
        if (node === range.endContainer) part.setEnd(node, range.endOffset);
        if (part.collapsed) continue;
        const element = document.createElement('mark');
        element.className = 'aloud-' + name;
        part.surroundContents(element);
        marks[name].push(element);
      }
    }
    nodes.clear();
  };

  // The last of `list` that has begun.
  const last = (list, time) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].begin <= time + 0.001) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  let shownWord = -1, shownSentence = -1, following = true, stopAt = Infinity, sleepAt = 0;
  const settings = { word: true, sentence: true, pause: false, keys: true, rate: 1 };
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const follow = (range) => {
    if (!following || !range) return;
    const box = range.getBoundingClientRect(), low = innerHeight - $('aloud-player').offsetHeight;
    if (box.top > innerHeight * 0.1 && box.bottom < low - 20) return;
    scrollTo({ top: scrollY + box.top - innerHeight * 0.3, behavior: calm.matches ? 'auto' : 'smooth' });
  };

  const show = () => {
    const time = audio.currentTime;
    const s = last(sentences, time);
    let w = last(words, time);
    if (w >= 0 && words[w].s !== s) w = -1;
    if (s !== shownSentence) {
      shownSentence = s;
      const places = s < 0 ? [] : sentences[s].places, ranges = [];
      for (let i = 0; i < places.length; i += 3) ranges.push(rangeOf(places[i], places[i + 1], places[i + 2]));
      if (!native) mark('word', []);
      mark('sentence', settings.sentence ? ranges.filter(Boolean) : []);
      shownWord = -2;
      follow(ranges[0]);
      remember();
    }
    if (w !== shownWord) {
      shownWord = w;
      const range = w < 0 ? null : rangeOf(words[w].e, words[w].from, words[w].to);
      mark('word', range && settings.word ? [range] : []);
    }
    $('aloud-place').value = time;
    const told = clock(time) + ' / ' + clock(data.duration / 1000);
    if ($('aloud-time').textContent !== told) {
      $('aloud-time').textContent = told;
      $('aloud-place').setAttribute('aria-valuetext', told);
    }
    if (time >= stopAt && !audio.paused) {
      audio.pause();
      stopAt = Infinity;
    }
    if (sleepAt && Date.now() >= sleepAt) {
      audio.pause();
      sleepAt = 0;
      $('aloud-sleep').value = '0';
    }
  };
  const loop = () => {
    show();
    if (!audio.paused) requestAnimationFrame(loop);
  };

  const clock = (time) => {
    const whole = Math.floor(time), two = (n) => String(n).padStart(2, '0');
    const rest = two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
    return whole < 3600 ? rest.replace(/^0/, '') : Math.floor(whole / 3600) + ':' + rest;
  };
  const armStop = () => {
    const s = last(sentences, audio.currentTime);
    const next = sentences[Math.max(s, 0)];
    stopAt = settings.pause && next ? (audio.currentTime < next.end - 0.05 ? next.end : (sentences[s + 1] || next).end) : Infinity;
  };
  const seek = (time, play) => {
    following = true;
    back.hidden = true;
    audio.currentTime = Math.max(0, Math.min(time, data.duration / 1000));
    armStop();
    show();
    if (play) audio.play();
  };
  const toggle = () => (audio.paused ? audio.play() : audio.pause());

  // Steps.
  const bySentence = (step) => {
    const s = last(sentences, audio.currentTime);
    const again = step < 0 && s >= 0 && audio.currentTime > sentences[s].begin + 1;
    const to = sentences[Math.max(0, Math.min(sentences.length - 1, again ? s : s + step))];
    if (to) seek(to.begin);
  };
  const byWord = (step) => {
    const to = words[Math.max(0, Math.min(words.length - 1, last(words, audio.currentTime) + step))];
    if (to) seek(to.begin);
  };
  const blockOf = (s) => sentences[s] && elements[sentences[s].places[0]];
  const byBlock = (step, fits) => {
    let s = Math.max(0, last(sentences, audio.currentTime));
    const from = blockOf(s);
    const starts = (i) => blockOf(i) && blockOf(i) !== blockOf(i - 1) && fits(blockOf(i));
    for (s += step; s >= 0 && s < sentences.length; s += step) {
      if (starts(s) && (blockOf(s) !== from || step < 0)) return seek(sentences[s].begin);
    }
    if (step < 0) seek(0);
  };
  const byParagraph = (step) => byBlock(step, () => true);
  const byHeading = (step) => byBlock(step, (block) => /^H[1-6]$/.test(block.tagName));
  const setRate = (rate) => {
    settings.rate = Math.round(Math.max(0.5, Math.min(3, rate)) * 10) / 10;
    audio.playbackRate = settings.rate;
    $('aloud-rate').value = settings.rate;
    $('aloud-rate-text').textContent = settings.rate + '×';
    keep();
  };

  // A place in the text, as the word that stands there or next.
  const wordAt = (node, offset) => {
    const element = (node.nodeType === 3 ? node.parentElement : node).closest('[data-e]');
    if (!element) return -1;
    const e = elements.indexOf(element), entry = nodesOf(e).find(([, text]) => text === node);
    const at = entry ? entry[0] + offset : 0;
    const inside = words.findIndex((word) => word.e === e && at >= word.from && at <= word.to);
    return inside >= 0 ? inside : words.findIndex((word) => word.e === e && word.from >= at);
  };
  const playFrom = (node, offset) => {
    const w = wordAt(node, offset);
    if (w >= 0) seek(words[w].begin, true);
    return w >= 0;
  };
  article.addEventListener('click', (event) => {
    const selection = getSelection();
    if (event.target.closest('a, button, summary, input') || (selection && !selection.isCollapsed)) return;
    const caret = document.caretPositionFromPoint ? document.caretPositionFromPoint(event.clientX, event.clientY) : null;
    const range = caret ? null : document.caretRangeFromPoint && document.caretRangeFromPoint(event.clientX, event.clientY);
    if (caret) playFrom(caret.offsetNode, caret.offset);
    else if (range) playFrom(range.startContainer, range.startOffset);
  });

  // The reader's own scrolling goes before ours.
  const yielded = () => {
    if (audio.paused) return;
    following = false;
    back.hidden = false;
  };
  addEventListener('wheel', yielded, { passive: true });
  addEventListener('touchmove', yielded, { passive: true });
  back.addEventListener('click', () => {
    following = true;
    back.hidden = true;
    shownSentence = -2;
    show();
  });

  // Keys, as in `aloud play`.
  const keys = {
    ' ': toggle,
    p: toggle,
    ArrowLeft: (event) => (event.shiftKey ? byWord(-1) : bySentence(-1)),
    ArrowRight: (event) => (event.shiftKey ? byWord(1) : bySentence(1)),
    ArrowUp: () => byParagraph(-1),
    ArrowDown: () => byParagraph(1),
    PageUp: () => byHeading(-1),
    PageDown: () => byHeading(1),
    Home: () => seek(0),
    '[': () => setRate(settings.rate - 0.1),
    '-': () => setRate(settings.rate - 0.1),
    ']': () => setRate(settings.rate + 0.1),
    '+': () => setRate(settings.rate + 0.1),
    Backspace: () => setRate(1),
    9: () => (audio.volume = Math.max(0, audio.volume - 0.1)),
    0: () => (audio.volume = Math.min(1, audio.volume + 0.1)),
    m: () => (audio.muted = !audio.muted),
    '?': () => ($('aloud-more').open = !$('aloud-more').open),
    Enter: () => {
      const selection = getSelection();
      return !!selection.anchorNode && article.contains(selection.anchorNode) && playFrom(selection.anchorNode, selection.anchorOffset);
    },
  };
  addEventListener('keydown', (event) => {
    if (!settings.keys || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target;
    if (target.closest('input, select, textarea, button, summary, a, audio') && /^( |Enter|Arrow|Page|Home|Backspace)/.test(event.key)) return;
    const action = keys[event.key];
    if (action && action(event) !== false) event.preventDefault();
  });

  // What is remembered: settings for all pages, the place by what is said there, so that it survives an edited article.
  const store = (name, value) => {
    try {
      if (value === undefined) return JSON.parse(localStorage.getItem(name));
      localStorage.setItem(name, JSON.stringify(value));
    } catch { /* nothing is kept in private windows, or where the user says so */ }
    return null;
  };
  const keep = () => store('aloud', settings);
  const textOf = (s) => {
    if (!sentences[s]) return '';
    const [e, from, to] = sentences[s].places;
    const range = e === undefined ? null : rangeOf(e, from, to);
    return range ? range.toString() : '';
  };
  const placeKey = 'aloud:' + data.title;
  let ready = false;
  const remember = () => {
    if (ready && shownSentence >= 0) store(placeKey, { text: textOf(shownSentence), before: textOf(shownSentence - 1), s: shownSentence });
  };
  const recall = () => {
    const place = store(placeKey);
    if (!place || !place.text) return;
    let best = -1, score = 0;
    for (let s = 0; s < sentences.length; s++) {
      if (textOf(s) !== place.text) continue;
      const now = 2 + (textOf(s - 1) === place.before ? 2 : 0) - Math.abs(s - place.s) / sentences.length;
      if (now > score) [best, score] = [s, now];
    }
    if (best > 0) seek(sentences[best].begin);
  };
  const openHash = (play) => {
    const time = /^#t=([\d:.]+)$/.exec(location.hash), s = /^#s=(\d+)$/.exec(location.hash);
    if (time) seek(time[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0), play);
    else if (s && sentences[s[1] - 1]) seek(sentences[s[1] - 1].begin, play);
    else return false;
    return true;
  };
  addEventListener('hashchange', () => openHash(!audio.paused));

  // Controls.
  const press = (id, action) => $(id).addEventListener('click', action);
  press('aloud-play', toggle);
  press('aloud-sentence-back', () => bySentence(-1));
  press('aloud-sentence-on', () => bySentence(1));
  press('aloud-block-back', () => byParagraph(-1));
  press('aloud-block-on', () => byParagraph(1));
  press('aloud-link', () => {
    const link = location.href.replace(/#.*/, '') + '#s=' + (Math.max(0, shownSentence) + 1);
    const done = () => (say.textContent = labels.copied);
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, () => (location.hash = link.split('#')[1]));
    else location.hash = link.split('#')[1];
  });
  $('aloud-place').max = data.duration / 1000;
  $('aloud-place').addEventListener('input', (event) => seek(Number(event.target.value)));
  $('aloud-rate').addEventListener('input', (event) => setRate(Number(event.target.value)));
  $('aloud-sleep').addEventListener('change', (event) => {
    const minutes = Number(event.target.value);
    sleepAt = minutes > 0 ? Date.now() + minutes * 60000 : 0;
  });
  for (const name of ['word', 'sentence', 'pause', 'keys', 'spacing']) {
    $('aloud-' + name).addEventListener('change', (event) => {
      settings[name] = event.target.checked;
      apply();
      keep();
      armStop();
      shownSentence = -2;
      show();
    });
  }
  const apply = () => {
    for (const name of ['word', 'sentence', 'pause', 'keys', 'spacing']) $('aloud-' + name).checked = !!settings[name];
    document.documentElement.classList.toggle('spacing', !!settings.spacing);
  };
  const showState = () => {
    $('aloud-play').setAttribute('aria-label', audio.paused ? labels.play : labels.pause);
    $('aloud-play').dataset.state = audio.paused ? 'paused' : 'playing';
    if ('mediaSession' in navigator) navigator.mediaSession.playbackState = audio.paused ? 'paused' : 'playing';
  };
  audio.addEventListener('play', () => {
    armStop();
    showState();
    loop();
  });
  audio.addEventListener('pause', () => {
    showState();
    show();
  });
  audio.addEventListener('seeked', show);
  audio.addEventListener('ratechange', () => 'mediaSession' in navigator && navigator.mediaSession.setPositionState &&
    navigator.mediaSession.setPositionState({ duration: data.duration / 1000, playbackRate: audio.playbackRate, position: Math.min(audio.currentTime, data.duration / 1000) }));
  if ('mediaSession' in navigator) {
    if (typeof MediaMetadata === 'function') navigator.mediaSession.metadata = new MediaMetadata({ title: data.title, artist: data.author });
    const handlers = {
      play: () => audio.play(), pause: () => audio.pause(), seekbackward: () => bySentence(-1), seekforward: () => bySentence(1),
      previoustrack: () => byHeading(-1), nexttrack: () => byHeading(1), seekto: (event) => seek(event.seekTime),
    };
    for (const [name, handler] of Object.entries(handlers)) {
      try {
        navigator.mediaSession.setActionHandler(name, handler);
      } catch { /* an action that this browser does not know */ }
    }
  }

  Object.assign(settings, store('aloud') || {});
  document.documentElement.classList.add('js');
  audio.controls = false;
  $('aloud-controls').hidden = false;
  apply();
  setRate(settings.rate);
  showState();
  const start = () => {
    if (!openHash(false)) recall();
    ready = true;
    show();
  };
  if (audio.readyState > 0) start();
  else audio.addEventListener('loadedmetadata', start, { once: true });
})();
