export { insertCell } from './insertCell';
export { Prompt } from './prompt';
export { RunWriter } from './runWriter';
