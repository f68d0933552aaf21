import { Msg } from 'blockly/core';

/**
 * Why C++ cannot do something.
 */
export type Reason = 'kinds' | 'nothing' | 'change' | 'order';

/**
 * A sentence for the user that says it.
 */
export function sentence(reason: Reason): string {
  return Msg[`JIGSAW_CPP_${reason.toUpperCase()}`] ?? ENGLISH[reason];
}

/** The sentences where no translation is loaded. */
const ENGLISH: Record<Reason, string> = {
  kinds:
    'In C++ it has to be known whether it is a number, a text, a condition or a list of one of them.',
  nothing: 'C++ has no value for nothing.',
  change: 'C++ can change only a list that is in a variable.',
  order:
    'C++ does not say which of its values is found first, and one changes another. Put it into a variable before.'
};

/**
 * The blocks that C++ cannot do, with the reasons.
 */
export function cannot(): Record<string, string> {
  return { logic_null: sentence('nothing') };
}
