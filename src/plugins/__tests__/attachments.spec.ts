import { PageConfig } from '@jupyterlab/coreutils';

import { leaveAttachment, takeAttachment } from '../attachments';

describe('an attachment left for another tab', () => {
  afterEach(() => {
    jest.useRealTimers();
    PageConfig.setOption('baseUrl', '');
    window.localStorage.clear();
  });

  it('is taken once, by the file that it is for', () => {
    leaveAttachment('a.jigsaw', 'n.ipynb');
    expect(takeAttachment('b.jigsaw')).toBeNull();
    expect(takeAttachment('a.jigsaw')).toBe('n.ipynb');
    expect(takeAttachment('a.jigsaw')).toBeNull();
  });

  it('is not for the server of somebody else on the same hub', () => {
    PageConfig.setOption('baseUrl', '/user/ada/');
    leaveAttachment('a.jigsaw', 'n.ipynb');
    PageConfig.setOption('baseUrl', '/user/grace/');
    expect(takeAttachment('a.jigsaw')).toBeNull();
  });

  it('does not wait for a tab that the browser blocked', () => {
    jest.useFakeTimers();
    leaveAttachment('a.jigsaw', 'n.ipynb');
    jest.advanceTimersByTime(60_000);
    expect(takeAttachment('a.jigsaw')).toBeNull();
  });

  it.each(['', '7', 'null', '{"notebook":7}', 'n.ipynb'])(
    'is not what somebody else wrote there: %j',
    text => {
      leaveAttachment('a.jigsaw', 'n.ipynb');
      const key = window.localStorage.key(0)!;
      window.localStorage.setItem(key, text);
      expect(takeAttachment('a.jigsaw')).toBeNull();
    }
  );
});
