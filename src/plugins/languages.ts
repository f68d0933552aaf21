import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { LanguageRegistry, languages } from '../languages';
import { IJigsawRegistry } from '../tokens';

/**
 * The registry, with the languages of ours in it.
 */
export const languagesPlugin: JupyterFrontEndPlugin<IJigsawRegistry> = {
  id: 'jupyterlab-jigsaw:languages',
  description: 'The languages that blocks can be turned into.',
  autoStart: true,
  provides: IJigsawRegistry,
  activate: () => {
    const registry = { languages: new LanguageRegistry() };
    for (const language of languages) {
      registry.languages.add(language);
    }
    return registry;
  }
};
