import type { IEditorServices } from '@jupyterlab/codeeditor';
import {
  CodeMirrorEditorFactory,
  CodeMirrorMimeTypeService,
  EditorExtensionRegistry,
  EditorLanguageRegistry,
  EditorThemeRegistry,
  ybinding
} from '@jupyterlab/codemirror';
import { createMarkdownParser } from '@jupyterlab/markedparser-extension';
import type { ILatexTypesetter } from '@jupyterlab/rendermime';
import {
  RenderMimeRegistry,
  standardRendererFactories
} from '@jupyterlab/rendermime';
import type { Contents } from '@jupyterlab/services';
import type { ITranslator } from '@jupyterlab/translation';

import '@jupyterlab/codeeditor/style/base.css';
import '@jupyterlab/codemirror/style/base.css';
import '@jupyterlab/outputarea/style/base.css';
import '@jupyterlab/rendermime/style/base.css';

import { CodeView } from '../panel/codeView';
import { OutputView } from '../panel/outputView';

/**
 * What stands beside the blocks and is not needed to move them: the code editor
 * and the renderers of outputs, as JupyterLab sets them up.
 */
export function createLateParts(options: {
  contents: Contents.IManager;
  path: string;
  translator: ITranslator;
}): { code: CodeView; output: OutputView } {
  const { contents, path, translator } = options;
  const languages = createLanguages();
  const trans = translator.load('jupyterlab-jigsaw');
  return {
    code: new CodeView({
      editorServices: createEditorServices(languages, translator),
      trans
    }),
    output: new OutputView({
      rendermime: new RenderMimeRegistry({
        initialFactories: standardRendererFactories,
        latexTypesetter: typesetter,
        markdownParser: createMarkdownParser(languages),
        resolver: new RenderMimeRegistry.UrlResolver({ contents, path }),
        translator
      }),
      translator
    })
  };
}

function createLanguages(): EditorLanguageRegistry {
  const languages = new EditorLanguageRegistry();
  for (const language of EditorLanguageRegistry.getDefaultLanguages()) {
    languages.addLanguage(language);
  }
  return languages;
}

function createEditorServices(
  languages: EditorLanguageRegistry,
  translator: ITranslator
): IEditorServices {
  const themes = new EditorThemeRegistry();
  for (const theme of EditorThemeRegistry.getDefaultThemes(translator)) {
    themes.addTheme(theme);
  }
  const extensions = new EditorExtensionRegistry();
  for (const extension of EditorExtensionRegistry.getDefaultExtensions({
    themes,
    translator
  })) {
    extensions.addExtension(extension);
  }
  extensions.addExtension({
    name: 'shared-model-binding',
    factory: ({ model }) => {
      const shared = model.sharedModel as unknown as {
        ysource: Parameters<typeof ybinding>[0]['ytext'];
      };
      return EditorExtensionRegistry.createImmutableExtension(
        ybinding({ ytext: shared.ysource })
      );
    }
  });
  return {
    factoryService: new CodeMirrorEditorFactory({
      extensions,
      languages,
      translator
    }),
    mimeTypeService: new CodeMirrorMimeTypeService(languages)
  };
}

/**
 * MathJax, loaded with the first formula.
 */
const typesetter: ILatexTypesetter = {
  typeset: node => {
    if (/\$|\\[([]|\\begin\{/.test(node.textContent ?? '')) {
      void import('./formulas').then(({ mathjax }) => mathjax.typeset(node));
    }
  }
};
