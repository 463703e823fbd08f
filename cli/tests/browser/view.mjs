// The page of `nianbao view` in a real browser: walking by keyboard, links between parts and totals, sorting and
// filtering, hostile text, contrast, and a report of a megabyte.
//
// It is no part of `cargo test`, since it needs Node (20 or later) and a Chromium. On Debian, from the root of the
// repository:
//
//     cargo build --release
//     apt-get install -y --no-install-recommends chromium fonts-noto-cjk
//     mkdir -p /tmp/browser && npm install --prefix /tmp/browser playwright-core
//     NODE_FOLDER=/tmp/browser node --test cli/tests/browser/view.mjs
//
// Environment: NODE_FOLDER is where playwright-core is installed (default: here), CHROMIUM the browser (default:
// /usr/bin/chromium), NIANBAO the command (default: target/release/nianbao), SHOTS a folder for screenshots (default:
// none are taken).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const { chromium } = createRequire(path.resolve(process.env.NODE_FOLDER ?? '.', 'from.js'))('playwright-core');
const command = process.env.NIANBAO ?? path.join(root, 'target/release/nianbao');
const fixtures = path.join(root, 'fixtures');
const shots = process.env.SHOTS;

const HOSTILE = `青柏县人民政府2017年政府信息公开年度报告
一、</script><script>alert(1)</script>
<img src=x onerror=alert(2)>公开“<svg onload=alert(3)>”信息12件，其中<b>甲</b>5件、<i>乙</i>8件，占<script>alert(4)</script>总数的41.7%。
`;

let folder;
let browser;

function pageOf(name, ...inputs) {
  const page = path.join(folder, `${name}.html`);
  execFileSync(command, ['view', '-o', page, ...inputs]);
  return `file://${page}`;
}

function written(name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Opens a page; what goes wrong in it, and what it asks of the network, is told at the end. */
async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 850 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('dialog', (dialog) => (troubles.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on('request', (request) => request.url() !== url.split('#')[0] && troubles.push(`request: ${request.url()}`));
  await page.goto(url);
  page.done = async (...expected) => {
    const surprises = troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)));
    assert.deepEqual(surprises, []);
    await context.close();
  };
  return page;
}

async function shot(page, name) {
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

const focused = (page) => page.evaluate(() => document.activeElement.id);
const inWindow = (page, id) => page.evaluate((id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}, id);

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nianbao-view-'));
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  if (shots) mkdirSync(shots, { recursive: true });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('figures are walked by keyboard', async () => {
  const page = await open(pageOf('errors', path.join(fixtures, 'reports/chengxi-2016-errors.txt')));
  await page.keyboard.press('j');
  assert.equal(await focused(page), 'r0f0');
  for (const key of ['j', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  assert.equal(await focused(page), 'r0f3');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(page), 'r0f1');
  assert.equal(await page.isVisible('#card'), true);
  assert.match(await page.textContent('#card'), /4,826 条/);
  assert.match(await page.textContent('#card'), /disclosure\.total 主动公开政府信息数/);
  // Into the card by the tab key, and out of it by Esc, back to the figure.
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.getElementById('card').contains(document.activeElement)), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#card'), false);
  assert.equal(await focused(page), 'r0f1');
  await page.keyboard.press('Enter');
  assert.equal(await page.isVisible('#card'), true);
  // Findings, one by one.
  await page.keyboard.press('e');
  assert.equal(await focused(page), 'r0f7');
  assert.match(await page.textContent('#card .finding'), /分项合计87人，比总数86人多1人/);
  assert.match(await page.textContent('#card .finding'), /the parts add up to 87 人/);
  await shot(page, 'card-light');
  // To the last figure and no further.
  for (let i = 0; i < 70; i += 1) await page.keyboard.press('j');
  const last = await page.evaluate(() => JSON.parse(document.getElementById('data').textContent).reports[0].facts.length - 1);
  assert.equal(await focused(page), `r0f${last}`);
  assert.equal(await inWindow(page, `r0f${last}`), true);
  await page.done();
});

test('the tab key finds the outline, the findings and the text', async () => {
  const page = await open(pageOf('tab', path.join(fixtures, 'reports/chengxi-2016-errors.txt')));
  const stops = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.className || document.activeElement.getAttribute('href') || document.activeElement.id));
    if (stops.at(-1)?.startsWith('count')) break;
  }
  assert.equal(stops[0], 'skip');
  await page.focus('.skip');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');
  await page.focus('mark');
  for (const stop of ['show-rejected', '#r0s0', '#r0f7']) assert.ok(stops.includes(stop), `${stop} of ${stops}`);
  assert.match(stops.at(-1), /^count/);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
  await page.done();
});

