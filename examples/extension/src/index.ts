import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IJigsawRegistry } from 'jupyterlab-jigsaw';

/**
 * Adds a language, two blocks and their category to Jigsaw.
 */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'jigsaw-example-extension:plugin',
  description: 'Blocks about the weather, and AWK, for Jigsaw.',
  autoStart: true,
  // Null where Jigsaw is installed and disabled.
  optional: [IJigsawRegistry],
  activate: (_app, jigsaw: IJigsawRegistry | null) => {
    if (!jigsaw) {
      return;
    }
    jigsaw.languages.add({
      id: 'awk',
      displayName: 'AWK',
      mimeType: 'text/plain',
      fileExtension: '.awk',
      kernelLanguages: ['awk'],
      oneBasedIndex: true,
      load: async kit => kit.createGenerator((await import('./awk')).awk)
    });
    // What they are is loaded when the first workspace opens.
    jigsaw.blocks.add({
      type: 'weather_fahrenheit',
      load: async () => (await import('./weather')).fahrenheit
    });
    jigsaw.blocks.add({
      type: 'weather_bar',
      load: async () => (await import('./weather')).bar
    });
    const number = (NUM: number) => ({
      shadow: { type: 'math_number', fields: { NUM } }
    });
    jigsaw.toolboxes.add({
      id: 'weather',
      name: 'Weather',
      colour: '#4a86c5',
      // Behind “Math”, which has 300.
      rank: 350,
      blocks: [
        { type: 'weather_fahrenheit', inputs: { CELSIUS: number(20) } },
        { type: 'weather_bar', inputs: { LENGTH: number(5) } }
      ]
    });
  }
};

export default plugin;
