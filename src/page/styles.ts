/**
 * The style sheets of what the page takes from JupyterLab; without those of its
 * old icons, which are larger than all else.
 */
import '@lumino/widgets/style/index.css';
import '@jupyterlab/ui-components/style/icons.css';
import '@jupyterlab/ui-components/style/iconshover.css';
import '@jupyterlab/ui-components/style/styling.css';
import '@jupyterlab/ui-components/style/toolbar.css';
import '@jupyterlab/ui-components/style/toolkit.css';
import '@jupyterlab/apputils/style/dialog.css';
import '@jupyterlab/apputils/style/inputdialog.css';
import '@jupyterlab/apputils/style/materialcolors.css';
import '@jupyterlab/apputils/style/toolbar.css';

import '../../style/page.css';
