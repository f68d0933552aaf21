import { writeFileSync } from 'fs';

import { countGaps } from './lib/gaps';
import { interpreters, versionOf } from './lib/interpreters';
import { kernels } from './lib/kernels';
import { languageOf, prove } from './lib/prove';

// For the table of what is proved.
if (process.env.JIGSAW_INTERPRETERS) {
  const found = [...interpreters, ...kernels].map(one => ({
    name: one.name,
    language: languageOf(one).displayName,
    version: versionOf(one),
    gaps: countGaps(one.language)
  }));
  writeFileSync(process.env.JIGSAW_INTERPRETERS, JSON.stringify(found));
}

prove(interpreters);
