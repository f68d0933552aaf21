import type { TranslationBundle } from '@jupyterlab/translation';

import { explainFileError } from '../notebook';
import { forbidsFrames } from './headers';
import type { IFramePage } from './page';
import type { IBridgeSettings } from './tokens';

/**
 * Why a frame can't stay as it is.
 *
 * - `missing`: there is no page;
 * - `away`: the server does not give it, and nothing is known of it;
 * - `foreign`: the page is none that the magic makes;
 * - `old`: the page speaks in a way that no browser lets it any more;
 * - `offline`: what it loads can't be had;
 * - `blocked`: the browser leaves it blank;
 * - `stale`: there are newer blocks than it shows;
 * - `incomplete`: it can't show all blocks that it was given.
 */
export type Why =
  | 'missing'
  | 'away'
  | 'foreign'
  | 'old'
  | 'offline'
  | 'blocked'
  | 'stale'
  | 'incomplete';

/**
 * Why a page can't stay as it is, as far as that is known without what it
 * loads.
 */
export function whyNot(
  page: IFramePage | null,
  newest: string | null,
  headers: Headers | null
): Why | null {
  if (!page) {
    return 'missing';
  }
  if (page.isOld) {
    return 'old';
  }
  if (headers && forbidsFrames(headers, location.origin)) {
    return 'blocked';
  }
  return newest !== null && newest !== page.embedded ? 'stale' : null;
}

/**
 * What shows the blocks: the frame as it is, we, or the frame with a page that
 * we have written into it.
 */
export type Showing = 'frame' | 'native' | 'srcdoc';

export interface IFacts {
  readonly adopt: IBridgeSettings['adopt'];
  readonly why: Why | null;
  /**
   * Whether we know every block that the page shows and offers; of a page that
   * is incomplete, whether we lose none.
   */
  readonly isKnown: boolean;
  /**
   * Whether we can make code of them.
   */
  readonly hasCode: boolean;
}

/**
 * What is to show the blocks of a frame; ours only for a reason.
 */
export function howToShow(facts: IFacts): Showing {
  const { adopt, hasCode, isKnown, why } = facts;
  // What can't run where it is, can't run in a frame that we make either.
  const isGone =
    why === 'missing' ||
    why === 'away' ||
    why === 'foreign' ||
    why === 'old' ||
    why === 'incomplete';
  const isBroken = isGone || why === 'offline';
  if (adopt === 'never') {
    return isGone || why === 'blocked' ? 'frame' : 'srcdoc';
  }
  if (isKnown && (adopt === 'always' || (why && (hasCode || isBroken)))) {
    return 'native';
  }
  // A page that works is written into its frame, too: from its own address it
  // would begin anew when its cell is moved, without what was edited, and
  // nobody would know whether it is still there. One that lacks something from
  // the internet may work without it.
  return isGone ? 'frame' : 'srcdoc';
}

/**
 * What is said of it under the blocks; null if there is nothing to say.
 *
 * @param hasNative - whether this front end can show blocks without their page
 */
export function explainShowing(
  showing: Showing,
  why: Why | null,
  hasNative: boolean,
  trans: TranslationBundle
): string | null {
  const reason = explainWhy(why, trans);
  if (!reason) {
    return showing === 'native' ? trans.__('shown by Jigsaw') : null;
  }
  const text =
    showing !== 'frame'
      ? trans.__('shown by Jigsaw: %1', reason)
      : why === 'incomplete'
        ? trans.__('%1, so it saves none', reason)
        : reason;
  return hasNative || why === 'blocked' || why === 'stale'
    ? text
    : trans.__('%1; in JupyterLab the blocks are shown without it', text);
}

/**
 * What is said when it went wrong to find that out.
 *
 * @param isIncomplete - whether the page can't show all blocks
 */
export function explainFailure(
  error: unknown,
  isIncomplete: boolean,
  trans: TranslationBundle
): string {
  const text = trans.__(
    'the page could not be looked at: %1',
    explainFileError(error, trans)
  );
  return isIncomplete
    ? trans.__(
        '%1, so it saves none; %2',
        explainWhy('incomplete', trans) ?? '',
        text
      )
    : text;
}

function explainWhy(why: Why | null, trans: TranslationBundle): string | null {
  switch (why) {
    case 'missing':
      return trans.__('the page is not there; run the cell again to make it');
    case 'away':
      return trans.__('the server does not give the page');
    case 'foreign':
      return trans.__('the page is none of %jigsaw; run the cell again');
    case 'old':
      return trans.__('the page is of an old MetaKernel; run the cell again');
    case 'offline':
      return trans.__('the page can’t load what it needs from the internet');
    case 'blocked':
      return trans.__('the server forbids frames');
    case 'stale':
      return trans.__('the page has older blocks');
    case 'incomplete':
      return trans.__('the page can’t show all of the blocks');
    case null:
      return null;
  }
}
