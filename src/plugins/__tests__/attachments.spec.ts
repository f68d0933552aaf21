import { leaveAttachment, takeAttachment } from '../attachments';

const SERVER = '/user/ada/';

describe('an attachment left for another tab', () => {
  afterEach(() => {
    jest.useRealTimers();
    window.localStorage.clear();
  });

  it('is taken once, by the file that it is for', () => {
    leaveAttachment(SERVER, 'a.jigsaw', 'n.ipynb');
    expect(takeAttachment(SERVER, 'b.jigsaw')).toBeNull();
    expect(takeAttachment(SERVER, 'a.jigsaw')).toBe('n.ipynb');
    expect(takeAttachment(SERVER, 'a.jigsaw')).toBeNull();
  });

  it('is not for the server of somebody else on the same hub', () => {
    leaveAttachment('/user/ada/', 'a.jigsaw', 'n.ipynb');
    expect(takeAttachment('/user/grace/', 'a.jigsaw')).toBeNull();
  });

  it('does not wait for a tab that the browser blocked', () => {
    jest.useFakeTimers();
    leaveAttachment(SERVER, 'a.jigsaw', 'n.ipynb');
    jest.advanceTimersByTime(60_000);
    expect(takeAttachment(SERVER, 'a.jigsaw')).toBeNull();
  });

  it.each(['', '7', 'null', '{"notebook":7}', 'n.ipynb'])(
    'is not what somebody else wrote there: %j',
    text => {
      leaveAttachment(SERVER, 'a.jigsaw', 'n.ipynb');
      const key = window.localStorage.key(0)!;
      window.localStorage.setItem(key, text);
      expect(takeAttachment(SERVER, 'a.jigsaw')).toBeNull();
    }
  );
});
