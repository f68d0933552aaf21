import * as Blockly from 'blockly/core';

/**
 * How many blocks a program has before some are left out: fewer are drawn at
 * once, and all of them are there for a screen reader.
 */
const MANY = 200;

/**
 * How far out of sight blocks are still drawn, in pixels of the screen: what
 * they have outside of their box, and what the next turn of a wheel brings.
 */
const MARGIN = 200;

/**
 * The class of the first block of a stack that is out of sight.
 */
const HIDDEN_CLASS = 'jp-Jigsaw-outOfSight';

/**
 * Leave stacks that are out of sight undrawn in large programs, from now on.
 *
 * A browser paints all of an SVG in every frame that changes any of it, since
 * it looks for nothing out of sight behind a `transform`, and Blockly's blocks
 * all have one. What is left out still has its size and place, so that Blockly
 * can measure it.
 *
 * @returns what has to be called when the workspace has another size
 */
export function cullBlocks(workspace: Blockly.WorkspaceSvg): () => void {
  let isLarge = false;
  let isDue = false;

  const cull = () => {
    const { left, top, width, height } = workspace
      .getMetricsManager()
      .getViewMetrics(true);
    if (!width || !height) {
      return;
    }
    const margin = MARGIN / workspace.scale;
    const sight = new Blockly.utils.Rect(
      top - margin,
      top + height + margin,
      left - margin,
      left + width + margin
    );
    for (const block of workspace.getTopBlocks(false)) {
      block
        .getSvgRoot()
        .classList.toggle(
          HIDDEN_CLASS,
          isLarge && !sight.intersects(block.getBoundingRectangle())
        );
    }
  };

  // What scrolls sets this, and what is drawn next has to have it.
  new MutationObserver(() => {
    if (isLarge) {
      cull();
    }
  }).observe(workspace.getCanvas(), { attributeFilter: ['transform'] });

  const look = () => {
    const wasLarge = isLarge;
    isLarge = workspace.getAllBlocks(false).length > MANY;
    if (isLarge || wasLarge) {
      cull();
    }
  };
  looks.set(workspace, look);

  const schedule = () => {
    if (!isDue) {
      isDue = true;
      // After Blockly's own, which gives blocks their sizes.
      requestAnimationFrame(() => {
        isDue = false;
        if (workspace.rendered) {
          look();
        }
      });
    }
  };
  schedules.set(workspace, schedule);
  workspace.addChangeListener(event => {
    if (
      event instanceof Blockly.Events.BlockBase ||
      event instanceof Blockly.Events.FinishedLoading
    ) {
      schedule();
    }
  });

  return () => {
    if (isLarge) {
      cull();
    }
  };
}

/**
 * Look anew at what is in sight, after changes of which Blockly told nobody.
 */
export function cullAgain(workspace: Blockly.WorkspaceSvg): void {
  schedules.get(workspace)?.();
}

/**
 * Look at once at what is in sight, when blocks have their sizes: what is left
 * out before the next frame is never painted.
 */
export function cullNow(workspace: Blockly.WorkspaceSvg): void {
  looks.get(workspace)?.();
}

const looks = new WeakMap<Blockly.WorkspaceSvg, () => void>();
const schedules = new WeakMap<Blockly.WorkspaceSvg, () => void>();
