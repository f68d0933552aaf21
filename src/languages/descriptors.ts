import type { ICodeGenerator, IJigsawLanguage } from './tokens';

/**
 * A language that needs no kit.
 */
interface IOwnLanguage extends IJigsawLanguage {
  load(): Promise<ICodeGenerator>;
}

/**
 * The languages that come with the extension, described in few bytes, since they
 * are loaded at start-up: the name in files, the name for people, the MIME type
 * as JupyterLab's CodeMirror registry knows it, the ending of files, what kernels
 * call it, and, of some, that they count from one.
 */
export const languages: readonly IOwnLanguage[] = [
  language('python', 'Python', 'text/x-python', '.py', [
    'python',
    'ipython',
    'python3',
    'ipython3',
    'metakernel python',
    'xpython'
  ]),
  language('javascript', 'JavaScript', 'text/javascript', '.js', [
    'javascript',
    'typescript',
    'node',
    'nodejs',
    'ecmascript'
  ]),
  language('lua', 'Lua', 'text/x-lua', '.lua', ['lua', 'luajit', 'xlua'], true),
  language('php', 'PHP', 'text/x-php', '.php', ['php']),
  language('dart', 'Dart', 'application/dart', '.dart', ['dart']),
  language(
    'octave',
    'Octave',
    'text/x-octave',
    '.m',
    ['octave', 'matlab', 'xoctave'],
    true
  ),
  language('r', 'R', 'text/x-rsrc', '.r', ['r', 'xr'], true),
  language('scheme', 'Scheme', 'text/x-scheme', '.scm', [
    'scheme',
    'calysto_scheme',
    'guile'
  ]),
  language('bash', 'Bash', 'text/x-sh', '.sh', ['bash', 'sh', 'shell']),
  // Calysto Processing calls its language Java.
  language('processing', 'Processing', 'text/x-java', '.pde', [
    'processing',
    'java'
  ]),
  language('cpp', 'C++', 'text/x-c++src', '.cpp', [
    'c++',
    'cpp',
    'c++11',
    'c++14',
    'c++17',
    'c++20',
    'c++23',
    'xcpp',
    'xcpp17',
    'xcpp20'
  ])
];

function language(
  id: string,
  displayName: string,
  mimeType: string,
  fileExtension: string,
  kernelLanguages: readonly string[],
  oneBasedIndex = false
): IOwnLanguage {
  return {
    id,
    displayName,
    mimeType,
    fileExtension,
    kernelLanguages,
    oneBasedIndex,
    load: async () => (await import('./loaders')).loadOwn(id)
  };
}
