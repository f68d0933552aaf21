import { LabIcon } from '@jupyterlab/ui-components';

import jigsawSvg from '../../style/icons/jigsaw.svg';

/**
 * Two blocks that fit: documents, launcher, commands.
 */
export const jigsawIcon = new LabIcon({
  name: 'jupyterlab-jigsaw:jigsaw',
  svgstr: jigsawSvg
});
