import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rules-editor-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {...string} args */
function editor(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path('../dist/main.js'), ...args], {
    cwd: path('..'),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const sample = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(path(`../samples/${name}.json`), 'utf8'));

/** @param {unknown} document */
function check(document) {
  const file = join(folder, 'rules.json');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document, undefined, 2));
  return editor('check', file);
}

for (const name of ['mistakes', 'gap']) {
  test(`${name}.json comes to what the README shows`, () => {
    const { status, stdout, stderr } = editor('check', `samples/${name}.json`);
    assert.deepEqual([status, stderr], [1, '']);
    assert.ok(readFileSync(path('../README.md'), 'utf8').includes(stdout), stdout);
  });
}

test('an issue has the line of the file on which it stands', () => {
  const { stdout } = editor('check', 'samples/mistakes.json');
  const lines = readFileSync(path('../samples/mistakes.json'), 'utf8').split('\n');
  const places = [...stdout.matchAll(/^ {2}(\d+):(\d+)/gm)].map(([, line, column]) =>
    lines[Number(line) - 1]?.slice(Number(column) - 1),
  );
  assert.deepEqual(places, ['"sliping"', '"equals",', '"monetoryScore",']);
});

test('in the mended rules there is nothing to mend, and everybody who is slipping hears from one of the two', () => {
  const { status, stdout } = editor('check', 'samples/rules.json');
  assert.equal(status, 0);
  assert.match(stdout, /^Nothing to mend\.$/m);
  const [best = 0, others = 0] = ['slipping_best_offer', 'slipping_offer'].map((rule) =>
    Number(new RegExp(`^ {2}${rule} +(\\d+)`, 'm').exec(stdout)?.[1]),
  );
  // Of the sample's 793 customers 149 last bought 45 to 89 days before 30 December 2017.
  assert.equal(best + others, 149);
  assert.match(stdout, / 0 reached before and not now/);
});

test('everything is said in Chinese as well', () => {
  const { status, stdout } = editor('check', 'samples/mistakes.json', '--lang', 'zh-CN');
  assert.equal(status, 1);
  assert.match(stdout, /没有名为“monetoryScore”的事实。是否应为“monetaryScore”？/);
  assert.match(stdout, /共 3 处需要修改。/);
  assert.match(editor('check', 'samples/gap.json', '--lang', 'zh-CN').stdout, /45 不再触达的客户/);
});

test('a file that is not JSON is told with the place where it breaks off', () => {
  const { status, stdout } = check('{\n  "format": 1,\n  "rules" []\n}\n');
  assert.equal(status, 1);
  assert.match(stdout, /^ {2}3:11\n {6}This is not JSON: ColonExpected\.$/m);
});

test('an offer that calls itself a service is refused, and so is a template that there is none of', () => {
  const document = sample('rules');
  document.rules[0].event.params.purpose = 'service';
  assert.match(check(document).stdout, /rules\[0\]\.event\.params\.purpose\n.*marketing/);
  const other = sample('rules');
  other.rules[1].event.params.template = 'come_back_ofer';
  assert.match(check(other).stdout, /rules\[1\]\.event\.params\.template\n.*come_back_ofer/);
});

test('a rule with a name of its own comes on top of the shipped ones', () => {
  const [rule] = sample('rules').rules;
  const { status, stdout } = check({ format: 1, rules: [{ ...rule, name: 'slipping_very_best_offer' }] });
  assert.equal(status, 0);
  assert.match(stdout, /slipping_very_best_offer: new/);
});

test('a named condition that means something else than the shipped one is refused', () => {
  const conditions = { is_slipping: { all: [{ fact: 'stage', operator: 'equal', value: 'lapsing' }] } };
  const { status, stdout } = check({ ...sample('rules'), conditions });
  assert.equal(status, 1);
  assert.match(stdout, /^ {2}\d+:\d+ {2}conditions\.is_slipping$/m);
});

test('a group with the name of a shipped one is refused', () => {
  const groups = [{ name: 'slipping', rules: ['slipping_offer'], exclusive: true }];
  const { status, stdout } = check({ ...sample('rules'), groups });
  assert.equal(status, 1);
  assert.match(stdout, /together with the shipped rules\n.*"slipping"/);
});

test('a command that is not meant ends with exit code 2', () => {
  for (const args of [[], ['check'], ['check', 'samples/gap.json', '--lang', 'fr']]) {
    const { status, stderr } = editor(...args);
    assert.equal(status, 2);
    assert.match(stderr, /^Usage/);
  }
});
