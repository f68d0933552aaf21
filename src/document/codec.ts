import { parse, stringify } from './format';
import { guardContent } from './guard';
import type { IJigsawCodec } from './tokens';

/**
 * Reads and writes `.jigsaw` files. A module of its own, so that it is only
 * fetched with the first panel.
 */
export const codec: IJigsawCodec = { parse, stringify, guard: guardContent };
