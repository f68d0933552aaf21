import { MathJaxTypesetter } from '@jupyterlab/mathjax-extension';

/**
 * MathJax as JupyterLab sets it up.
 */
export const mathjax = new MathJaxTypesetter();
