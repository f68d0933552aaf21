import type { Kernel } from '@jupyterlab/services';
import type { JSONObject } from '@lumino/coreutils';

import { codec, JigsawModel } from '../../document';
import { LanguageRegistry, languages } from '../../languages';
import { FakeKernel } from '../../testutils/fakeKernel';
import { until } from '../../testutils/signals';
import { LanguageChoice } from '../language';

describe('LanguageChoice', () => {
  let model: JigsawModel;
  let registry: LanguageRegistry;
  let choice: LanguageChoice;
  let connections: Kernel.IKernelConnection[];

  beforeEach(() => {
    connections = [];
    model = new JigsawModel({ codec });
    registry = new LanguageRegistry();
    languages.forEach(language => registry.add(language));
    choice = new LanguageChoice({ model, registry, defaultLanguage: 'dart' });
  });

  afterEach(() => {
    choice.dispose();
    model.dispose();
    connections.forEach(connection => connection.dispose());
  });

  function connect(kernel: FakeKernel): Kernel.IKernelConnection {
    const connection = kernel.connect();
    connections.push(connection);
    return connection;
  }

  function speaking(name: string, mimetype = 'text/plain'): FakeKernel {
    return new FakeKernel({ languageInfo: { name, mimetype } });
  }

  async function use(name: string, mimetype?: string): Promise<void> {
    choice.setKernel(connect(speaking(name, mimetype)));
    await until(choice.changed, () => choice.kernelLanguage === name);
  }

  it('is the default of the settings while nobody says otherwise', () => {
    expect(choice.current.id).toBe('dart');
    expect(choice.fits).toBe(true);
    choice.setDefault('php');
    expect(choice.current.id).toBe('php');
  });

  it('is that of the kernel when there is one', async () => {
    await use('lua');
    expect(choice.current.id).toBe('lua');
    expect(choice.fits).toBe(true);
  });

  it('is that of the kernel by its MIME type, if its name says nothing', async () => {
    await use('something new', 'text/x-python');
    expect(choice.current.id).toBe('python');
  });

  it('is that of the file before all others', async () => {
    model.language = 'javascript';
    await use('lua');
    expect(choice.current.id).toBe('javascript');
    expect(choice.forKernel?.id).toBe('lua');
    expect(choice.fits).toBe(false);
    model.language = null;
    expect(choice.current.id).toBe('lua');
    expect(choice.fits).toBe(true);
  });

  it('is the default when the kernel speaks what nobody can write', async () => {
    await use('cobol');
    expect(choice.current.id).toBe('dart');
    expect(choice.forKernel).toBeNull();
    expect(choice.kernelLanguage).toBe('cobol');
    expect(choice.fits).toBe(false);
  });

  it('is another when a language comes or goes', async () => {
    await use('cobol');
    const cobol = registry.add({
      ...languages[0],
      id: 'cobol',
      mimeType: 'text/x-cobol',
      kernelLanguages: ['cobol']
    });
    expect(choice.current.id).toBe('cobol');
    expect(choice.fits).toBe(true);
    cobol.dispose();
    expect(choice.current.id).toBe('dart');
  });

  it('takes an unknown id in a file for none', () => {
    model.language = 'klingon';
    expect(choice.current.id).toBe('dart');
  });

  it('does not listen to a kernel that it no longer has', async () => {
    const late = speaking('lua');
    late.drop({ keeps: true });
    const connection = connect(late);
    choice.setKernel(connection);
    await use('php');
    late.restore();
    await connection.info;
    expect(choice.kernelLanguage).toBe('php');
    expect(choice.current.id).toBe('php');
  });

  it('knows nothing of a kernel that has not answered', async () => {
    await use('lua');
    const silent = speaking('php');
    silent.drop({ keeps: true });
    choice.setKernel(connect(silent));
    expect(choice.kernelLanguage).toBeNull();
    expect(choice.current.id).toBe('dart');
    expect(choice.fits).toBe(true);
    choice.setKernel(null);
    expect(choice.current.id).toBe('dart');
  });

  it.each<JSONObject>([{}, { name: 7, mimetype: 'text/plain' }])(
    'takes a kernel that says no language for one that has not answered: %j',
    async languageInfo => {
      const kernel = connect(new FakeKernel({ languageInfo }));
      choice.setKernel(kernel);
      await kernel.info;
      expect(choice.kernelLanguage).toBeNull();
      expect(choice.current.id).toBe('dart');
    }
  );

  it('counts as the file says, else as the language does', () => {
    expect(choice.oneBasedIndex).toBe(false);
    model.language = 'lua';
    expect(choice.oneBasedIndex).toBe(true);
    model.indexBase = 0;
    expect(choice.oneBasedIndex).toBe(false);
    model.language = 'python';
    model.indexBase = 1;
    expect(choice.oneBasedIndex).toBe(true);
  });

  it('says once for each change, and nothing when disposed', () => {
    const said = jest.fn();
    choice.changed.connect(said);
    model.language = 'lua';
    expect(said).toHaveBeenCalledTimes(1);
    choice.dispose();
    model.language = 'php';
    expect(said).toHaveBeenCalledTimes(1);
  });
});
