import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';

import { FakeServer } from '../../testutils/fakeServer';
import { openFile } from '../../testutils/panelServices';
import { show } from '../../testutils/screen';
import { JigsawShell, JigsawWidget } from '../widget';

const PATH = 'lesson.jigsaw';

describe('JigsawWidget', () => {
  it('tells its toolbar of a new size, while there is one', async () => {
    const server = new FakeServer({});
    await server.write(PATH, '');
    const context = await openFile(server, PATH);
    let notice!: (width: number) => void;
    jest.spyOn(globalThis, 'ResizeObserver').mockImplementation(callback => {
      notice = width =>
        callback(
          [{ contentRect: { width, height: 30 } }] as ResizeObserverEntry[],
          {} as ResizeObserver
        );
      return {
        observe: jest.fn(),
        unobserve: jest.fn(),
        disconnect: jest.fn()
      };
    });
    const widget = new JigsawWidget({
      context,
      content: new JigsawShell({
        load: () => new Promise(() => undefined),
        trans: nullTranslator.load('')
      })
    });
    const { toolbar } = widget;
    const post = jest.spyOn(MessageLoop, 'postMessage');
    const resizes = () =>
      post.mock.calls.filter(
        ([to, { type }]) => to === toolbar && type === 'resize'
      ).length;
    show(widget);
    post.mockClear();
    notice(600);
    expect(resizes()).toBe(1);
    // A frame in which its tab is hidden or closed may come before this.
    notice(0);
    widget.hide();
    notice(500);
    widget.dispose();
    notice(400);
    expect(resizes()).toBe(1);
    context.dispose();
    jest.restoreAllMocks();
  });
});
