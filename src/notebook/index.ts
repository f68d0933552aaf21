export { CellRuns } from './cellRuns';
export { insertCell } from './insertCell';
export { whyNotRun } from './languageCheck';
export { onceAFrame } from './onceAFrame';
export * from './places';
export { Prompt } from './prompt';
export { RunWriter } from './runWriter';
export { executorOf, runsOf } from './shared';
export * from './tokens';