test('a part leads to its total, and a total to its parts', async () => {
  const url = pageOf('parts', path.join(fixtures, 'reports/chengxi-2016-errors.txt'));
  const page = await open(url);
  await page.click('#r0f8');
  assert.match(await page.textContent('#card h3'), /专职/);
  assert.equal(await page.evaluate(() => document.getElementById('r0f7').classList.contains('related')), true);
  await page.click('#card a[href="#r0f7"]');
  assert.equal(await focused(page), 'r0f7');
  assert.equal(await inWindow(page, 'r0f7'), true);
  assert.deepEqual(await page.$$eval('mark.related', (marks) => marks.map((mark) => mark.id)), ['r0f8', 'r0f9']);
  await page.click('#card a[href="#r0f9"]');
  assert.equal(await focused(page), 'r0f9');
  await page.goBack();
  await page.waitForFunction(() => document.activeElement.id === 'r0f7');
  // A finding and a section of the outline lead to their places too.
  await page.click('.findings a >> nth=4');
  assert.match(await page.textContent('#card'), /1\.8万人|18,000/);
  await page.click('.outline a[href="#r0s8"]');
  await page.waitForTimeout(100);
  assert.equal(await inWindow(page, 'r0s8'), true);
  assert.equal(await page.isVisible('#card'), false);
  // An address names a place from without.
  const other = await open(`${url}#r0f30`);
  assert.equal(await focused(other), 'r0f30');
  // Two things that one negation denies share a mark and a card.
  const [mark, second] = await other.evaluate(() => {
    const inner = document.querySelector('mark [id]');
    return [inner.closest('mark').id, inner.id];
  });
  for (const id of [mark, second]) {
    await other.evaluate((id) => { location.hash = `#${id}`; }, id);
    await other.waitForTimeout(100);
    assert.equal(await focused(other), mark);
    assert.equal(await other.locator('#card .fact').count(), 2);
  }
  await other.done();
  await page.done();
});

test('hovering shows a card, and leaving hides it', async () => {
  const page = await open(pageOf('hover', path.join(fixtures, 'reports/chengxi-2016-errors.txt')));
  await page.locator('#r0f2').scrollIntoViewIfNeeded();
  await page.hover('#r0f2');
  assert.equal(await page.isVisible('#card'), true);
  await page.mouse.move(400, 5);
  await page.waitForTimeout(400);
  assert.equal(await page.isVisible('#card'), false);
  // Rejected candidates on demand, with the reason.
  const why = () => page.evaluate(() => getComputedStyle(document.querySelector('.text i'), '::after').content);
  assert.equal(await why(), 'none');
  await page.check('#show-rejected');
  assert.match(await why(), /日期|data-why/);
  await page.uncheck('#show-english');
  assert.equal(await page.isVisible('.findings li [lang="en"]'), false);
  await page.done();
});

test('the table sorts and filters', async () => {
  const page = await open(pageOf('sort', path.join(fixtures, 'reports/chengxi-2016-errors.txt')));
  await page.click('[data-view="facts"]');
  const column = (n) => page.$$eval(`#grid tbody td:nth-child(${n})`, (cells) => cells.map((cell) => cell.textContent));
  const numbers = async () => (await column(3)).map((text) => Number(text.replaceAll(',', ''))).filter((n) => !Number.isNaN(n));
  const header = page.locator('#grid th:nth-child(3) button');
  await header.click();
  assert.equal(await page.getAttribute('#grid th:nth-child(3)', 'aria-sort'), 'ascending');
  const up = await numbers();
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  await header.focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('#grid th:nth-child(3)', 'aria-sort'), 'descending');
  assert.deepEqual(await numbers(), up.reverse());
  assert.equal(await page.locator('#grid th[aria-sort]').count(), 1);
  await page.fill('#find', '咨询 人次');
  await page.waitForFunction(() => document.querySelectorAll('#grid tbody tr').length === 4);
  assert.match(await page.textContent('#count'), /^4 \/ 60/);
  await page.fill('#find', '');
  await page.selectOption('#of-kind', 'money');
  await page.waitForFunction(() => document.querySelectorAll('#grid tbody tr').length === 6);
  await page.selectOption('#of-kind', '');
  await page.selectOption('#of-indicator', 'staff.total');
  await page.waitForFunction(() => document.querySelectorAll('#grid tbody tr').length === 1);
  await page.selectOption('#of-indicator', '');
  await page.check('#only-bad');
  await page.waitForFunction(() => document.querySelectorAll('#grid tbody tr').length === 11);
  await shot(page, 'facts-light');
  await page.click('#grid tbody a >> nth=0');
  assert.equal(await page.isVisible('#card'), true);
  assert.equal(await inWindow(page, await focused(page)), true);
  await page.done();
});

