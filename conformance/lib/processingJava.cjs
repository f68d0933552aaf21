/**
 * Compiles and runs sketches as Processing does: the classes that its
 * preprocessor makes of them, with the core of Processing 4. They draw nothing.
 */
const { execFileSync, spawnSync } = require('child_process');
const { mkdirSync, readFileSync, writeFileSync } = require('fs');
const { basename, dirname, join } = require('path');

/** What Processing's preprocessor changes, in code without texts and comments. */
const CHANGES = [
  [/(?<![\w.])(\d+\.\d*(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)(?![\w.])/g, '$1f'],
  [
    /\b(int|float|boolean|char|byte)\(/g,
    (_, type) => {
      return `PApplet.parse${type[0].toUpperCase()}${type.slice(1)}(`;
    }
  ],
  [/^(?=\w[\w<>[\]]* \w+\(.*\) \{)/gm, 'public ']
];

const RUNNER = `
import java.io.PrintStream;
public class Runner {
  public static void main(String[] names) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    System.setOut(out);
    String mark = names[0];
    for (int i = 1; i < names.length; i++) {
      try {
        ((processing.core.PApplet) Class.forName(names[i]).getDeclaredConstructor().newInstance()).setup();
      } catch (ClassNotFoundException missing) {
        out.println("not compiled");
      } catch (Throwable problem) {
        out.println(problem);
      }
      out.println(mark);
    }
  }
}
`;

/**
 * The class of a sketch.
 */
function classOf(name, sketch) {
  const code = sketch
    .split(/("(?:[^"\\\n]|\\.)*"|\/\/[^\n]*)/)
    .map((part, n) =>
      n % 2 ? part : CHANGES.reduce((text, [a, b]) => text.replace(a, b), part)
    )
    .join('');
  const isActive = /^public \w[\w<>[\]]* \w+\(/m.test(code);
  const body = isActive ? code : `public void setup() {\n${code}}\n`;
  return `import processing.core.*;\nimport java.util.*;\npublic class ${name} extends PApplet {\n${body}}\n`;
}

/**
 * Run each file, print what is wrong with it, and a mark behind each.
 */
module.exports = function run(files, mark, jar) {
  const folder = join(dirname(files[0]), 'classes');
  mkdirSync(folder);
  const names = files.map(file =>
    basename(file).replace(/\W.*/, '').replace(/^c/, 'C')
  );
  const sources = files.map((file, n) => {
    const source = join(folder, `${names[n]}.java`);
    writeFileSync(source, classOf(names[n], readFileSync(file, 'utf-8')));
    return source;
  });
  writeFileSync(join(folder, 'Runner.java'), RUNNER);
  const path = `${jar}:${folder}`;
  let wanted = [...sources, join(folder, 'Runner.java')];
  const problems = new Map();
  for (;;) {
    const { status, stderr } = spawnSync(
      'javac',
      [
        '-nowarn',
        '-encoding',
        'UTF-8',
        '-Xmaxerrs',
        '5000',
        '-cp',
        path,
        '-d',
        folder,
        ...wanted
      ],
      { encoding: 'utf-8', maxBuffer: 1 << 26 }
    );
    if (status === 0) {
      break;
    }
    const bad = new Map();
    for (const [, file, text] of stderr.matchAll(
      /^(\S+\.java):\d+: error: (.*)$/gm
    )) {
      bad.set(file, `${bad.get(file) ?? ''}${text}; `);
    }
    if (!bad.size) {
      throw new Error(stderr);
    }
    bad.forEach((text, file) => problems.set(basename(file, '.java'), text));
    wanted = wanted.filter(file => !bad.has(file));
  }
  const output = execFileSync(
    'java',
    ['-Xss16m', '-cp', path, 'Runner', mark, ...names],
    {
      encoding: 'utf-8',
      maxBuffer: 1 << 26
    }
  );
  const parts = output.split(`${mark}\n`);
  names.forEach((name, n) => {
    process.stdout.write(
      problems.has(name) ? `${problems.get(name)}\n` : parts[n]
    );
    process.stdout.write(`${mark}\n`);
  });
};
