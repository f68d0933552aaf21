import { chain, num, set, workspaceOf } from '../../__tests__/programs';
import { Survey } from '../survey';

describe('Survey', () => {
  it('writes down once what is below a disabled block', () => {
    const workspace = workspaceOf(
      chain(set('x', num(1)), set('y', num(2)), set('z', num(3)))
    );
    const roots = workspace.getTopBlocks(true);
    roots[0].setDisabledReason(true, 'by hand');
    const once = new Survey(roots).places.map(({ block }) => block.id);
    expect(once).not.toContain(roots[0].id);
    expect(
      new Survey([...roots, ...roots]).places.map(({ block }) => block.id)
    ).toEqual(once);
  });
});