test('hostile text is shown and does nothing', async () => {
  const file = written('a<img src=x onerror=alert(5)>.txt', HOSTILE);
  const page = await open(pageOf('hostile', file, file));
  for (const place of ['#overview', '#r0', '#r0f0', '#facts', '#charts']) {
    await page.evaluate((place) => { location.hash = place; }, place);
    await page.waitForTimeout(50);
  }
  await page.evaluate(() => { location.hash = '#r0f1'; });
  await page.waitForTimeout(50);
  assert.match(await page.textContent('#r0'), /<img src=x onerror=alert\(2\)>/);
  assert.match(await page.textContent('#r0 .outline'), /<\/script><script>alert\(1\)/);
  assert.equal(await page.locator('img, svg, .text script').count(), 0);
  // The policy stops what would get in in spite of that.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    return window.ran ?? false;
  });
  assert.equal(ran, false);
  await page.done(/Content Security Policy/);
});

test('several reports: overview, other reports, charts', async () => {
  const counties = ['青柏县', '云渡县', '澄溪区'];
  for (const [n, county] of counties.entries()) {
    for (let year = 2016; year < 2020; year += 1) {
      const received = 30 + 10 * n + ((year * 7 + n * 13) % 20);
      written(`series/${county}${year}.txt`, `${county}人民政府${year}年政府信息公开工作年度报告\n一、概述\n${year}年主动公开政府信息${received * 97}条。\n二、依申请公开\n全年收到政府信息公开申请${received}件。\n`);
    }
  }
  const page = await open(pageOf('series', path.join(folder, 'series')));
  assert.equal(await page.locator('.overview tbody tr').count(), 12);
  assert.equal(await page.isVisible('#overview'), true);
  await shot(page, 'overview-light');
  await page.click('[data-view="charts"]');
  assert.equal(await page.locator('#chart path.line').count(), 3);
  assert.equal(await page.locator('#chart tbody tr').count(), 12);
  await page.selectOption('#chart-indicator', 'requests.received');
  assert.match(await page.textContent('#chart figcaption'), /requests\.received/);
  await shot(page, 'lines-light');
  await page.click('#chart tbody a >> nth=5');
  assert.equal(await page.isVisible('#card'), true);
  await page.selectOption('#which', '7');
  assert.equal(await page.isVisible('#r7'), true);
  assert.equal(await page.isVisible('#r0'), false);
  await page.done();

  const one = counties.map((county) => path.join(folder, `series/${county}2019.txt`));
  const bars = await open(`${pageOf('bars', ...one)}#charts`);
  assert.equal(await bars.locator('#chart rect.column').count(), 3);
  await shot(bars, 'bars-light');
  await bars.done();
});

/** The contrast of two colours as WCAG 2 has it. */
function contrast(a, b) {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\d.]+/g).map((n) => Number(n) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

for (const colorScheme of ['light', 'dark']) {
  test(`every text can be read: ${colorScheme}`, async () => {
    const inputs = ['passages-mixed', 'chengxi-2016-errors'].map((name) => path.join(fixtures, `reports/${name}.txt`));
    const page = await open(`${pageOf('contrast', ...inputs)}#r0`, { colorScheme });
    await page.check('#show-rejected');
    for (const report of [0, 1]) {
      await page.evaluate((r) => { location.hash = `#r${r}`; }, report);
      await page.waitForTimeout(100);
      await page.keyboard.press('e');
      await shot(page, `text-${report}-${colorScheme}`);
      const pairs = await page.evaluate(() => {
        const ground = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const color = getComputedStyle(e).backgroundColor;
            if (!/, 0\)$|transparent/.test(color)) return color;
          }
          return 'rgb(255, 255, 255)';
        };
        const seen = new Map();
        const note = (element, pseudo) => {
          const style = getComputedStyle(element, pseudo);
          const key = `${style.color} ${ground(element)}`;
          if (!seen.has(key)) seen.set(key, [style.color, ground(element), `${element.className || element.tagName} ${pseudo ?? ''}`]);
        };
        // The content of the page for the sighted: what has text of its own, and the signs behind marks.
        for (const element of document.querySelectorAll('.on *, .bar *, #card *')) {
          if ([...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) note(element);
          if (element.matches('mark, .sample, .text i')) note(element, '::after');
        }
        return [...seen.values()];
      });
      assert.ok(pairs.length > 8);
      for (const [text, ground, where] of pairs) {
        assert.ok(contrast(text, ground) >= 4.5, `${where}: ${text} on ${ground} is ${contrast(text, ground).toFixed(2)}`);
      }
    }
    await page.done();
  });
}

