'use strict';
// What the page does beyond being read: cards of figures, walking, the table of facts, charts. Everything that came
// from a report gets into the page as text (textContent), never as HTML.
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($('data').textContent);
  const reports = data.reports;
  const several = reports.length > 1;
  const NARROW = matchMedia('(max-width: 56rem)');
  const PHONE = matchMedia('(max-width: 40rem)');

  // ---------------------------------------------------------------- pieces of the page

  /** An element with properties and children; what is no element is text. */
  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (value !== undefined && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== undefined && child !== null));
    return element;
  }

  function english(text) {
    return make('span', { lang: 'en' }, text);
  }

  /** The name of a code in both languages. */
  function named(group, code) {
    const zh = data.names[group]?.[code];
    const words = code.replaceAll('_', ' ');
    return zh ? [`${zh} `, english(words)] : [words];
  }

  const nameOf = (group, code) => data.names[group]?.[code] ?? code;

  /** Digits in groups of three, exactly as they are. */
  function grouped(number) {
    const [whole, fraction] = number.split('.');
    const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return fraction === undefined ? digits : `${digits}.${fraction}`;
  }

  /** The value of a fact in words. */
  function valueOf(fact) {
    if (fact.value !== undefined) return grouped(fact.value);
    const [lower, upper] = [fact.lower ?? '…', fact.upper ?? '…'].map((n) => (n === '…' ? n : grouped(n)));
    return fact.kind === 'fraction' ? `${lower}/${upper}` : `${lower}–${upper}`;
  }

  /** The value of a fact as a number to sort and draw with; NaN where it has none. */
  function numberOf(fact) {
    if (fact.value !== undefined) return Number(fact.value);
    if (fact.kind === 'fraction') return Number(fact.lower) / Number(fact.upper);
    return Number(fact.lower ?? fact.upper ?? NaN);
  }

  const periodOf = (fact) => (fact.period ? `${fact.period[0] || '截'}至${fact.period[1]}` : '');

  /** What a report is called in short, with its file where others are called the same. */
  const shortNames = reports.map(({ issuer, name, year }) => `${issuer ?? name}${year ? ` ${year}` : ''}`);
  const times = new Map();
  shortNames.forEach((name) => times.set(name, (times.get(name) ?? 0) + 1));
  function reportName(r) {
    const name = shortNames[r];
    return times.get(name) > 1 ? `${name} (${reports[r].source.split(/[/\\]/).at(-1)})` : name;
  }

  /** A period, shorter where it is a calendar year. */
  function shortPeriod(fact) {
    if (!fact.period) return '';
    const [start, end] = fact.period;
    const year = end.slice(0, 4);
    return start === `${year}-01-01` && end === `${year}-12-31` ? `${year}年` : periodOf(fact);
  }

  function sectionPath(report, fact) {
    const path = [];
    let at = fact.section;
    // A damaged outline ends the walk too.
    while (at !== undefined && report.sections[at] && path.length < 20) {
      path.unshift({ index: at, title: report.sections[at].title });
      at = report.sections[at].parent;
    }
    return path;
  }

  const brief = (fact) => `${fact.label ?? ''} ${fact.text}`.trim().replace(/\s+/g, ' ');

  function factLink(r, i, text) {
    return make('a', { href: `#r${r}f${i}` }, text ?? brief(reports[r].facts[i]));
  }

  // ---------------------------------------------------------------- what is related to what

  /** For each report, on demand: the parts of every total, and the findings about every fact. */
  const relations = reports.map(() => null);
  function relationsOf(r) {
    if (relations[r]) return relations[r];
    const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
    const [parts, findings] = [new Map(), new Map()];
    reports[r].facts.forEach((fact, i) => {
      if (fact.part_of !== undefined) push(parts, fact.part_of, i);
    });
    for (const finding of reports[r].findings) {
      new Set(finding.facts).forEach((fact) => push(findings, fact, finding));
    }
    relations[r] = { parts, findings };
    return relations[r];
  }

  /** The finding that a fact is accused of first, the worst one. */
  function accusation(r, i) {
    const all = (relationsOf(r).findings.get(i) ?? []).filter((finding) => finding.facts[0] === i);
    const order = ['error', 'warning', 'note'];
    return all.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0];
  }

  const markOf = (r, i) => $(`r${r}f${i}`)?.closest('mark') ?? null;

  /** The report and the facts of a mark; several things may be denied by the same words. */
  function factsOf(mark) {
    const all = [mark, ...mark.querySelectorAll('[id]')].map((element) => /^r(\d+)f(\d+)$/.exec(element.id));
    const found = all.filter(Boolean);
    return { r: Number(found[0][1]), indices: found.map((match) => Number(match[2])) };
  }

  // ---------------------------------------------------------------- the card

  const card = $('card');
  let shown = null;
  let pinned = false;
  let hiding = 0;

  function row(list, zh, en, ...value) {
    list.append(make('dt', {}, zh, english(en)), make('dd', {}, ...value));
  }

  /** A finding on the card of a fact: the one that it accuses, or another that it only rests on. */
  function findingBox(r, i, finding) {
    const accused = finding.facts[0];
    const about = `${nameOf('severity', finding.severity)} · ${nameOf('rule', finding.rule)}`;
    const other = accused === i ? [] : ['（涉及 ', factLink(r, accused), '）'];
    return make('div', { class: `finding ${finding.severity}${accused === i ? '' : ' seen'}` },
      make('strong', {}, about), ...other, ` ${finding.zh} `, english(finding.en));
  }

  function indicatorOf(code) {
    return [make('code', {}, code), ` ${data.indicators[code]?.name ?? ''}`];
  }

  /** What a card says of one fact. */
  function aboutFact(r, i) {
    const report = reports[r];
    const fact = report.facts[i];
    const { parts, findings } = relationsOf(r);
    const list = make('dl');
    row(list, '数值', 'value', make('span', { class: 'big' }, valueOf(fact)), fact.unit ? ` ${fact.unit}` : '');
    row(list, '类别', 'kind', ...named('kind', fact.kind));
    row(list, '限定', 'bound', ...named('bound', fact.bound ?? 'exact'));
    if (fact.stated) row(list, '来源', 'stated', ...named('stated', fact.stated));
    if (fact.period) row(list, '期间', 'period', periodOf(fact));
    if (fact.indicator) row(list, '指标', 'indicator', ...indicatorOf(fact.indicator));
    if (fact.part_of !== undefined) row(list, '总数', 'total', factLink(r, fact.part_of));
    const own = parts.get(i);
    if (own) row(list, '分项', 'parts', make('ul', {}, own.map((part) => make('li', {}, factLink(r, part)))));
    if (fact.change) row(list, '变化', 'change', ...changeOf(r, fact.change));
    if (fact.whole) row(list, '占比对象', 'whole', ...wholeOf(r, fact.whole));
    const path = sectionPath(report, fact);
    if (path.length) {
      row(list, '章节', 'section', ...path.flatMap(({ index, title }, n) => [n ? ' / ' : '', make('a', { href: `#r${r}s${index}` }, title)]));
    }
    return make('div', { class: 'fact' }, make('h3', {}, fact.label ?? fact.text), (findings.get(i) ?? []).map((finding) => findingBox(r, i, finding)), list);
  }

  function changeOf(r, change) {
    const parts = named('direction', change.direction);
    if (change.base) parts.push(' · 比 ', ...(/^\d+$/.test(change.base) ? [`${change.base}年`] : named('base', change.base)));
    if (change.of !== undefined) parts.push(' · ', factLink(r, change.of));
    return parts;
  }

  function wholeOf(r, whole) {
    const parts = whole.label ? [whole.label] : [];
    if (whole.fact !== undefined) parts.push(parts.length ? ' · ' : '', factLink(r, whole.fact));
    return parts;
  }

  function showCard(mark, pin) {
    clearTimeout(hiding);
    if (shown !== mark) {
      unrelate();
      const { r, indices } = factsOf(mark);
      const close = make('button', { type: 'button', class: 'close', 'aria-label': '关闭 close' }, '✕');
      close.addEventListener('click', dismiss);
      card.replaceChildren(close, ...indices.map((i) => aboutFact(r, i)));
      card.scrollTop = 0;
      relate(r, indices);
      shown = mark;
    }
    pinned = pin;
    card.hidden = false;
    mark.setAttribute('aria-expanded', 'true');
    place(mark);
    if (pin && PHONE.matches) uncover(mark);
  }

  /** Moves the text up where the sheet at the bottom would hide the figure. */
  function uncover(mark) {
    const hidden = mark.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  }

  /** Below the figure where there is room, else above it; a narrow page has it at the bottom by its style. */
  function place(mark) {
    if (PHONE.matches) return;
    const boxes = mark.getClientRects();
    const box = boxes[boxes.length - 1] ?? mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = Math.max(8, Math.min(box.left, root.clientWidth - width - 8));
    const below = box.bottom + 8;
    const highest = $('bar').offsetHeight + 8;
    const top = below + height <= innerHeight ? below : Math.max(highest, box.top - height - 8);
    card.style.left = `${left}px`;
    // Where there is room neither above nor below, it stands beside.
    if (top < box.bottom && top + height > box.top) {
      const beside = box.right + 12 + width <= root.clientWidth ? box.right + 12 : Math.max(8, box.left - width - 12);
      card.style.left = `${beside}px`;
    }
    card.style.top = `${top}px`;
  }

  function hideCard() {
    clearTimeout(hiding);
    if (shown) shown.setAttribute('aria-expanded', 'false');
    unrelate();
    shown = null;
    pinned = false;
    card.hidden = true;
  }

  /** Closes the card for whoever closes it by hand: the focus goes back to the figure. */
  function dismiss() {
    const mark = shown;
    const inside = card.contains(document.activeElement);
    hideCard();
    if (inside && mark) {
      quiet = true;
      mark.focus({ preventScroll: true });
      quiet = false;
    }
  }

  let related = [];
  /** Shows the total, the parts, and what else the facts rest on, in the text. */
  function relate(r, indices) {
    const { parts } = relationsOf(r);
    const others = indices.flatMap((i) => {
      const fact = reports[r].facts[i];
      return [fact.part_of, fact.change?.of, fact.whole?.fact, ...(parts.get(i) ?? [])];
    });
    related = others.filter((i) => i !== undefined).map((i) => markOf(r, i)).filter(Boolean);
    related.forEach((mark) => mark.classList.add('related'));
  }

  function unrelate() {
    related.forEach((mark) => mark.classList.remove('related'));
    related = [];
  }

  const markAt = (target) => (target instanceof Element ? target.closest('mark') : null);

  const text = $('reports');
  text.addEventListener('pointerover', (event) => {
    const mark = markAt(event.target);
    if (mark && event.pointerType === 'mouse' && !pinned) showCard(mark, false);
  });
  text.addEventListener('pointerout', (event) => {
    if (markAt(event.target) && !pinned) hideSoon();
  });
  card.addEventListener('pointerenter', () => clearTimeout(hiding));
  card.addEventListener('pointerleave', () => pinned || hideSoon());
  function hideSoon() {
    clearTimeout(hiding);
    hiding = setTimeout(() => pinned || hideCard(), 250);
  }

  // ---------------------------------------------------------------- walking

  let current = 0;
  let here = null;
  let quiet = false;
  /** For each report the fact that walking goes on from. */
  const cursors = reports.map(() => -1);

  /** Makes a mark the one that the tab key stops at. */
  function stopAt(mark) {
    if (here && here !== mark) {
      here.classList.remove('here');
      here.tabIndex = -1;
    }
    here = mark;
    mark.tabIndex = 0;
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-haspopup', 'dialog');
    mark.setAttribute('aria-describedby', 'card');
    if (!mark.hasAttribute('aria-expanded')) mark.setAttribute('aria-expanded', 'false');
  }

  text.addEventListener('focusin', (event) => {
    const mark = markAt(event.target);
    if (!mark) return;
    const { r, indices } = factsOf(mark);
    cursors[r] = indices[0];
    mark.classList.add('here');
    if (!quiet) showCard(mark, true);
  });
  document.addEventListener('focusout', (event) => {
    const to = event.relatedTarget;
    if (!to || to === shown || card.contains(to)) return;
    if (pinned) hideCard();
  });
  text.addEventListener('click', (event) => {
    const mark = markAt(event.target);
    if (!mark) return;
    stopAt(mark);
    if (document.activeElement === mark) showCard(mark, true);
    else mark.focus({ preventScroll: true });
  });
  document.addEventListener('pointerdown', (event) => {
    if (shown && !card.contains(event.target) && !markAt(event.target)) hideCard();
  });

  /** Brings an element into the window. What lay outside was not laid out, so the second look is the right one. */
  function bring(element, block) {
    element.scrollIntoView({ block });
    requestAnimationFrame(() => {
      const box = element.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight - 10) element.scrollIntoView({ block });
      if (shown === element) place(element);
    });
  }

  function inComfort(element) {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.top > 90 && box.bottom < innerHeight * 0.7;
  }

  /** Goes to a figure: shows it, gives it the focus, and opens its card. */
  function goToFact(r, i, lit) {
    const mark = markOf(r, i);
    if (!mark) return;
    showReport(r);
    stopAt(mark);
    if (!inComfort(mark)) bring(mark, 'center');
    mark.focus({ preventScroll: true });
    showCard(mark, true);
    if (lit) {
      mark.classList.remove('lit');
      // The class has to be away for a moment, that the animation begins again.
      requestAnimationFrame(() => mark.classList.add('lit'));
    }
  }

  /** The next figure of the text, or the one before. */
  function step(by) {
    const facts = reports[current].facts;
    const from = markOf(current, cursors[current]);
    for (let i = cursors[current] + by; i >= 0 && i < facts.length; i += by) {
      if (markOf(current, i) !== from || !from) return goToFact(current, i, false);
    }
  }

  /** The next figure that a finding accuses, or the one before; around the ends. */
  function stepFinding(by) {
    const accused = [...new Set(reports[current].findings.map((finding) => finding.facts[0]).filter((i) => i !== undefined))].sort((a, b) => a - b);
    if (!accused.length) return;
    const at = cursors[current];
    const next = by > 0 ? accused.find((i) => i > at) ?? accused[0] : accused.findLast((i) => i < at) ?? accused.at(-1);
    goToFact(current, next, false);
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && !card.hidden) {
      dismiss();
      event.preventDefault();
      return;
    }
    if (event.target.matches?.('input:not([type="checkbox"]), select, textarea')) return;
    const mark = markAt(event.target);
    if (mark && markKey(event, mark)) return event.preventDefault();
    if (card.contains(event.target) && event.key === 'Tab') return leaveCard(event);
    if (!$('reports').classList.contains('on')) return;
    const actions = { j: () => step(1), k: () => step(-1), e: () => stepFinding(1), E: () => stepFinding(-1) };
    if (actions[event.key]) {
      actions[event.key]();
      event.preventDefault();
    }
  });

  /** What a key does on a figure; whether it does something. */
  function markKey(event, mark) {
    if (STEPS[event.key]) step(STEPS[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') showCard(mark, true);
    else if (event.key === 'Tab' && !event.shiftKey && shown === mark) card.querySelector('a, button').focus();
    else return false;
    return true;
  }

  /** The tab key goes out of the card to the figure, which stands before it. */
  function leaveCard(event) {
    const stops = [...card.querySelectorAll('a, button')];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge && document.activeElement !== card) return;
    dismiss();
    event.preventDefault();
  }

  addEventListener('scroll', () => {
    if (!shown) return;
    if (pinned) place(shown);
    else hideCard();
  }, { passive: true });
  addEventListener('resize', () => shown && place(shown));

  // ---------------------------------------------------------------- views and places

  function showView(id) {
    for (const view of document.querySelectorAll('.view')) view.classList.toggle('on', view.id === id);
    for (const link of document.querySelectorAll('.views a')) {
      if (link.dataset.view === id) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    if (id !== 'reports') hideCard();
    if (id === 'facts') openTable();
    if (id === 'charts') openCharts();
  }

  function showReport(r) {
    showView('reports');
    if (current !== r) hideCard();
    $(`r${current}`).classList.remove('on');
    $(`r${r}`).classList.add('on');
    current = r;
    $('which').value = String(r);
    // The tab key finds the text by its first figure.
    const first = markOf(r, Math.max(cursors[r], 0));
    if (first) stopAt(first);
  }

  /** Shows the place that the address names. */
  function route() {
    const [, r, kind, i] = /^#r(\d+)(?:([fs])(\d+))?$/.exec(location.hash) ?? [];
    if (r !== undefined && reports[r]) {
      if (kind === 'f' && reports[r].facts[i]) return goToFact(Number(r), Number(i), true);
      showReport(Number(r));
      if (kind === 's' && $(`r${r}s${i}`)) return goToSection(Number(r), Number(i));
      scrollTo(0, 0);
      return $(`r${r}`).querySelector('h2').focus({ preventScroll: true });
    }
    const view = location.hash.slice(1);
    const known = view === 'facts' || (several && (view === 'overview' || view === 'charts'));
    if (known) showView(view);
    else if (several && view !== 'reports') showView('overview');
    else showReport(current);
  }

  function goToSection(r, s) {
    const heading = $(`r${r}s${s}`);
    hideCard();
    heading.tabIndex = -1;
    bring(heading, 'start');
    heading.focus({ preventScroll: true });
    const first = reports[r].facts.findIndex((fact) => fact.section === s);
    if (first >= 0) cursors[r] = first - 1;
    for (const link of $(`r${r}`).querySelectorAll('.outline a[aria-current]')) link.removeAttribute('aria-current');
    $(`r${r}`).querySelector(`.outline a[href="#r${r}s${s}"]`)?.setAttribute('aria-current', 'location');
    if (NARROW.matches) $(`r${r}`).querySelector('.outline details').open = false;
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"], svg a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const hash = link.getAttribute('href');
    event.preventDefault();
    if (hash === '#main') return $('main').focus();
    // The same place twice is one step of the history.
    if (location.hash !== hash) history.pushState(null, '', hash);
    route();
    if (link.dataset?.view) scrollTo(0, 0);
  });
  // Behind the browser's own going to the place, which takes the focus away.
  addEventListener('hashchange', route);

  // ---------------------------------------------------------------- options

  function option(value, label) {
    return make('option', { value }, label);
  }

  $('which').append(...reports.map((_, r) => option(r, reportName(r))));
  $('which').addEventListener('change', (event) => {
    history.pushState(null, '', `#r${event.target.value}`);
    showReport(Number(event.target.value));
    scrollTo(0, 0);
  });
  $('show-rejected').addEventListener('change', (event) => root.classList.toggle('show-rejected', event.target.checked));
  $('show-english').addEventListener('change', (event) => root.classList.toggle('no-english', !event.target.checked));
  $('help-button').addEventListener('click', (event) => {
    $('help').hidden = !$('help').hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!$('help').hidden));
  });
  for (const form of document.forms) form.addEventListener('submit', (event) => event.preventDefault());

  // ---------------------------------------------------------------- the table of facts

  /** The columns: what a cell shows, what it is sorted by (a number or a text). */
  const columns = [
    { id: 'place', zh: several ? '报告与序号' : '序号', en: several ? 'report, #' : '#', sort: (f) => f.r * 1e7 + f.i, show: placeCell },
    { id: 'label', zh: '标签', en: 'label', long: true, sort: (f) => f.fact.label ?? '' },
    { id: 'value', zh: '数值', en: 'value', number: true, sort: (f) => f.number, show: (f) => valueOf(f.fact) },
    { id: 'unit', zh: '单位', en: 'unit', sort: (f) => f.fact.unit ?? '' },
    { id: 'kind', zh: '类别', en: 'kind', sort: (f) => nameOf('kind', f.fact.kind), show: (f) => make('span', { class: `sample ${f.fact.kind}` }, nameOf('kind', f.fact.kind)) },
    { id: 'bound', zh: '限定', en: 'bound', sort: (f) => nameOf('bound', f.fact.bound ?? 'exact') },
    { id: 'period', zh: '期间', en: 'period', sort: (f) => shortPeriod(f.fact) },
    { id: 'indicator', zh: '指标', en: 'indicator', long: true, sort: (f) => f.fact.indicator ?? '', show: indicatorCell },
    { id: 'relation', zh: '关系', en: 'relation', long: true, sort: (f) => relationText(f), show: relationCell },
    { id: 'text', zh: '原文', en: 'text', quote: true, sort: (f) => f.fact.text },
    { id: 'section', zh: '章节', en: 'section', long: true, sort: (f) => sectionPath(reports[f.r], f.fact).map(({ title }) => title).join(' / ') },
    { id: 'check', zh: '核查', en: 'check', long: true, sort: (f) => f.finding?.zh ?? '', show: checkCell },
  ];
  const MORE = 100;
  const grid = $('grid');
  const collator = new Intl.Collator('zh');
  let facts = null;
  let rows = [];
  let written = 0;
  let body = null;
  const order = { column: columns[0], down: false };

  function placeCell({ r, i }) {
    return factLink(r, i, several ? `${reportName(r)} #${i}` : `#${i}`);
  }

  function indicatorCell({ fact }) {
    if (!fact.indicator) return '';
    return [data.indicators[fact.indicator]?.name ?? '', make('code', { class: 'code' }, fact.indicator)];
  }

  function relationText({ r, fact }) {
    const all = reports[r].facts;
    if (fact.part_of !== undefined) return `分项 ${brief(all[fact.part_of])}`;
    if (fact.change) return nameOf('direction', fact.change.direction) + (fact.change.of === undefined ? '' : ` ${brief(all[fact.change.of])}`);
    if (fact.whole) return `占 ${fact.whole.label ?? brief(all[fact.whole.fact] ?? { text: '' })}`;
    return '';
  }

  function relationCell(f) {
    const { r, fact } = f;
    const to = fact.part_of ?? fact.change?.of ?? fact.whole?.fact;
    return to === undefined ? relationText(f) : factLink(r, to, relationText(f));
  }

  function checkCell({ finding }) {
    if (!finding) return '';
    return [make('span', { class: `severity ${finding.severity}` }, nameOf('severity', finding.severity)), ` ${finding.zh} `, english(finding.en)];
  }

  /** All facts of all reports, with what their rows are sorted and found by. */
  function allFacts() {
    return reports.flatMap((report, r) => report.facts.map((fact, i) => ({ r, i, fact, number: numberOf(fact), finding: accusation(r, i), hay: null })));
  }

  /** What a row is found by: the words of all columns. */
  function hay(f) {
    if (f.hay === null) {
      const report = reports[f.r];
      const words = columns.map((column) => (column.id === 'place' ? `${reportName(f.r)} ${report.source} #${f.i}` : column.sort(f)));
      const { fact } = f;
      words.push(valueOf(fact), fact.value ?? '', fact.kind, fact.bound ?? 'exact', periodOf(fact), data.indicators[fact.indicator]?.name ?? '', f.finding?.en ?? '');
      f.hay = words.join('\n').toLowerCase();
    }
    return f.hay;
  }

  function openTable() {
    if (facts) return;
    facts = allFacts();
    const kinds = [...new Set(facts.map((f) => f.fact.kind))];
    $('of-kind').append(option('', '全部 all'), ...kinds.map((kind) => option(kind, `${nameOf('kind', kind)} ${kind.replaceAll('_', ' ')}`)));
    $('of-indicator').append(option('', '全部 all'), option('-', '无指标 none'), ...codes().map((code) => option(code, `${data.indicators[code].name} ${code}`)));
    $('of-report').append(option('', '全部 all'), ...reports.map((_, r) => option(r, reportName(r))));
    body = make('tbody');
    grid.append(make('table', {}, make('thead', {}, make('tr', {}, columns.map(header))), body));
    grid.addEventListener('scroll', () => {
      if (grid.scrollTop + grid.clientHeight * 2 > grid.scrollHeight) writeMore();
    }, { passive: true });
    let waiting = 0;
    $('filters').addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(fill, 100);
    });
    fill();
  }

  /** The codes that the reports tell, in the order of the forms. */
  function codes() {
    return Object.keys(data.indicators).sort((a, b) => data.indicators[a].order - data.indicators[b].order);
  }

  function header(column) {
    const button = make('button', { type: 'button' }, make('span', { class: 'zh' }, column.zh), ' ', english(column.en));
    button.addEventListener('click', () => {
      order.down = order.column === column && !order.down;
      order.column = column;
      fill();
    });
    column.head = make('th', { scope: 'col', class: column.number ? 'n' : null }, button);
    return column.head;
  }

  function kept() {
    const words = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
    const [report, kind, code, bad] = [$('of-report').value, $('of-kind').value, $('of-indicator').value, $('only-bad').checked];
    return facts.filter((f) =>
      (!report || String(f.r) === report) &&
      (!kind || f.fact.kind === kind) &&
      (!code || (f.fact.indicator ?? '-') === code) &&
      (!bad || f.finding) &&
      words.every((word) => hay(f).includes(word)));
  }

  /** Sorts by the column. Chinese is compared once for every different text, not once for every pair of rows. */
  function sorted(list) {
    const { column, down } = order;
    const keys = new Map(list.map((f) => [f, column.sort(f)]));
    const texts = [...new Set(keys.values())].filter((key) => typeof key === 'string').sort(collator.compare);
    const places = new Map(texts.map((key, place) => [key, place]));
    const sign = down ? -1 : 1;
    const rank = (f) => (typeof keys.get(f) === 'string' ? places.get(keys.get(f)) : keys.get(f));
    const empty = (f) => keys.get(f) === '' || Number.isNaN(keys.get(f));
    // What is empty stands at the end, whichever way is sorted.
    return list.sort((a, b) => empty(a) - empty(b) || (empty(a) ? 0 : sign * (rank(a) - rank(b))) || a.r - b.r || a.i - b.i);
  }

  function fill() {
    rows = sorted(kept());
    for (const column of columns) {
      if (column === order.column) column.head.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
      else column.head.removeAttribute('aria-sort');
    }
    $('count').replaceChildren(`${rows.length} / ${facts.length} 行 `, english('rows'));
    body.replaceChildren();
    written = 0;
    grid.scrollTop = 0;
    writeMore();
  }

  /** Writes the next rows; the others wait until somebody scrolls to them. */
  function writeMore() {
    const next = rows.slice(written, written + MORE);
    written += next.length;
    body.append(...next.map(tableRow));
    grid.firstChild.setAttribute('aria-rowcount', String(rows.length + 1));
  }

  function tableRow(f) {
    return make('tr', {}, columns.map((column) => {
      const cell = column.show ? column.show(f) : column.sort(f);
      return make('td', { class: column.number ? 'n' : column.quote ? 'quote' : column.long && cell !== '' ? 'long' : null }, cell);
    }));
  }

  // ---------------------------------------------------------------- charts

  const SVG = 'http://www.w3.org/2000/svg';

  function draw(tag, properties = {}, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
    element.append(...children.flat());
    return element;
  }

  /** For every code and report, the fact that tells it: the table's, else the first of the prose. */
  let told = null;
  function toldBy(code) {
    told ??= reports.map((report) => {
      const map = new Map();
      report.facts.forEach((fact, i) => {
        const before = report.facts[map.get(fact.indicator)];
        if (fact.indicator && (!before || (fact.stated === 'cell' && before.stated !== 'cell'))) map.set(fact.indicator, i);
      });
      return map;
    });
    const points = told.map((map, r) => ({ r, i: map.get(code) })).filter(({ i }) => i !== undefined);
    return points.map(({ r, i }) => {
      const { issuer, name, year } = reports[r];
      return { r, i, who: issuer ?? name, year, fact: reports[r].facts[i], value: numberOf(reports[r].facts[i]) };
    }).filter(({ value }) => Number.isFinite(value));
  }

  function openCharts() {
    const select = $('chart-indicator');
    if (select.options.length) return;
    const often = codes().filter((code) => toldBy(code).length);
    select.append(...often.map((code) => option(code, `${data.indicators[code].name} ${code} (${toldBy(code).length})`)));
    // The row that most reports tell is the one to begin with.
    const most = often.reduce((best, code) => (toldBy(code).length > toldBy(best).length ? code : best), often[0]);
    if (most) select.value = most;
    select.addEventListener('change', chart);
    chart();
  }

  function chart() {
    const code = $('chart-indicator').value;
    const figure = $('chart');
    if (!code) return figure.replaceChildren('没有可比较的指标 ', english('no indicator is told'));
    const points = toldBy(code);
    const { name, unit } = data.indicators[code];
    const dated = points.filter(({ year }) => year !== null);
    const years = [...new Set(dated.map(({ year }) => year))].sort();
    // One point a body makes no line.
    const course = dated.some((a) => dated.some((b) => a.who === b.who && a.year !== b.year));
    const caption = `${name}${unit ? `（${unit === 'CNY' ? '元' : unit}）` : ''} ${code}`;
    const picture = course ? lines(dated, years) : bars(points, years.length > 1);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `${caption}：数值见下表 values in the table below`);
    figure.replaceChildren(make('figcaption', {}, caption), make('div', { class: 'wide' }, picture), chartTable(points));
  }

  /** Round steps from 0 to past the greatest value. */
  function ticks(most) {
    const raw = (most || 1) / 5;
    const power = 10 ** Math.floor(Math.log10(raw));
    const size = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw);
    return Array.from({ length: Math.ceil((most || 1) / size) + 1 }, (_, n) => n * size);
  }

  const plain = (number) => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 }).format(number);
  const approximate = (fact) => (fact.bound ? `${nameOf('bound', fact.bound)} ` : '');

  function pointTitle({ who, year, fact }) {
    return draw('title', {}, `${who} ${year ?? ''}：${approximate(fact)}${valueOf(fact)} ${fact.unit ?? ''}`);
  }

  /** A bar for every report, the longest first. */
  function bars(points, withYears) {
    const list = [...points].sort((a, b) => b.value - a.value);
    const [left, width, step] = [170, 720, 26];
    const most = Math.max(...list.map(({ value }) => value), 0);
    const marks = ticks(most);
    const x = (value) => left + (value / marks.at(-1)) * (width - left - 70);
    const height = list.length * step + 30;
    const svg = draw('svg', { viewBox: `0 0 ${width} ${height}` });
    for (const mark of marks) {
      svg.append(draw('line', { class: 'grid-line', x1: x(mark), x2: x(mark), y1: 0, y2: height - 22 }),
        draw('text', { class: 'soft', x: x(mark), y: height - 6, 'text-anchor': 'middle' }, plain(mark)));
    }
    list.forEach((point, n) => {
      const y = n * step + 4;
      const who = withYears && point.year ? `${point.who} ${point.year}` : point.who;
      svg.append(draw('text', { x: left - 8, y: y + 14, 'text-anchor': 'end' }, shortened(who, 14)),
        draw('a', { href: `#r${point.r}f${point.i}`, class: 'c0' }, pointTitle(point),
          draw('rect', { class: 'column', x: left, y, width: Math.max(x(point.value) - left, 1), height: step - 8 })),
        draw('text', { x: x(point.value) + 6, y: y + 14 }, approximate(point.fact) + valueOf(point.fact)));
    });
    return svg;
  }

  /** A line for every issuer over the years; colour, dashes and the shape of the dots tell them apart. */
  function lines(points, years) {
    const issuers = [...new Set(points.map(({ who }) => who))];
    const [left, right, top, width, height] = [64, 170, 16, 720, 340];
    const marks = ticks(Math.max(...points.map(({ value }) => value)));
    const [first, last] = [years[0], years.at(-1)];
    const x = (year) => left + ((year - first) / (last - first)) * (width - left - right);
    const y = (value) => height - 30 - (value / marks.at(-1)) * (height - 30 - top);
    const svg = draw('svg', { viewBox: `0 0 ${width} ${height}` });
    for (const mark of marks) {
      svg.append(draw('line', { class: 'grid-line', x1: left, x2: width - right, y1: y(mark), y2: y(mark) }),
        draw('text', { class: 'soft', x: left - 8, y: y(mark) + 4, 'text-anchor': 'end' }, plain(mark)));
    }
    for (const year of years) svg.append(draw('text', { class: 'soft', x: x(year), y: height - 8, 'text-anchor': 'middle' }, String(year)));
    const names = [];
    const named = mostAtEnd(points);
    issuers.forEach((issuer, n) => {
      const own = points.filter(({ who }) => who === issuer).sort((a, b) => a.year - b.year);
      const path = own.map((point, k) => `${k ? 'L' : 'M'}${x(point.year)} ${y(point.value)}`).join('');
      const style = named.has(issuer) ? `c${n % 6}` : 'faint';
      svg.append(draw('path', { class: `line ${style} d${Math.floor(n / 6) % 3}`, d: path }),
        ...own.map((point) => draw('a', { href: `#r${point.r}f${point.i}`, class: style }, pointTitle(point), dot(n, x(point.year), y(point.value)))));
      const end = own.at(-1);
      if (named.has(issuer)) names.push({ issuer, style, x: x(end.year) + 10, y: y(end.value) + 4 });
    });
    svg.append(...apart(names));
    return svg;
  }

  function shortened(name, most) {
    const letters = [...name];
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
  }

  /** The issuers whose lines have a name: among many, those whose last values are the greatest. */
  function mostAtEnd(points) {
    const last = new Map();
    for (const point of [...points].sort((a, b) => a.year - b.year)) last.set(point.who, point.value);
    return new Set([...last].sort((a, b) => b[1] - a[1]).slice(0, 18).map(([who]) => who));
  }

  /** The names at the ends of the lines, moved down where one would stand on another. */
  function apart(names) {
    let free = 0;
    return names.sort((a, b) => a.y - b.y).map(({ issuer, style, x, y }) => {
      const at = Math.max(y, free);
      free = at + 15;
      return draw('text', { class: `named ${style}`, x, y: at }, shortened(issuer, 12));
    });
  }

  function dot(n, x, y) {
    const shapes = [
      () => draw('circle', { class: 'dot', cx: x, cy: y, r: 5 }),
      () => draw('rect', { class: 'dot', x: x - 4.5, y: y - 4.5, width: 9, height: 9 }),
      () => draw('path', { class: 'dot', d: `M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z` }),
      () => draw('path', { class: 'dot', d: `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z` }),
    ];
    return shapes[n % shapes.length]();
  }

  /** The values of a chart in words, each with the way to its figure. */
  function chartTable(points) {
    const list = [...points].sort((a, b) => collator.compare(a.who, b.who) || a.year - b.year);
    const head = [['发布机关', 'issuer'], ['年度', 'year'], ['数值', 'value'], ['原文', 'text']];
    const row = ({ who, year, fact, r, i }) => make('tr', {},
      make('td', {}, who), make('td', {}, String(year ?? '—')),
      make('td', { class: 'n' }, `${approximate(fact)}${valueOf(fact)} ${fact.unit ?? ''}`),
      make('td', {}, factLink(r, i, fact.text)));
    return make('div', { class: 'wide' }, make('table', {},
      make('thead', {}, make('tr', {}, head.map(([zh, en]) => make('th', { scope: 'col' }, `${zh} `, english(en))))),
      make('tbody', {}, list.map(row))));
  }

  // ---------------------------------------------------------------- begin

  if (NARROW.matches) {
    for (const outline of document.querySelectorAll('.outline details')) outline.open = false;
  }
  route();
  root.classList.add('ready');
})();
