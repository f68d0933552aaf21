/**
 * The path, from the server's root, of the file that an address shows; null if
 * it shows none of this server's files.
 *
 * @param files - where this server shows files: whole addresses, each ending in
 *   a slash
 */
export function fileAt(
  address: string,
  ...files: readonly string[]
): string | null {
  const found = files.find(one => isBelow(address, one));
  if (found === undefined) {
    return null;
  }
  const root = new URL(found);
  const url = new URL(address, root);
  try {
    const parts = url.pathname
      .slice(root.pathname.length)
      .split('/')
      .map(decodeURIComponent);
    // An encoded slash or dots would name another file than they seem to.
    return parts.every(isPlain) ? parts.join('/') : null;
  } catch {
    return null;
  }
}

/**
 * The page that MetaKernel writes beside a workspace's file.
 *
 * @param workspace - the workspace's file; both are from the notebook's folder
 */
export function pageOf(workspace: string): string {
  return workspace.replace(/\.xml$/, '.html');
}

function isBelow(address: string, folder: string): boolean {
  const root = parse(folder);
  const url = root && parse(address, root);
  return (
    !!url &&
    url.origin === root.origin &&
    url.pathname.startsWith(root.pathname)
  );
}

function parse(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

function isPlain(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !/[/\\]/.test(part);
}
