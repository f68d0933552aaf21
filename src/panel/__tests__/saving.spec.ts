import type { JigsawModel } from '../../document';
import { FakeServer } from '../../testutils/fakeServer';
import { openFile } from '../../testutils/panelServices';
import { guardSaves } from '../saving';

const PATH = 'lesson.jigsaw';

describe('guardSaves', () => {
  it('lets a save wait for the one before', async () => {
    const server = new FakeServer({});
    await server.write(PATH, '');
    const context = await openFile(server, PATH);
    guardSaves(context);
    const model: JigsawModel = context.model;
    let atOnce = 0;
    const put = server.contents.save.getMockImplementation()!;
    server.contents.save.mockImplementation(async (path, options) => {
      expect(++atOnce).toBe(1);
      const saved = await put(path, options);
      atOnce--;
      return saved;
    });
    model.replaceWorkspace({ edit: 1 });
    const first = context.save();
    model.replaceWorkspace({ edit: 2 });
    const second = context.save();
    await Promise.all([first, second]);
    expect(await server.read(PATH)).toContain('"edit": 2');
    expect(model.dirty).toBe(false);

    model.readOnly = true;
    server.contents.save.mockClear();
    await context.save();
    expect(server.contents.save).not.toHaveBeenCalled();
    context.dispose();
  });
});
