import { type FullConfig, request } from '@playwright/test';

/**
 * Log in to the tests' server, once for all of them.
 */
export default async function logIn(config: FullConfig): Promise<void> {
  const { baseURL, storageState } = config.projects[0].use;
  const api = await request.newContext({ baseURL });
  const answer = await api.get(`lab?token=${process.env.JIGSAW_UI_TOKEN}`);
  if (!answer.ok()) {
    throw new Error(`The server does not take its token: ${answer.status()}`);
  }
  await api.storageState({ path: storageState as string });
  await api.dispose();
}
