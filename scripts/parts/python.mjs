import { pytest } from '../lib/pytest.mjs';
import { install } from '../lib/wheel.mjs';

export const python = {
  needs: [install],
  run: args =>
    pytest('python', [
      '--ignore=jupyterlab_jigsaw/tests/test_packaging.py',
      ...args
    ])
};
