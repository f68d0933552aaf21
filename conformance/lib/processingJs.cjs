/**
 * Runs sketches in Processing.js, without a page: its canvas draws nothing.
 */
const { readFileSync } = require('fs');
const browser = require('processing-js/lib/Browser');
const Processing = require('processing-js/src')(browser);

/**
 * Run each file, print what is wrong with it, and a mark behind each.
 */
module.exports = function run(files, mark) {
  Processing.logger = { println: console.log, print: console.log };
  for (const file of files) {
    let sketch;
    try {
      const canvas = browser.document.createElement('canvas');
      sketch = new Processing(canvas, readFileSync(file, 'utf-8'));
    } catch (error) {
      console.log(String(error));
    }
    // No frame after the first.
    sketch?.exit();
    console.log(mark);
  }
};
