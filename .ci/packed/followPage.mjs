import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { packedDependencies } from '../tools/pack.mjs';
import { mustRun } from '../tools/workspace.mjs';

/** The Node that runs the tests also runs what a page starts. */
const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };

/**
 * Follows a tutorial word for word, block by block, in an empty folder:
 *
 * - a block of `sh` is run, line by line; the packages of this repository are installed as they are packed here;
 * - a block of `text` is what the commands above it print;
 * - a block of `diff` is made in the file that the line above the block names at its end;
 * - any other block is saved under the name that the line above it ends with.
 *
 * @param {string} page the text of the tutorial
 * @param {string} folder where to follow it
 * @returns {Promise<string>} the page with what was really printed
 */
export async function followPage(page, folder) {
  /** @type {string[]} */
  const seen = [];
  let printed = '';
  for (const part of partsOf(page)) {
    if (part.language === undefined) {
      seen.push(...part.lines);
      continue;
    }
    if (printed !== '' && part.language !== 'text') throw new Error(`The page does not show:\n${printed}`);
    let { lines } = part;
    if (part.language === 'sh') printed = await runAll(lines, folder);
    else if (part.language === 'text') {
      lines = printed.split('\n');
      printed = '';
    } else {
      const path = join(folder, fileNamedIn(seen));
      const content = part.language === 'diff' ? changed(readFileSync(path, 'utf8'), lines) : textOf(lines);
      writeFileSync(path, content);
    }
    seen.push(`\`\`\`${part.language}`, ...lines, '```');
  }
  if (printed !== '') throw new Error(`The page does not show:\n${printed}`);
  return seen.join('\n');
}

/**
 * The prose of a page and its fenced blocks, in order.
 *
 * @param {string} page
 */
function partsOf(page) {
  /** @type {{ language: string | undefined, lines: string[] }[]} */
  const parts = [{ language: undefined, lines: [] }];
  for (const line of page.split('\n')) {
    const current = parts.at(-1);
    const fence = /^```(\w*)$/.exec(line);
    if (fence !== null) {
      const isEnd = current?.language !== undefined;
      parts.push({ language: isEnd ? undefined : fence[1], lines: [] });
    } else current?.lines.push(line);
  }
  return parts;
}

/**
 * Runs commands one after the other; each must succeed.
 *
 * @param {readonly string[]} commands
 * @param {string} folder
 * @returns {Promise<string>} what the programs among them print; what npm says differs from version to version
 */
async function runAll(commands, folder) {
  let printed = '';
  for (const line of commands) {
    const [command = '', ...words] = line.split(' ');
    const isInstall = command === 'npm' && words[0] === 'install';
    const args = isInstall ? [...words.map(packed), '--no-audit', '--no-fund', '--prefer-offline'] : words;
    const { output } = await mustRun(command, args, { cwd: folder, env });
    if (command !== 'npm') printed += output;
  }
  return printed.trimEnd();
}

/** @param {string} word of a command */
function packed(word) {
  return packedDependencies[word] ?? word;
}

/**
 * @param {readonly string[]} seen the page above a block
 * @returns {string} the name in code at the end of the last line of text
 */
function fileNamedIn(seen) {
  const above = seen.findLast((line) => line !== '') ?? '';
  const name = /`([^`/]+)`:$/.exec(above)?.[1];
  if (name === undefined) throw new Error(`No file is named at the end of: ${above}`);
  return name;
}

/**
 * @param {string} text of a file
 * @param {readonly string[]} diff lines that stay, go (`-`) and come (`+`)
 */
function changed(text, diff) {
  const before = textOf(diff.filter((line) => !line.startsWith('+')).map(withoutMark));
  const after = textOf(diff.filter((line) => !line.startsWith('-')).map(withoutMark));
  if (text.split(before).length !== 2) throw new Error(`The file must have this once:\n${before}\n${text}`);
  return text.replace(before, () => after);
}

/** @param {string} line of a diff */
function withoutMark(line) {
  return line.slice(1);
}

/** @param {readonly string[]} lines */
function textOf(lines) {
  return `${lines.join('\n')}\n`;
}
