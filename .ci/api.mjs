// The public interface of each entry point as a text, kept in packages/*/etc: a change of it shows in review.
// `npm run api` checks the texts, `npm run api -- --write` brings them up to date.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { buildPackages } from './tools/build.mjs';
import { cacheFolder, main, packages, root } from './tools/workspace.mjs';

const write = process.argv.includes('--write');

await main(async () => {
  await buildPackages();
  const problems = packages.flatMap(({ folder, entryPoints }) =>
    entryPoints.flatMap(({ id, types }) => check(folder, id, types)),
  );
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/**
 * @param {string} folder of the package
 * @param {string} id of the entry point, as users import it
 * @param {string} types the entry point's declarations
 * @returns {string[]} what is wrong
 */
function check(folder, id, types) {
  const name = id.split('/').slice(2).join('-') || 'index';
  const packageFolder = join(root, folder);
  const reportFolder = join(packageFolder, 'etc');
  const reportFileName = `${name}.api.md`;
  mkdirSync(reportFolder, { recursive: true });
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(packageFolder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: packageFolder,
      mainEntryPointFilePath: join(packageFolder, types),
      compiler: { tsconfigFilePath: join(packageFolder, 'tsconfig.build.json') },
      apiReport: {
        enabled: true,
        reportFolder,
        reportFileName,
        reportTempFolder: join(cacheFolder, 'api', folder),
      },
      docModel: { enabled: false },
      newlineKind: 'lf',
      messages: {
        // Documentation is checked where the reference is built; here it would only blur what changes for users.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    localBuild: write,
    messageCallback: (message) => {
      // Only errors of the compiler concern whoever runs this; that a report changed is told below.
      message.handled = message.category === 'console' || message.category === 'Extractor';
    },
  });
  const outdated =
    apiReportChanged && !write
      ? [`${folder}/etc/${reportFileName} no longer tells the public interface.`]
      : [];
  return errorCount > 0 ? [...outdated, `${id}: the declarations do not compile.`] : outdated;
}
