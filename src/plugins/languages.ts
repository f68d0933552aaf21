import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { LanguageRegistry, languages } from '../languages';
import { Registry } from '../registry';
import { IJigsawRegistry } from '../tokens';

/**
 * The registry, with the languages of ours in it.
 */
export const languagesPlugin: JupyterFrontEndPlugin<IJigsawRegistry> = {
  id: 'jupyterlab-jigsaw:languages',
  description: 'The languages, blocks and toolboxes of others and ours.',
  autoStart: true,
  provides: IJigsawRegistry,
  activate: () => {
    const registry: IJigsawRegistry = {
      languages: new LanguageRegistry(),
      toolboxes: new Registry('toolbox', 'id'),
      blocks: new Registry('block', 'type')
    };
    for (const language of languages) {
      registry.languages.add(language);
    }
    return registry;
  }
};
