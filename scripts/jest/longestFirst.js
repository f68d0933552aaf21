const { default: Sequencer } = require('@jest/test-sequencer');

/** Specs that wait for other programs, for minutes. */
const LONG = /(kernels|random|\.real)\.spec\.ts$/;

/**
 * The longest specs first, so that none of them runs alone at the end; Jest
 * itself knows how long they take only where it has run them before.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...sorted.filter(isLong), ...sorted.filter(test => !isLong(test))];
  }
};
