import type { ICodeGenerator, IJigsawLanguage } from './tokens';

/**
 * A language that needs no kit.
 */
interface IOwnLanguage extends IJigsawLanguage {
  load(): Promise<ICodeGenerator>;
}

/**
 * The languages that come with the extension.
 *
 * The MIME types are those that JupyterLab's CodeMirror registry knows.
 */
export const languages: readonly IOwnLanguage[] = [
  {
    id: 'python',
    displayName: 'Python',
    mimeType: 'text/x-python',
    fileExtension: '.py',
    kernelLanguages: [
      'python',
      'ipython',
      'python3',
      'ipython3',
      'metakernel python',
      'xpython'
    ],
    load: async () => (await import('./python')).createGenerator()
  },
  {
    id: 'javascript',
    displayName: 'JavaScript',
    mimeType: 'text/javascript',
    fileExtension: '.js',
    kernelLanguages: [
      'javascript',
      'typescript',
      'node',
      'nodejs',
      'ecmascript'
    ],
    load: async () => (await import('./javascript')).createGenerator()
  },
  {
    id: 'lua',
    displayName: 'Lua',
    mimeType: 'text/x-lua',
    fileExtension: '.lua',
    kernelLanguages: ['lua', 'luajit', 'xlua'],
    oneBasedIndex: true,
    load: async () => (await import('./lua')).createGenerator()
  },
  {
    id: 'php',
    displayName: 'PHP',
    mimeType: 'text/x-php',
    fileExtension: '.php',
    kernelLanguages: ['php'],
    load: async () => (await import('./php')).createGenerator()
  },
  {
    id: 'dart',
    displayName: 'Dart',
    mimeType: 'application/dart',
    fileExtension: '.dart',
    kernelLanguages: ['dart'],
    load: async () => (await import('./dart')).createGenerator()
  },
  {
    id: 'octave',
    displayName: 'Octave',
    mimeType: 'text/x-octave',
    fileExtension: '.m',
    kernelLanguages: ['octave', 'matlab', 'xoctave'],
    oneBasedIndex: true,
    load: async () => (await import('./octave')).createGenerator()
  },
  {
    id: 'r',
    displayName: 'R',
    mimeType: 'text/x-rsrc',
    fileExtension: '.r',
    kernelLanguages: ['r', 'xr'],
    oneBasedIndex: true,
    load: async () => (await import('./r')).createGenerator()
  },
  {
    id: 'scheme',
    displayName: 'Scheme',
    mimeType: 'text/x-scheme',
    fileExtension: '.scm',
    kernelLanguages: ['scheme', 'calysto_scheme', 'guile'],
    load: async () => (await import('./scheme')).createGenerator()
  },
  {
    id: 'bash',
    displayName: 'Bash',
    mimeType: 'text/x-sh',
    fileExtension: '.sh',
    kernelLanguages: ['bash', 'sh', 'shell'],
    load: async () => (await import('./bash')).createGenerator()
  },
  {
    id: 'processing',
    displayName: 'Processing',
    mimeType: 'text/x-java',
    fileExtension: '.pde',
    // Calysto Processing calls its language Java.
    kernelLanguages: ['processing', 'java'],
    load: async () => (await import('./processing')).createGenerator()
  }
];
