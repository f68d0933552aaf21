import { PromiseDelegate } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';
import { Blocks, Events, Workspace, common } from 'blockly/core';

import type { BlockCode, IJigsawBlock, Registry } from '../registry';

/**
 * How long the first workspace waits for blocks that are loaded, in
 * milliseconds. Those that come later become real then.
 */
const PATIENCE = 3000;

/**
 * The types of blocks that have come and gone.
 */
export interface IBlocksChange {
  readonly added: Set<string>;
  readonly removed: Set<string>;
}

/**
 * The blocks that other extensions have added, as far as they can be used.
 * Blockly has one table of definitions for the whole page, and so has this.
 */
class AddedBlocks {
  /**
   * Emitted when definitions have come and gone.
   */
  get changed(): ISignal<this, IBlocksChange> {
    return this._changed;
  }

  /**
   * The types that are defined.
   */
  get types(): Iterable<string> {
    return this._parts.keys();
  }

  /**
   * The code of a type of block in a language, if it has any.
   */
  codeOf(type: string, language: string): BlockCode | undefined {
    const code = this._parts.get(type)?.code ?? {};
    return Object.hasOwn(code, language) ? code[language] : undefined;
  }

  /**
   * Define the blocks of a registry, from now on.
   *
   * @returns fulfilled when those that are in it now are defined, were left
   *   out, or take too long
   */
  async follow(registry: Registry<IJigsawBlock>): Promise<void> {
    if (!this._followed.has(registry)) {
      this._followed.set(registry, new Set());
      registry.changed.connect(this._update, this);
      this._update(registry);
    }
    const late = new PromiseDelegate<void>();
    const timer = setTimeout(() => {
      // The next workspace does not wait for them once more.
      this._pending.clear();
      late.resolve();
    }, PATIENCE);
    await Promise.race([Promise.all(this._pending), late.promise]);
    clearTimeout(timer);
  }

  private _update(registry: Registry<IJigsawBlock>): void {
    const seen = this._followed.get(registry)!;
    const now = new Set(registry.list);
    for (const block of [...seen].filter(one => !now.has(one))) {
      seen.delete(block);
      this._remove(block);
    }
    for (const block of [...now].filter(one => !seen.has(one))) {
      seen.add(block);
      const done = this._add(block, () => seen.has(block))
        .catch(reason => {
          console.error(
            `The block '${block.type}' of another extension is left out:`,
            reason
          );
        })
        .finally(() => this._pending.delete(done));
      this._pending.add(done);
    }
  }

  private async _add(
    block: IJigsawBlock,
    isWanted: () => boolean
  ): Promise<void> {
    const parts = 'load' in block ? await block.load() : block;
    if (isWanted()) {
      define(block.type, parts.definition);
      this._parts.set(block.type, parts);
      this._owners.set(block.type, block);
      this._tell('added', block.type);
    }
  }

  private _remove(block: IJigsawBlock): void {
    // One that was left out because of another's name takes nothing away.
    if (this._owners.get(block.type) === block) {
      this._owners.delete(block.type);
      this._parts.delete(block.type);
      delete Blocks[block.type];
      this._tell('removed', block.type);
    }
  }

  /**
   * An extension adds its blocks one after the other; they are told together.
   */
  private _tell(what: keyof IBlocksChange, type: string): void {
    if (!this._news) {
      this._news = { added: new Set(), removed: new Set() };
      queueMicrotask(() => {
        const news = this._news!;
        this._news = null;
        this._changed.emit(news);
      });
    }
    this._news[what].add(type);
  }

  private readonly _changed = new Signal<this, IBlocksChange>(this);
  private readonly _followed = new WeakMap<
    Registry<IJigsawBlock>,
    Set<IJigsawBlock>
  >();
  private _news: IBlocksChange | null = null;
  private readonly _owners = new Map<string, IJigsawBlock>();
  private readonly _parts = new Map<string, IJigsawBlock.IParts>();
  private readonly _pending = new Set<Promise<void>>();
}

export const addedBlocks = new AddedBlocks();

/**
 * Define a type of block, if Blockly can make one of it.
 */
function define(type: string, definition: unknown): void {
  if (typeof type !== 'string' || !type || type in Blocks) {
    throw new Error(`There is a block '${type}' already.`);
  }
  if (typeof definition !== 'object' || definition === null) {
    throw new Error('It has no JSON definition.');
  }
  // What its owner does to it afterwards is without effect.
  const json = { ...JSON.parse(JSON.stringify(definition)), type };
  const made = common.createBlockDefinitionsFromJsonArray([json]);
  Blocks[type] = made[type];
  const workspace = new Workspace();
  Events.disable();
  try {
    workspace.newBlock(type).dispose();
  } catch (error) {
    delete Blocks[type];
    throw error;
  } finally {
    workspace.dispose();
    Events.enable();
  }
}