test('a phone shows all of it', async () => {
  const inputs = [path.join(fixtures, 'reports/chengxi-2016-errors.txt'), path.join(fixtures, 'documents/flattened-2022.txt')];
  const url = pageOf('phone', ...inputs);
  const page = await open(`${url}#r0`, { viewport: { width: 360, height: 740 }, hasTouch: true, reducedMotion: 'reduce' });
  assert.equal(await page.isVisible('.outline li'), false);
  await page.tap('#r0 .outline summary');
  await page.tap('#r0 .outline a[href="#r0s5"]');
  assert.equal(await page.isVisible('#r0 .outline li >> nth=0'), false);
  await shot(page, 'phone-text');
  await page.locator('#r0f40').scrollIntoViewIfNeeded();
  await page.tap('#r0f40');
  assert.equal(await page.isVisible('#card'), true);
  const covered = await page.evaluate(() => document.getElementById('r0f40').getBoundingClientRect().bottom > document.getElementById('card').getBoundingClientRect().top);
  assert.equal(covered, false);
  await shot(page, 'phone-card');
  for (const place of ['#overview', '#r0', '#r1', '#facts', '#charts']) {
    await page.evaluate((place) => { location.hash = place; }, place);
    await page.waitForTimeout(80);
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= window, `${place} is ${wide} wide in a window of ${window}`);
    await shot(page, `phone-${place.slice(1)}`);
  }
  await page.done();
});

test('the text can be read without a script', async () => {
  const page = await open(pageOf('plain', path.join(fixtures, 'reports/chengxi-2016-errors.txt')), { javaScriptEnabled: false });
  assert.equal(await page.isVisible('#r0 .text'), true);
  assert.equal(await page.isVisible('#facts'), false);
  await page.click('.outline a[href="#r0s3"]');
  await shot(page, 'plain');
  await page.done();
  // Nor where the script fails.
  const broken = await open('about:blank');
  await broken.addInitScript(() => { JSON.parse = () => { throw new Error('broken'); }; });
  await broken.goto(pageOf('broken', path.join(fixtures, 'reports/chengxi-2016-errors.txt')));
  assert.equal(await broken.isVisible('#r0 .text'), true);
  await broken.done(/broken/);
});

test('a megabyte is there in less than a second', async () => {
  const files = readdirSync(path.join(fixtures, 'reports')).filter((name) => name.endsWith('.txt')).sort();
  const once = files.map((name) => readFileSync(path.join(fixtures, 'reports', name), 'utf8')).join('\n');
  let text = '';
  while (Buffer.byteLength(text) < 1_000_000) text += `${once}\n`;
  const url = pageOf('big', written('big.txt', text));
  const page = await open(url);
  const facts = await page.evaluate(() => JSON.parse(document.getElementById('data').textContent).reports[0].facts.length);
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const timed = async (name, act) => {
    const start = performance.now();
    await act();
    await frame();
    const took = Math.round(performance.now() - start);
    console.log(`${name}: ${took} ms`);
    return took;
  };
  const loaded = await page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
  console.log(`${facts} facts; loaded after ${Math.round(loaded)} ms`);
  assert.ok(await timed('next figure', () => page.keyboard.press('j')) < 1000);
  assert.equal(await focused(page), 'r0f0');
  assert.ok(await timed('last figure', () => page.evaluate((i) => { location.hash = `#r0f${i}`; }, facts - 1)) < 1000);
  await page.waitForTimeout(200);
  assert.equal(await inWindow(page, `r0f${facts - 1}`), true);
  assert.ok(await timed('table', () => page.click('[data-view="facts"]')) < 1000);
  assert.ok(await timed('sort', () => page.click('#grid th:nth-child(2) button')) < 1000);
  assert.ok(await timed('filter', async () => {
    await page.fill('#find', '行政复议');
    await page.waitForFunction((all) => !document.getElementById('count').textContent.startsWith(`${all} /`), facts);
  }) < 1000);
  // The rows come as they are scrolled to.
  await page.fill('#find', '');
  await page.waitForFunction((all) => document.getElementById('count').textContent.startsWith(`${all} /`), facts);
  const rows = () => page.locator('#grid tbody tr').count();
  const few = await rows();
  assert.ok(few <= 200, `${few} rows`);
  await page.evaluate(() => { const grid = document.getElementById('grid'); grid.scrollTop = grid.scrollHeight; });
  await page.waitForTimeout(100);
  assert.ok(await rows() > few);
  await page.done();
});
