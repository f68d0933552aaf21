import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate } from '@lumino/disposable';

import type { JigsawModel } from './model';
import type { IWorkspaceEdit } from './tokens';

/**
 * Keep two models of one workspace in step, until one of them ends.
 *
 * @param first - whose workspace both have from the beginning
 * @returns what ends it before
 */
export function linkModels(
  first: JigsawModel,
  second: JigsawModel
): IDisposable {
  let isRelaying = false;
  const relay = (act: () => void) => {
    if (!isRelaying && !first.isDisposed && !second.isDisposed) {
      isRelaying = true;
      try {
        act();
      } finally {
        isRelaying = false;
      }
    }
  };
  const other = (model: JigsawModel) => (model === first ? second : first);
  const onEdited = (model: JigsawModel, edit: IWorkspaceEdit) =>
    relay(() => other(model).edited(edit.source, edit.events));
  const onReplaced = (model: JigsawModel) =>
    relay(() => {
      if (!model.problem) {
        other(model).replaceWorkspace(model.content.workspace);
      }
    });
  const onMetadata = (model: JigsawModel) =>
    relay(() => {
      const { indexBase, kernelspec, language, toolbox } = model;
      Object.assign(other(model), { indexBase, kernelspec, language, toolbox });
    });
  if (
    JSON.stringify(first.content.workspace) !==
    JSON.stringify(second.content.workspace)
  ) {
    second.replaceWorkspace(first.content.workspace);
  }
  for (const model of [first, second]) {
    model.workspaceEdited.connect(onEdited);
    model.workspaceReplaced.connect(onReplaced);
    model.metadataChanged.connect(onMetadata);
  }
  return new DisposableDelegate(() => {
    for (const model of [first, second]) {
      model.workspaceEdited.disconnect(onEdited);
      model.workspaceReplaced.disconnect(onReplaced);
      model.metadataChanged.disconnect(onMetadata);
    }
  });
}
