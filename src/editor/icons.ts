import { LabIcon } from '@jupyterlab/ui-components';

import clearSvg from '../../style/icons/clear.svg';

/**
 * JupyterLab's own icon for clearing is cut out by a mask with an id, and
 * fills up when another copy of it is hidden in the page.
 */
export const clearIcon = new LabIcon({
  name: 'jupyterlab-jigsaw:clear',
  svgstr: clearSvg
});
