export { RunWriter } from './runWriter';
