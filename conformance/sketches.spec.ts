import { spawnSync } from 'child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'fs';
import { tmpdir } from 'os';
import { basename, join } from 'path';

import { PROCESSING_BLOCKS } from '../src/blocks';
import { languages } from '../src/languages';
import { interpreters, runAll, versionOf } from './lib/interpreters';
import { workspaceOf } from './lib/program';

/**
 * Sketches of Processing: files `sketches/NAME.blocks` with a program, a line
 * `---`, the sketch that it becomes, another, and what Processing.js draws of it
 * in two frames, with the mouse pressed at (40, 20) before the second. To write
 * the last two anew, set `JIGSAW_GOLDEN=write`, and read what has changed.
 */
const FOLDER = join(__dirname, 'sketches');
const isWriting = process.env.JIGSAW_GOLDEN === 'write';
const names = readdirSync(FOLDER).map(file => basename(file, '.blocks'));

const programOf = (name: string) =>
  readFileSync(join(FOLDER, `${name}.blocks`), 'utf-8').split('---\n');

async function sketchOf(program: string): Promise<string> {
  const language = languages.find(({ id }) => id === 'processing')!;
  const generator = await language.load();
  return generator.generate(workspaceOf(program, true)).code;
}

function drawn(sketch: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jigsaw-sketch-'));
  try {
    const file = join(folder, 'sketch.pde');
    writeFileSync(file, sketch);
    const { status, stdout, stderr } = spawnSync(
      'node',
      [join(__dirname, 'lib/processingFrames.cjs'), file, '2', '40', '20'],
      { encoding: 'utf-8' }
    );
    if (status !== 0) {
      throw new Error(stderr);
    }
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(names)('The sketch %s', name => {
  const [program, code, pictures] = programOf(name);
  let sketch: string;

  beforeAll(async () => {
    sketch = await sketchOf(program);
    if (isWriting) {
      writeFileSync(
        join(FOLDER, `${name}.blocks`),
        [program, sketch, drawn(sketch)].join('---\n')
      );
    }
  });

  it('is written as it was approved', () => {
    expect(sketch).toBe(code);
  });

  it('is drawn by Processing.js', () => {
    expect(drawn(sketch)).toBe(pictures);
  });
});

it('is shown of every block of Processing', () => {
  const programs = names.map(name => programOf(name)[0]).join('');
  expect(
    Object.keys(PROCESSING_BLOCKS).filter(type => !programs.includes(type))
  ).toEqual([]);
});

const java = interpreters.find(({ name }) => name === 'Processing')!;
// What is not there is said not to be proved.
const ifThere = versionOf(java) ? it : () => undefined;

ifThere('is taken by the compiler of Processing', async () => {
  // Nothing is shown, so that the first thing drawn fails, or all is well.
  const sketches = await Promise.all(
    names.map(name => sketchOf(programOf(name)[0]))
  );
  const outputs = (await runAll(java, sketches)).map(lines => lines.join('\n'));
  expect(outputs.filter(text => text.includes('; '))).toEqual([]);
});
