/**
 * The directives of a policy; of one name the first counts, as in browsers.
 */
function directives(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    if (name && !found.has(name.toLowerCase())) {
      found.set(name.toLowerCase(), values);
    }
  }
  return found;
}

/** A header may hold several, with commas between. */
const policies = (header: string | null) =>
  (header ?? '').split(',').map(directives);

/**
 * What forbids that files are shown in frames, or null.
 */
export function forbiddenFrames(header: string | null): string | null {
  for (const policy of policies(header)) {
    const ancestors = policy.get('frame-ancestors');
    if (
      ancestors &&
      !ancestors.includes("'self'") &&
      !ancestors.includes('*')
    ) {
      return `frame-ancestors ${ancestors.join(' ')}`;
    }
  }
  return null;
}

/**
 * What forbids that a page shows frames of elsewhere, or null.
 */
export function boundFrames(header: string | null): string | null {
  for (const policy of policies(header)) {
    const name = ['frame-src', 'child-src', 'default-src'].find(one =>
      policy.has(one)
    );
    const sources = name ? policy.get(name)! : ['*'];
    if (!sources.includes('*') && !sources.some(one => one.includes(':'))) {
      return `${name} ${sources.join(' ')}`;
    }
  }
  return null;
}
