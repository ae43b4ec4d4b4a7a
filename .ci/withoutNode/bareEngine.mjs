import { constants, createContext, runInContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runScript } from './bundleTests.mjs';

/**
 * Runs scripts of `bundleTests`, each in an engine of its own with nothing but the language and a few things of the web. In a thread
 * of its own: tests leave no time for anything else.
 *
 * @param {readonly string[]} scripts
 * @returns {Promise<import('./runFiles.mjs').FileReport[]>}
 */
export function runInBareEngine(scripts) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: scripts });
    worker.on('message', resolve);
    worker.on('error', reject);
    // After a message this comes too late to change anything.
    worker.on('exit', () => reject(new Error('The bare engine ended before its tests did.')));
  });
}

/**
 * What is given to the engine; every web runtime has it. The packages ask for the encoder, to hash, and json-rules-engine, to which
 * one entry point hands over, for timers; the others are asked for by vitest and fast-check.
 */
const ofTheWeb = { TextEncoder, setTimeout, TextDecoder, clearTimeout, Event, EventTarget, AbortController };

/** @param {string} script */
async function runAlone(script) {
  // An ordinary global object: the wrapped one, which is the default, makes every look at a global slow.
  const context = createContext(constants.DONT_CONTEXTIFY);
  Object.assign(context, ofTheWeb);
  runInContext(script, context);
  return JSON.parse(await runInContext(runScript, context));
}

if (!isMainThread) {
  const reports = [];
  for (const script of workerData) reports.push(...(await runAlone(script)));
  parentPort?.postMessage(reports);
}
