import { pytest } from '../lib/pytest.mjs';
import { wheel, wheelFile } from '../lib/wheel.mjs';

export const packaging = {
  needs: [wheel],
  run: args =>
    pytest(
      'packaging',
      ['jupyterlab_jigsaw/tests/test_packaging.py', ...args],
      { JIGSAW_WHEEL: wheelFile() }
    )
};
