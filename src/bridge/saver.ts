import type { Contents } from '@jupyterlab/services';

import { isMissing, readText } from '../notebook';
import { embeddedIn } from './page';
import { readPageFile } from './pageFile';

/**
 * Saves the workspaces of frames, those of a file in the order in which they
 * come, and never an older one over a newer.
 *
 * A page holds the workspace of the time when its cell was run. After the
 * notebook was loaded again it shows that one, though its file may have been
 * saved since: what such a page sends is not newer than the file.
 */
export class WorkspaceSaver {
  constructor(private readonly _contents: Contents.IManager) {}

  /**
   * Save a workspace, after those of the same file that are being saved.
   *
   * @param path - of its file
   * @param from.holder - what shows it
   * @param from.page - the path of the page that shows it, or did
   * @param from.quiet - when the server has nothing more urgent to do, which
   * only what was saved already waits for
   * @param from.queued - called when it is to be saved, and waits for nothing but
   * the server from then on
   * @returns whether it was saved; false if the file is newer than what the
   * page began with
   * @throws what the server answers when it does not want to.
   */
  async save(
    path: string,
    xml: string,
    from: WorkspaceSaver.IFrom
  ): Promise<boolean> {
    const last = this._requests.get(path);
    if (last?.xml === xml) {
      // Nothing was edited since; what another has saved since, stays.
      if (!last.isSaved) {
        from.queued?.();
        last.holders.add(from.holder);
        return last.saved;
      }
      // Somebody may have deleted the file, which nobody is in a hurry to know.
      await from.quiet;
      const isThere = await exists(this._contents, path);
      if (this._requests.get(path) !== last) {
        return true;
      }
      if (isThere) {
        this._bases.set(from.holder, xml);
        return true;
      }
    }
    from.queued?.();
    const before = this._queues.get(path) ?? [];
    const holders = new Set([from.holder]);
    const save = () => this._save(path, xml, from, holders);
    const saved = (before.at(-1)?.saved ?? Promise.resolve()).then(save, save);
    const request: ISave = { xml, saved, holders, isSaved: false };
    this._queues.set(path, [...before, request]);
    this._requests.set(path, request);
    const end = (isSaved: boolean) => {
      request.isSaved = isSaved;
      if (!isSaved && this._requests.get(path) === request) {
        this._requests.delete(path);
      }
      const others = this._queues.get(path)!.filter(one => one !== request);
      if (others.length > 0) {
        this._queues.set(path, others);
      } else {
        this._queues.delete(path);
      }
    };
    saved.then(end, () => end(false));
    return saved;
  }

  /**
   * Whether a workspace is what was saved last, and none is on its way.
   */
  isSaved(path: string, xml: string): boolean {
    const last = this._requests.get(path);
    return last?.xml === xml && last.isSaved;
  }

  /**
   * Say with what a holder begins.
   *
   * @param base - what is on disk, or was when edits of it were begun; empty
   * for no file, null if nothing is known of it
   * @param before - what has shown these edits before it, if it begins with
   * some: what that is having saved is in them
   */
  know(
    holder: object,
    path: string,
    base: string | null,
    before: object | null = null
  ): void {
    for (const { holders } of this._queues.get(path) ?? []) {
      if (before && holders.has(before)) {
        holders.add(holder);
      } else {
        holders.delete(holder);
      }
    }
    if (base === null) {
      this._bases.delete(holder);
    } else {
      this._bases.set(holder, base);
    }
    this._requests.delete(path);
  }

  /**
   * Let a holder write over what is on disk now, which its user has been told
   * of.
   *
   * @throws what the server answers when it does not want to give it
   */
  async overtake(holder: object, path: string): Promise<void> {
    this.know(holder, path, (await readText(this._contents, path)) ?? '');
  }

  /**
   * What was on disk when a holder began, or was saved from it since; null if
   * nothing is known of that.
   */
  baseOf(holder: object): string | null {
    return this._bases.get(holder) ?? null;
  }

  /**
   * Say that a holder shows something else now: nothing is known of it.
   */
  forget(holder: object): void {
    this._queues.forEach(saves =>
      saves.forEach(({ holders }) => holders.delete(holder))
    );
    this._bases.delete(holder);
  }

  private async _save(
    path: string,
    xml: string,
    { holder, page }: WorkspaceSaver.IFrom,
    holders: ReadonlySet<object>
  ): Promise<boolean> {
    const there = await readText(this._contents, path);
    const isKnown =
      there === null ||
      there === xml ||
      there ===
        (this.baseOf(holder) ??
          embeddedIn((await readPageFile(this._contents, page)) ?? ''));
    if (!isKnown) {
      return false;
    }
    if (there !== xml) {
      await this._contents.save(path, {
        type: 'file',
        format: 'text',
        content: xml
      });
    }
    holders.forEach(one => this._bases.set(one, xml));
    return true;
  }

  private readonly _bases = new WeakMap<object, string>();
  /**
   * What was asked for last, by path, if it was or is being saved.
   */
  private readonly _requests = new Map<string, ISave>();
  /**
   * The saves of each path that are not over, in order: a server that does not
   * answer one holds up no other.
   */
  private readonly _queues = new Map<string, readonly ISave[]>();
}

interface ISave {
  readonly xml: string;
  readonly saved: Promise<boolean>;
  /**
   * Those that show it, or something that was made of it: when it is saved, they
   * are as new as their file.
   */
  readonly holders: Set<object>;
  isSaved: boolean;
}

export namespace WorkspaceSaver {
  export interface IFrom {
    readonly holder: object;
    readonly page: string;
    readonly quiet?: Promise<void>;
    readonly queued?: () => void;
  }
}

async function exists(
  contents: Contents.IManager,
  path: string
): Promise<boolean> {
  try {
    await contents.get(path, { content: false });
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}
