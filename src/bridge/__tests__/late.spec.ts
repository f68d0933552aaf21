import { LateFrames } from '../late';

describe('LateFrames', () => {
  let looked: HTMLIFrameElement[];
  let late: LateFrames;
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    jest.useFakeTimers();
    looked = [];
    late = new LateFrames(each => looked.push(each));
    frame = document.createElement('iframe');
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('looks at a frame that has not loaded after five seconds, once', () => {
    late.expect([frame]);
    jest.advanceTimersByTime(3_000);
    late.expect([frame]);
    jest.advanceTimersByTime(1_999);
    expect(looked).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(looked).toEqual([frame]);
    jest.runAllTimers();
    expect(looked).toEqual([frame]);
  });

  it('gives each frame its own time', () => {
    const other = document.createElement('iframe');
    late.expect([frame]);
    jest.advanceTimersByTime(4_000);
    late.expect([frame, other]);
    jest.advanceTimersByTime(4_999);
    expect(looked).toEqual([frame]);
    jest.advanceTimersByTime(1);
    expect(looked).toEqual([frame, other]);
  });

  it('leaves those that have loaded', () => {
    late.settle(frame);
    late.expect([frame]);
    const other = document.createElement('iframe');
    late.expect([other]);
    late.settle(other);
    jest.runAllTimers();
    expect(looked).toEqual([]);
  });
});
