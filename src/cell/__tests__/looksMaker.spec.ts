import type { ILooks } from '../looks';
import { LooksMaker } from '../looksMaker';

describe('LooksMaker', () => {
  let written: ILooks[];
  let maker: LooksMaker;
  let isInSight: boolean;

  const code = 'print(1)';
  const picture = '<svg></svg>';

  beforeEach(() => {
    written = [];
    isInSight = true;
    maker = new LooksMaker(looks => written.push(looks));
    maker.add(() => (isInSight ? { code, picture } : { code }), true);
  });

  afterEach(() => {
    maker.dispose();
  });

  it('draws what has changed, once', () => {
    maker.draw();
    expect(written).toEqual([]);
    maker.changed();
    maker.draw();
    maker.draw();
    expect(written).toEqual([{ code, picture }]);
  });

  it('has the code at least where the blocks are out of sight, and the picture later', () => {
    isInSight = false;
    maker.changed();
    maker.draw();
    maker.draw();
    expect(written).toEqual([{ code }]);
    isInSight = true;
    maker.draw();
    maker.draw();
    expect(written).toEqual([{ code }, { code, picture }]);
  });

  it('takes the picture of a view that is in sight', () => {
    isInSight = false;
    maker.add(() => null, true);
    maker.add(() => ({ code, picture: null }), true);
    maker.changed();
    maker.draw();
    expect(written).toEqual([{ code, picture: null }]);
  });

  it('draws nothing where no view is left', () => {
    maker.dispose();
    maker.changed();
    maker.draw();
    expect(written).toEqual([]);
  });
});
