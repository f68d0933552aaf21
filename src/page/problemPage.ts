import type { INoticeAction } from '../panel/notices';
import { ProblemView } from '../panel/problemView';
import type { IPageConfig } from './config';
import { folderOf, pageUrl } from './addresses';

/**
 * Says in the place of the blocks why there are none.
 */
export function problemPage(
  config: IPageConfig,
  text: { title: string; message: string; list: string },
  actions: readonly INoticeAction[] = []
): ProblemView {
  const view = new ProblemView();
  view.display(text.title, text.message, [
    ...actions,
    {
      label: text.list,
      execute: () =>
        window.location.assign(pageUrl(config.baseUrl, folderOf(config.path)))
    }
  ]);
  return view;
}
