import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';
import type { utils } from 'blockly/core';

import type { IJigsawToolbox } from '../registry';
import { addedCategories } from './addedToolboxes';
import { contents } from './toolboxContents';

type ToolboxInfo = utils.toolbox.ToolboxInfo;

/**
 * The name by which a file asks for the toolbox that is built here.
 */
export const STANDARD_TOOLBOX = 'standard';

/**
 * The categories, in their order.
 */
export const categoryIds = [
  'logic',
  'loops',
  'math',
  'text',
  'lists',
  'colour',
  'variables',
  'functions',
  'python',
  'processing'
] as const;

/**
 * The name of a category in settings.
 */
export type CategoryId = (typeof categoryIds)[number];

/**
 * Options of `buildToolbox`.
 */
export interface IToolboxOptions {
  /**
   * The id of the language: blocks of one language only come with it.
   */
  language: string;
  /**
   * The categories to show; all of them when not given.
   */
  categories?: readonly string[];
  /**
   * Categories of others, which show whatever `categories` says.
   */
  added?: readonly IJigsawToolbox[];
  /**
   * From English to the user's language.
   */
  trans: TranslationBundle;
}

/**
 * The standard toolbox for a language.
 */
export function buildToolbox(options: IToolboxOptions): ToolboxInfo {
  const { added = [], language, categories, trans } = options;
  const names: Record<CategoryId, string> = {
    logic: trans.__('Logic'),
    loops: trans.__('Loops'),
    math: trans.__('Math'),
    text: trans.__('Text'),
    lists: trans.__('Lists'),
    colour: trans.__('Colour'),
    variables: trans.__('Variables'),
    functions: trans.__('Functions'),
    python: trans.__('Python'),
    processing: trans.__('Processing')
  };
  const shown = categoryIds.filter(
    id =>
      (!categories || categories.includes(id)) &&
      (languageOf[id] ?? language) === language
  );
  const all = [
    ...shown.map(id => ({
      rank: (categoryIds.indexOf(id) + 1) * 100,
      item: category(id, names[id])
    })),
    ...addedCategories(added, language).map(({ rank, ...given }) => ({
      rank,
      item: { ...common(), ...given }
    }))
  ];
  // It keeps the order of those of one rank.
  all.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  return { kind: 'categoryToolbox', contents: all.map(({ item }) => item) };
}

/**
 * The language with which alone a category shows.
 */
const languageOf: { [id in CategoryId]?: string } = {
  python: 'python',
  processing: 'processing'
};

/**
 * Variables and functions are filled by Blockly from what the workspace holds.
 */
const dynamic: { [id in CategoryId]?: { custom: string; style: string } } = {
  variables: { custom: 'VARIABLE', style: 'variable_category' },
  functions: { custom: 'PROCEDURE', style: 'procedure_category' }
};

const styles: { [id in CategoryId]?: string } = {
  loops: 'loop_category',
  lists: 'list_category'
};

function category(
  id: CategoryId,
  name: string
): ToolboxInfo['contents'][number] {
  const given = { ...common(), name, id };
  const filled = dynamic[id];
  return filled
    ? { ...given, categorystyle: filled.style, custom: filled.custom }
    : {
        ...given,
        categorystyle: styles[id] ?? `${id}_category`,
        contents: contents(id)
      };
}

/**
 * What Blockly wants of every category.
 */
function common() {
  return {
    kind: 'category',
    // Blockly finds it by that in the whole page, which may have several
    // toolboxes, and those of another Blockly, which would count as ours does.
    toolboxitemid: `jigsaw-${UUID.uuid4()}`,
    categorystyle: undefined,
    colour: undefined,
    cssconfig: undefined,
    hidden: undefined
  };
}
