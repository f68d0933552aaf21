import { ServerConnection, type ServiceManager } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';

import { MAX_TEXT_LENGTH } from '../../document/limits';
import { makeFolder, putWorkspaces } from '../uploads';

const trans = nullTranslator.load('jupyterlab-jigsaw');

/**
 * A server that answers whether there is something by a status.
 */
function serverThatAnswers(status: number) {
  const save = jest.fn(async () => undefined);
  const get = async () => {
    if (status !== 200) {
      throw new ServerConnection.ResponseError(new Response('', { status }));
    }
  };
  const services = { contents: { get, save } };
  return { services: services as unknown as ServiceManager.IManager, save };
}

it.each([403, 500])(
  'nothing is saved where the server answers %i to whether it is there',
  async status => {
    const { services, save } = serverThatAnswers(status);
    const ask = jest.fn(async () => true);
    const files = [new File(['{}'], 'a.jigsaw')];
    await expect(
      putWorkspaces(services, 'x', files, ask, trans)
    ).rejects.toThrow();
    await expect(makeFolder(services, 'x/y')).rejects.toThrow();
    expect(ask).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  }
);

it('a file that is too large is named, and not sent', async () => {
  const { services, save } = serverThatAnswers(404);
  const large = new File(['x'.repeat(MAX_TEXT_LENGTH + 1)], 'big.jigsaw');
  expect(
    await putWorkspaces(services, '', [large], async () => true, trans)
  ).toEqual([
    '“big.jigsaw” was not uploaded: it is larger than a workspace may be.'
  ]);
  expect(save).not.toHaveBeenCalled();
});
