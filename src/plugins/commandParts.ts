/**
 * What commands do, loaded with the first that is executed: a page has to know
 * of each chunk at start-up, so they have one in common.
 */
export { chooseLanguage } from '../panel/chooseLanguage';
export { chooseSession } from '../panel/chooseSession';
export { exportPanel } from '../panel/exportPanel';
export { closeAndShutDown, shutDown } from '../panel/shutDown';
export { checkConnection } from './doctorParts';
export { openForNotebook } from './openParts';
