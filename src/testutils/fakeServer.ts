import type {
  Contents,
  KernelSpec,
  ServiceManager,
  Session
} from '@jupyterlab/services';
import { SessionConnection } from '@jupyterlab/services/lib/session/default';
import { ServiceManagerMock } from '@jupyterlab/services/lib/testutils';
import { UUID } from '@lumino/coreutils';

import { FakeKernel } from './fakeKernel';

/**
 * A Jupyter server with files and kernels.
 *
 * Sessions and kernel connections are those of `@jupyterlab/services`; the
 * kernels behind them are `FakeKernel`s.
 */
export class FakeServer {
  /**
   * @param languages - the kernels that are installed: a language of each name
   */
  constructor(languages: Readonly<Record<string, string>>) {
    const kernelspecs = Object.fromEntries(
      Object.entries(languages).map(([name, language]) => [
        name,
        {
          name,
          language,
          display_name: `The ${name}`,
          argv: [],
          resources: {}
        }
      ])
    );
    this.specs = { default: Object.keys(languages)[0] ?? '', kernelspecs };
    const mock = new ServiceManagerMock();
    this.manager = Object.assign(mock, {
      kernelspecs: Object.assign(mock.kernelspecs, { specs: this.specs }),
      sessions: Object.assign(mock.sessions, {
        startNew: jest.fn((options: Session.ISessionOptions) =>
          this._start(options)
        ),
        connectTo: ({ model }: { model: Session.IModel }) =>
          this._connect(model),
        running: () => this.sessions.values()
      })
    });
    // As the real one: who says what they want, and not the content, gets none.
    const { contents } = this;
    const get = contents.get.getMockImplementation()!;
    contents.get.mockImplementation(async (path, options) => {
      const model = await get(path, options);
      return options && !options.content ? { ...model, content: null } : model;
    });
  }

  readonly specs: KernelSpec.ISpecModels;

  readonly manager: ServiceManager.IManager;

  /**
   * The kernels that were started, in order.
   */
  readonly kernels: FakeKernel[] = [];

  /**
   * The sessions that run.
   */
  readonly sessions: Session.IModel[] = [];

  /**
   * What a client asked to be shut down: ids of sessions.
   */
  readonly ended: string[] = [];

  get contents(): jest.Mocked<Contents.IManager> {
    return this.manager.contents as jest.Mocked<Contents.IManager>;
  }

  async write(path: string, content: string): Promise<void> {
    await this.contents.save(path, { type: 'file', format: 'text', content });
  }

  async read(path: string): Promise<string> {
    return (await this.contents.get(path)).content as string;
  }

  /**
   * Start a session as another client would, or before the page was reloaded.
   */
  run(path: string, name: string): FakeKernel {
    const kernel = this._startKernel(name);
    this.sessions.push({
      id: UUID.uuid4(),
      path,
      name: path,
      type: 'file',
      kernel: kernel.model
    });
    return kernel;
  }

  private _startKernel(name: string): FakeKernel {
    const spec = this.specs.kernelspecs[name];
    if (!spec) {
      throw new Error(`No such kernel: ${name}`);
    }
    const kernel = new FakeKernel({
      spec,
      languageInfo: { name: spec.language, mimetype: 'text/plain' }
    });
    this.kernels.push(kernel);
    return kernel;
  }

  private async _start(
    options: Session.ISessionOptions
  ): Promise<Session.ISessionConnection> {
    const { path, name, type } = options;
    const kernel = this._startKernel(options.kernel?.name ?? '');
    const model = {
      id: UUID.uuid4(),
      path,
      name,
      type,
      kernel: kernel.model
    };
    this.sessions.push(model);
    return this._connect(model);
  }

  private _connect(model: Session.IModel): Session.ISessionConnection {
    const serverSettings = this.kernels[0].settings;
    return new SessionConnection({
      model,
      serverSettings,
      connectToKernel: options =>
        this.kernels.find(({ id }) => id === options.model.id)!.connect(),
      sessionAPIClient: {
        serverSettings,
        listRunning: async () => this.sessions,
        getModel: async () => model,
        startNew: async () => model,
        shutdown: async id => void this.ended.push(id),
        update: async ({ kernel, ...rest }) =>
          Object.assign(model, rest, {
            ...(kernel && {
              kernel: kernel.name ? this._startKernel(kernel.name).model : null
            })
          })
      }
    });
  }
}
