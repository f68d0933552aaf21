import { RecentsManager } from '@jupyterlab/docmanager';
import { StateDB } from '@jupyterlab/statedb';

import { FakeServer } from '../../testutils/fakeServer';
import { forgetCells } from '../recents';

describe('forgetCells', () => {
  it('leaves no blocks of cells among the recent documents', async () => {
    const recents = new RecentsManager({
      contents: new FakeServer({}).contents,
      stateDB: new StateDB()
    });
    // What was recent before is read first.
    await new Promise<void>(resolve =>
      recents.changed.connect(() => resolve())
    );
    const add = (...paths: string[]) => {
      for (const path of paths) {
        recents.addRecent({ path, contentType: 'file' }, 'opened');
        recents.addRecent({ path, contentType: 'file' }, 'closed');
      }
    };
    const left = () =>
      [recents.recentlyOpened, recents.recentlyClosed].map(all =>
        all.map(({ path }) => path)
      );
    add('a.ipynb', 'JigsawCell:Blocks of a', 'JigsawCell:Blocks of b');
    forgetCells(recents);
    expect(left()).toEqual([['a.ipynb'], ['a.ipynb']]);
    add('JigsawCell:Blocks of c', 'b.ipynb');
    const files = ['b.ipynb', 'a.ipynb'];
    expect(left()).toEqual([files, files]);
    recents.dispose();
  });
});
