import { nullTranslator } from '@jupyterlab/translation';

import { explainResult, SessionExecutor } from '../../kernel';
import { FakeKernel, FakeSessionSource } from '../../testutils/fakeKernel';
import { Answerer } from '../answers';

const trans = nullTranslator.load('jupyterlab-jigsaw');

describe('an Answerer', () => {
  let kernel: FakeKernel;
  let source: FakeSessionSource;
  let executor: SessionExecutor;
  const answers: Record<string, unknown>[] = [];
  const targets: unknown[] = [];

  const frame = {
    postMessage: (message: Record<string, unknown>, options: object) => {
      answers.push(message);
      targets.push(options);
    }
  } as unknown as Window;

  beforeEach(() => {
    kernel = new FakeKernel();
    source = new FakeSessionSource(kernel);
    executor = new SessionExecutor(source);
    answers.length = 0;
    targets.length = 0;
  });

  afterEach(() => {
    executor.dispose();
    source.dispose();
  });

  async function follow(script: FakeKernel.Script): Promise<void> {
    kernel.teach('program', script);
    const answerer = new Answerer(
      { origin: 'http://here.example', source: frame },
      'one'
    );
    await answerer.follow(executor.execute('program'), result =>
      explainResult(result, trans)
    );
  }

  /**
   * What was said, without what all answers have.
   */
  const said = () =>
    answers.map(({ type, version, msg_id: id, ...rest }) => {
      expect([type, version, id]).toEqual(['jigsaw-answer', 2, 'one']);
      return rest;
    });

  it('tells of a run from its start to its end', async () => {
    await follow(({ say }) => say('stream', { name: 'stdout', text: 'hi' }));
    expect(said()).toEqual([
      { status: 'accepted' },
      { status: 'busy' },
      { status: 'output-summary', outputs: 1 },
      { status: 'done', result: 'ok', message: null }
    ]);
    expect(targets).toContainEqual({ targetOrigin: 'http://here.example' });
  });

  it('counts outputs once for all that come at once', async () => {
    await follow(({ say }) => {
      for (let i = 0; i < 100; i++) {
        say('display_data', {
          data: { 'text/plain': `${i}` },
          metadata: {},
          transient: {}
        });
      }
    });
    expect(said().filter(({ outputs }) => outputs)).toEqual([
      { status: 'output-summary', outputs: 100 }
    ]);
  });

  it('says which error ended a run', async () => {
    await follow(() => {
      throw { ename: 'ValueError', evalue: 'seven', traceback: [] };
    });
    expect(said().at(-1)).toEqual({
      status: 'done',
      result: 'error',
      message: 'ValueError: seven'
    });
  });

  it('says why a run could not be made', async () => {
    await source.changeKernel(null);
    await follow(() => undefined);
    expect(said().at(-1)).toMatchObject({ status: 'done', result: 'failed' });
    expect(said().at(-1)!.message).toMatch(/kernel/);
  });

  it('answers a page in a sandbox, which has no origin to be named', () => {
    new Answerer({ origin: 'null', source: frame }, 'one').say({
      status: 'rejected',
      reason: 'untrusted'
    });
    expect(said()).toEqual([{ status: 'rejected', reason: 'untrusted' }]);
    expect(targets).toEqual([{ targetOrigin: '*' }]);
  });

  it('tells nothing to what has come in the place of the page', () => {
    let isThere = true;
    const answerer = new Answerer(
      { origin: 'null', source: frame },
      'one',
      () => isThere
    );
    answerer.say({ status: 'accepted' });
    isThere = false;
    answerer.say({ status: 'busy' });
    expect(said()).toEqual([{ status: 'accepted' }]);
  });
});
