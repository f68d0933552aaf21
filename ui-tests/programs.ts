/**
 * A block as Blockly writes it.
 */
export interface IBlock {
  type: string;
  id?: string;
  x?: number;
  y?: number;
  extraState?: unknown;
  fields?: Record<string, unknown>;
  inputs?: Record<string, { block?: IBlock; shadow?: IBlock }>;
  next?: { block: IBlock };
}

interface IOptions {
  /**
   * The name of the kernel that the file was made with.
   */
  kernel?: string;
  language?: string;
  variables?: { name: string; id: string }[];
}

/**
 * The text of a `.jigsaw` file.
 *
 * @param blocks - those at the top
 */
export function file(blocks: IBlock[], options: IOptions = {}): string {
  const { kernel, language, variables } = options;
  return JSON.stringify({
    format: 'jigsaw',
    version: 1,
    language: language ?? null,
    toolbox: 'standard',
    kernelspec: kernel ? { name: kernel, display_name: kernel } : null,
    workspace: {
      blocks: { languageVersion: 0, blocks },
      ...(variables ? { variables } : {})
    }
  });
}

/**
 * Lines of Python, a block each, one below the other.
 */
export function lines(...code: string[]): IBlock {
  const [first, ...rest] = code;
  return {
    type: 'expression_statement',
    x: 30,
    y: 30,
    fields: { expression: first },
    ...(rest.length ? { next: { block: lines(...rest) } } : {})
  };
}

/**
 * A block that prints a text.
 */
export function print(text: string): IBlock {
  return {
    type: 'text_print',
    x: 30,
    y: 30,
    inputs: {
      TEXT: { shadow: { type: 'text', fields: { TEXT: text } } }
    }
  };
}

/**
 * A workspace as MetaKernel saves it; it prints "from XML".
 */
export const METAKERNEL_XML =
  '<xml xmlns="http://www.w3.org/1999/xhtml"><block type="text_print" x="30" y="30"><value name="TEXT"><shadow type="text"><field name="TEXT">from XML</field></shadow></value></block></xml>';
