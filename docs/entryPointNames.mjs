import { Converter } from 'typedoc';

/**
 * Names the modules of the reference as users import them: `@aftercare/core/china`, where TypeDoc says `core/src/china`.
 *
 * @param {import('typedoc').Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? [])
      module.name = `@aftercare/${module.name.replace('/src', '')}`;
  });
}
