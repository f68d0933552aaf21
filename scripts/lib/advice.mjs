/**
 * What to do about an error, by how it reads in a tool's output.
 */
const known = [
  [
    /ENOSPC|No space left on device/i,
    'The disk is full: make room and run the same command again.'
  ],
  [
    /name resolution|getaddrinfo|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|Connection refused|NewConnectionError|Network is unreachable|ConnectTimeout|Max retries exceeded|RequestError/i,
    'A package registry could not be reached: check the network (and the proxy settings of pip and npm), then run the same command again.'
  ],
  [
    /CERTIFICATE_VERIFY_FAILED|self.signed certificate|UNABLE_TO_GET_ISSUER_CERT/i,
    "A package registry's certificate is not trusted here: tell pip (PIP_CERT) and Node (NODE_EXTRA_CA_CERTS) of your network's certificate."
  ],
  [
    /ensurepip is not available|No module named ensurepip/i,
    'Python lacks its venv module: install it (Debian, Ubuntu: apt-get install python3-venv), then run the same command again.'
  ],
  [
    /YN0028|lockfile would have been modified/i,
    'package.json and yarn.lock do not match: run `.venv/bin/jlpm install` and commit yarn.lock.'
  ],
  [
    /EACCES|Permission denied/i,
    'A file may not be written by you: look who owns the folder, and the caches of pip and npm in your home.'
  ],
  [
    /error TS\d+/,
    'The TypeScript does not compile: the lines above say where.'
  ],
  [
    /No matching distribution|ResolutionImpossible/i,
    'No version of a Python package fits this Python: 3.10 to 3.13 are supported; set JIGSAW_PYTHON to one of them.'
  ]
];

/** A sentence for the user, or null if the output reads like nothing known. */
export function adviceFor(output) {
  return known.find(([pattern]) => pattern.test(output))?.[1] ?? null;
}
