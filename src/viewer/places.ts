import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { ServiceManager } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { PanelLayout, type Widget } from '@lumino/widgets';

import { CellRuns, type FindPlace, type IFramePlace } from '../notebook';
import { ViewerKernel } from './kernel';
import { ViewerOutput } from './output';

/**
 * What is used of JupyterLab's HTML viewer.
 */
interface IHTMLViewer extends Widget {
  readonly content: Widget;
  readonly context: DocumentRegistry.Context;
  /**
   * Whether the user lets the page run scripts; it may do all that JupyterLab
   * may then.
   */
  readonly trusted: boolean;
}

const VIEWER_CLASS = 'jp-HTMLViewer';

/**
 * Find the HTML viewer that shows a page as a frame.
 *
 * @param widgets - all that lie in the main area
 */
export function findInViewers(
  widgets: () => Iterable<Widget>,
  options: IViewerOptions
): FindPlace<IFramePlace> {
  const parts = new WeakMap<IHTMLViewer, IParts>();
  return element => {
    for (const widget of widgets()) {
      if (isViewer(widget) && widget.content.node.contains(element)) {
        const made = parts.get(widget) ?? addParts(widget, options);
        parts.set(widget, made);
        return placeIn(widget, element as HTMLIFrameElement, made);
      }
    }
    return null;
  };
}

export interface IViewerOptions {
  rendermime: IRenderMimeRegistry;
  services: Pick<ServiceManager.IManager, 'kernelspecs' | 'sessions'>;
  trans: TranslationBundle;
}

/**
 * What a viewer has for its page.
 */
interface IParts {
  readonly kernel: ViewerKernel;
  readonly output: ViewerOutput;
  readonly runs: CellRuns;
}

function isViewer(widget: Widget): widget is IHTMLViewer {
  const { content } = widget as Widget & { content?: Widget };
  return !!content?.hasClass(VIEWER_CLASS);
}

function addParts(viewer: IHTMLViewer, options: IViewerOptions): IParts {
  const { context } = viewer;
  const { rendermime, services, trans } = options;
  const kernel = new ViewerKernel({
    path: () => pathOf(viewer),
    services,
    trans
  });
  const output = new ViewerOutput(
    rendermime.clone({ resolver: context.urlResolver })
  );
  viewer.disposed.connect(() => kernel.dispose());
  // Not into the viewer's own layout: each time that comes to fit anew, the
  // viewer draws its page anew, and what was edited there would be gone.
  const layout = (viewer.content.layout ??= new PanelLayout()) as PanelLayout;
  layout.addWidget(output);
  // A layout knows nothing of the page, and puts its first widget before it.
  viewer.content.node.append(output.node);
  return { kernel, output, runs: new CellRuns(output, trans) };
}

function placeIn(
  viewer: IHTMLViewer,
  frame: HTMLIFrameElement,
  { kernel, output, runs }: IParts
): IFramePlace {
  const path = pathOf(viewer);
  return {
    path,
    isTrusted: viewer.trusted,
    source: '',
    ...(showsFile(frame) && { page: path }),
    cell: output,
    view: viewer,
    cellId: '',
    context: null,
    session: kernel,
    area: null,
    addSign: sign => output.node.prepend(sign),
    focus: () => viewer.activate(),
    redraw: null,
    insert: null,
    runs: () => runs,
    executor: () => kernel.connect()
  };
}

/**
 * Whether a viewer's frame still shows what the viewer has put into it: nobody
 * else's page has such an address and the origin of this server.
 */
function showsFile(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow!.location.href === frame.src;
  } catch {
    return false;
  }
}

function pathOf({ context }: IHTMLViewer): string {
  // What is edited together is on a drive of its own, and the same file.
  return context.path.replace(/^RTC:/, '');
}
