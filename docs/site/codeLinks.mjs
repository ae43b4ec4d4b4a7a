import { Converter, ReflectionKind } from 'typedoc';

/**
 * Makes a name of the public interface that stands in backticks in a guide a link to its page in the reference, so that the
 * guides need no marks that only this site understands.
 *
 * @param {import('typedoc').Application} app
 */
export function linkCodeToReference(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const targets = referenceByName(project);
    const guides = project.documents ?? [];
    for (const guide of guides) guide.content = withLinks(guide.content, targets);
    project.readme = withLinks(project.readme ?? [], targets);
  });
}

/** @param {import('typedoc').ProjectReflection} project */
function referenceByName(project) {
  /** @type {Map<string, import('typedoc').DeclarationReflection>} */
  const targets = new Map();
  for (const module of project.children ?? []) {
    targets.set(module.name, module);
    for (const child of module.children ?? []) {
      // What an entry point passes on from another is described there.
      if (child.kindOf(ReflectionKind.Reference) || targets.has(child.name)) continue;
      targets.set(child.name, child);
    }
  }
  return targets;
}

/**
 * @param {readonly import('typedoc').CommentDisplayPart[]} parts
 * @param {ReadonlyMap<string, import('typedoc').DeclarationReflection>} targets
 * @returns {import('typedoc').CommentDisplayPart[]}
 */
function withLinks(parts, targets) {
  return parts.map((part, index) => {
    if (part.kind !== 'code') return part;
    const name = /^`([^`]+?)(?:\(\))?`$/.exec(part.text)?.[1];
    const target = name === undefined ? undefined : targets.get(name);
    // The text of a link or a heading stays as it is.
    const before = parts[index - 1]?.text ?? '';
    if (target === undefined || /(\[[^\]]*|^#+ .*|\n#+ .*)$/.test(before)) return part;
    return { kind: 'inline-tag', tag: '@linkcode', text: part.text.replaceAll('`', ''), target };
  });
}
