import type { IJigsawBlock } from 'jupyterlab-jigsaw';

/**
 * A value: what a temperature is in degrees Fahrenheit.
 */
export const fahrenheit: IJigsawBlock.IParts = {
  definition: {
    message0: '%1 °C in °F',
    args0: [{ type: 'input_value', name: 'CELSIUS', check: 'Number' }],
    output: 'Number',
    colour: '#4a86c5',
    tooltip: 'The temperature in degrees Fahrenheit.'
  },
  code: {
    awk: '{CELSIUS:ATOMIC} * 9 / 5 + 32',
    javascript: '{CELSIUS:ATOMIC} * 9 / 5 + 32',
    python: '{CELSIUS:ATOMIC} * 9 / 5 + 32',
    r: '{CELSIUS:ATOMIC} * 9 / 5 + 32'
  }
};

/**
 * A statement: prints a bar as long as a number.
 */
export const bar: IJigsawBlock.IParts = {
  definition: {
    message0: 'draw a bar of %1',
    args0: [{ type: 'input_value', name: 'LENGTH', check: 'Number' }],
    previousStatement: null,
    nextStatement: null,
    colour: '#4a86c5',
    tooltip: 'Prints a bar that is as long as the number.'
  },
  code: {
    awk: {
      code: 'draw_bar({LENGTH})',
      before: [
        `function draw_bar(size,  text) {
  while (length(text) < size - 0.5) {
    text = text "#"
  }
  print text
}`
      ]
    },
    javascript: "console.log('#'.repeat(Math.round({LENGTH})));",
    python: "print('#' * round({LENGTH}))",
    // As Blockly has it, for what a template can't say.
    r: (block, generator) => {
      const length = generator.valueToCode(block, 'LENGTH', 99) || '0';
      return `writeLines(strrep("#", round(${length})))\n`;
    }
  }
};
