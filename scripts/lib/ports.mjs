import { createServer } from 'node:net';

/** Take a port for a moment; 0 stands for any. */
function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** A port that nobody uses now. */
export const freePort = () => listen(0);

/** Whether a server could listen on a port. */
export const isFree = port =>
  listen(port).then(
    () => true,
    () => false
  );
