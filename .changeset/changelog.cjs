// How `changeset version` writes CHANGELOG.md: what changed, in the words of the changeset. The commit is left to git.

module.exports = {
  getReleaseLine: async ({ summary }) => {
    const [first, ...others] = summary.trim().split('\n');
    return [`- ${first}`, ...others.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  },
  getDependencyReleaseLine: async (_, updated) =>
    updated.map(({ name, newVersion }) => `- Stands on ${name} ${newVersion}.`).join('\n'),
};
