/**
 * The commands of the extension; see `docs/commands.md` for what they take.
 */
export namespace CommandIDs {
  export const createNew = 'jigsaw:create-new';
  export const insertCell = 'jigsaw:insert-cell';
  export const openForNotebook = 'jigsaw:open-for-notebook';
  export const checkConnection = 'jigsaw:check-connection';
  export const run = 'jigsaw:run';
  export const runAll = 'jigsaw:run-all';
  export const runSelected = 'jigsaw:run-selected';
  export const stop = 'jigsaw:stop';
  export const restart = 'jigsaw:restart-kernel';
  export const clearOutput = 'jigsaw:clear-output';
  export const changeKernel = 'jigsaw:change-kernel';
  export const changeSession = 'jigsaw:change-session';
  export const insertCode = 'jigsaw:insert-code';
  export const copyCode = 'jigsaw:copy-code';
  export const changeLanguage = 'jigsaw:change-language';
  export const exportCode = 'jigsaw:export-code';
  export const exportSvg = 'jigsaw:export-svg';
  export const exportXml = 'jigsaw:export-xml';
  export const toggleCode = 'jigsaw:toggle-code';
  export const toggleSecondCode = 'jigsaw:toggle-second-code';
  export const toggleOutput = 'jigsaw:toggle-output';
  export const undo = 'jigsaw:undo';
  export const redo = 'jigsaw:redo';
  export const shutDown = 'jigsaw:shut-down-kernel';
  export const closeAndShutDown = 'jigsaw:close-and-shut-down';
}
