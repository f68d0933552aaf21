import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';
import type { utils } from 'blockly/core';

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
   * From English to the user's language.
   */
  trans: TranslationBundle;
}

/**
 * The standard toolbox for a language.
 */
export function buildToolbox(options: IToolboxOptions): ToolboxInfo {
  const { language, categories, trans } = options;
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
  return {
    kind: 'categoryToolbox',
    contents: shown.map(id => category(id, names[id]))
  };
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
  const common = {
    kind: 'category',
    name,
    id,
    // Blockly finds it by that in the whole page, which may have several
    // toolboxes, and those of another Blockly, which would count as ours does.
    toolboxitemid: `jigsaw-${UUID.uuid4()}`,
    colour: undefined,
    cssconfig: undefined,
    hidden: undefined
  };
  const filled = dynamic[id];
  return filled
    ? { ...common, categorystyle: filled.style, custom: filled.custom }
    : {
        ...common,
        categorystyle: styles[id] ?? `${id}_category`,
        contents: contents(id)
      };
}
