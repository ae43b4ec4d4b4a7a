import { Converter } from 'typedoc';
import { packages } from '../../.ci/tools/workspace.mjs';

/**
 * Names the modules of the reference as users import them: `@aftercare/core/china`, where TypeDoc says `core/src/china`.
 *
 * @param {import('typedoc').Application} app
 */
export function nameModules(app) {
  const names = new Map(
    packages
      .flatMap(({ entryPoints }) => entryPoints)
      .map(({ id, source }) => [source.replace(/^packages\//, '').replace(/(\/index)?\.ts$/, ''), id]),
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      const name = names.get(module.name);
      if (name === undefined) throw new Error(`No package has an entry point ${module.name}.`);
      module.name = name;
    }
  });
}
