// Prints what all runs of tests since the last `npm test` came to, in one line.
import { reportNames, reportOf } from './tools/runTests.mjs';

const reports = reportNames().map(reportOf);
const passed = reports.reduce((sum, report) => sum + report.passed, 0);
const failed = reports.reduce((sum, report) => sum + report.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
