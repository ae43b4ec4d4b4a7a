import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openShop } from './support/shop.mjs';

test('the exchange of the README goes as it is written there', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, caseId = ''] = /^CASE=\$SHOP\/cases\/(.+)$/m.exec(readme) ?? [];
  const [, shown = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
  const commands = readme.replaceAll('\\\n', '').match(/^curl .*$/gm) ?? [];
  assert.equal(commands.length, 5);

  const shop = await openShop();
  let answers = '';
  for (const text of commands) {
    const [, url = ''] = /^curl (\S+)/.exec(text) ?? [];
    const path = url.replace('$SHOP', '').replace('$CASE', `/cases/${caseId}`);
    const headers = Object.fromEntries([...text.matchAll(/-H '(.+?): (.+?)'/g)].map(([, ...pair]) => pair));
    const body = /-d '(.+)'/.exec(text)?.[1];
    answers += JSON.stringify((await shop.request(path, headers, body)).json);
    await shop.work();
  }
  // Lines are broken for the page, and the time of day is another one.
  const plain = (/** @type {string} */ json) => json.replace(/\s/g, '').replace(/"at":"[^"]+"/g, '"at":""');
  assert.equal(plain(answers), plain(shown));
});
