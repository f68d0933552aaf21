/**
 * Draws the first frames of a sketch in Processing.js, and prints what comes to
 * the canvas, a line each.
 *
 * `node processingFrames.cjs FILE FRAMES [X Y]`: the mouse is pressed at a place
 * before the last frame.
 */
const { readFileSync } = require('fs');
const browser = require('processing-js/lib/Browser');
const Processing = require('processing-js/src')(browser);

const [file, frames, x, y] = process.argv.slice(2);

/** What Processing.js asks of a canvas that shows in what is drawn. */
const SHOWN =
  /^(rect|fillRect|strokeRect|moveTo|lineTo|arc|ellipse|bezierCurveTo|fill|stroke)$/;

const round = value =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

const lines = [];
const say = line => lines.push(String(line));

/** Arcs are of many lines, of which the first and the last say enough. */
const shorter = () =>
  lines.filter((_, n) => {
    const around = [lines[n - 1], lines[n], lines[n + 1]];
    return !around.every(line => line?.startsWith('lineTo')) || n % 40 === 0;
  });

const state = {};
const context = new Proxy(
  {},
  {
    get: (_, name) =>
      name in state
        ? state[name]
        : (...values) => {
            if (SHOWN.test(name)) {
              const colour =
                { f: state.fillStyle, s: state.strokeStyle }[name[0]] ?? '';
              const is = /^(fill|stroke)/.test(name) ? ` ${colour}` : '';
              say(`${name}(${values.map(round).join(', ')})${is}`);
            }
          },
    set: (_, name, value) => {
      state[name] = value;
      return true;
    }
  }
);

Processing.logger = { println: say, print: say };
const canvas = browser.document.createElement('canvas');
canvas.getContext = () => context;
const sketch = new Processing(canvas, readFileSync(file, 'utf-8'));
sketch.noLoop();
for (let frame = 1; sketch.draw && frame <= Number(frames); frame++) {
  say(`frame ${frame}`);
  if (x !== undefined && frame === Number(frames)) {
    sketch.mouseX = Number(x);
    sketch.mouseY = Number(y);
    sketch.mousePressed?.();
  }
  sketch.redraw();
}
sketch.exit();
console.log(shorter().join('\n'));
