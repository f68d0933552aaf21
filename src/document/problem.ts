import type { TranslationBundle } from '@jupyterlab/translation';

import type { IProblem, ProblemCode } from './tokens';

/**
 * What a sentence about a problem may name.
 */
export interface IProblemDetails {
  path?: string;
  line?: number;
  column?: number;
  /**
   * What a value should have been, as code: `string`.
   */
  expected?: string;
  /**
   * What Blockly says.
   */
  reason?: string;
  /**
   * What was found, and what is allowed, in the unit of the problem.
   */
  found?: number;
  limit?: number;
}

/**
 * Put a problem into words.
 */
export function problem(
  code: ProblemCode,
  trans: TranslationBundle,
  details: IProblemDetails = {}
): IProblem {
  const { path, line, column } = details;
  return {
    code,
    message: sentence(code, trans, details),
    ...(path !== undefined ? { path } : {}),
    ...(line !== undefined ? { line } : {}),
    ...(column !== undefined ? { column } : {})
  };
}

function sentence(
  code: ProblemCode,
  trans: TranslationBundle,
  details: IProblemDetails
): string {
  const {
    path = '',
    line,
    column,
    expected = '',
    reason = '',
    found = 0,
    limit = 0
  } = details;
  switch (code) {
    case 'binary':
      return trans.__(
        'This file is not text, so it holds no blocks. Open it with another program, or restore an earlier copy of it.'
      );
    case 'conflict-markers':
      return trans.__(
        'This file holds an unfinished Git merge (a conflict marker in line %1). Open it with the text editor, keep one of the two sides, and open it again.',
        line
      );
    case 'looks-like-xml':
      return trans.__(
        'This file is XML, not a .jigsaw file. If it is a MetaKernel workspace, give its name the ending .xml and open it with Jigsaw.'
      );
    case 'missing-field':
      return trans.__(
        'This file cannot be shown as blocks: "%1" is missing. Open it with the text editor to add it, or restore an earlier copy.',
        path
      );
    case 'newer-version':
      return trans.__(
        'This file has format version %1, and this version of Jigsaw reads up to %2. Update jupyterlab-jigsaw to open it; until then it stays as it is.',
        found,
        limit
      );
    case 'not-jigsaw':
      return trans.__(
        'This file is JSON, but not a Jigsaw workspace: "format" is not "jigsaw". Open it with another editor.'
      );
    case 'not-json':
      return line === undefined
        ? trans.__(
            'This file cannot be shown as blocks: it is not valid JSON. Open it with the text editor to repair it, or restore an earlier copy.'
          )
        : trans.__(
            'This file cannot be shown as blocks: it is not valid JSON (line %1, column %2). Open it with the text editor to repair it, or restore an earlier copy.',
            line,
            column
          );
    case 'not-shown':
      return trans.__(
        'Blockly could not show these blocks (%1). The file is left as it is; open it as text to mend it.',
        reason
      );
    case 'not-workspace':
      return trans.__(
        'This file is XML, but not a Blockly workspace: its first element is not "xml". Open it with another editor.'
      );
    case 'not-xml':
      return line === undefined
        ? trans.__(
            'This file cannot be shown as blocks: it is not valid XML. Open it with the text editor to repair it, or restore an earlier copy.'
          )
        : trans.__(
            'This file cannot be shown as blocks: it is not valid XML (line %1, column %2). Open it with the text editor to repair it, or restore an earlier copy.',
            line,
            column
          );
    case 'too-deep':
      return trans.__(
        'This file is nested too deep to be shown (more than %1 levels, at "%2"). Open it with the text editor, or split the program into functions where it was made.',
        limit,
        path
      );
    case 'too-large':
      return trans.__(
        'This file is too large to be shown as blocks (%1 MB, the limit is %2 MB). Open it with the text editor, or split it into several files.',
        found,
        limit
      );
    case 'too-many-blocks':
      return trans.__(
        'This file holds more than %1 blocks, too many to be shown. Split it into several files.',
        limit
      );
    case 'wrong-type':
      return trans.__(
        'This file cannot be shown as blocks: "%1" should be %2. Open it with the text editor to repair it, or restore an earlier copy.',
        path,
        expected
      );
    case 'xml-entities':
      return trans.__(
        'This file has a document type (DOCTYPE), which a workspace never has, so it is not opened. If you trust it, delete that part with the text editor.'
      );
  }
}
