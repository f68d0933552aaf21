import type { Block } from 'blockly/core';

import { Inference, type Type } from '../kit';
import { walk } from '../walk';
import type { Reason } from './reasons';

/**
 * The types of a program, as far as Bash has them.
 */
export class BashTypes extends Inference {
  /**
   * Why Bash cannot do a block, or null.
   */
  problem(block: Block): Reason | null {
    const { type } = block;
    if (/^procedures_(def|call)/.test(type)) {
      const kinds = [
        ...this.ofArguments(block),
        ...(/return$/.test(type) && !/noreturn$/.test(type)
          ? [this.ofResult(block)]
          : [])
      ];
      if (kinds.some(kind => kind.startsWith('['))) {
        return 'listsInFunctions';
      }
      const found = kinds.map(problemOf).find(reason => reason !== null);
      if (found) {
        return found;
      }
      return type === 'procedures_defreturn' && this._hasEffects(block)
        ? 'effects'
        : null;
    }
    if (/^(variables_set|math_change|text_append|controls_for)/.test(type)) {
      return problemOf(this.ofVariable(block));
    }
    return block.outputConnection ? problemOf(this.of(block)) : null;
  }

  /**
   * The variables that a function may have to itself: no other block names
   * them, they are set before they are read, and it does not call itself.
   */
  ownVariables(definition: Block): string[] {
    const own = new Set(definition.getVarModels().map(model => model.getId()));
    const inside = new Map<string, boolean>();
    walk(definition, block => {
      if (block !== definition && block.isEnabled()) {
        for (const model of block.getVarModels()) {
          const id = model.getId();
          if (!block.type.startsWith('procedures_') && !inside.has(id)) {
            inside.set(id, this._isFirstSet(block, definition, id));
          }
        }
      }
      return true;
    });
    return this.survey.isRecursive(definition)
      ? []
      : [...inside.keys()].filter(
          id => inside.get(id) && !own.has(id) && this._isAlone(definition, id)
        );
  }

  /**
   * Whether a parameter of a function is a variable of the program, too.
   */
  isElsewhere(definition: Block, id: string): boolean {
    const isNamed = (block: Block) =>
      block.getVarModels().some(model => model.getId() === id);
    return definition.workspace.getAllBlocks(false).some(block => {
      const root = block.getRootBlock();
      return (
        block.isEnabled() &&
        !block.type.startsWith('procedures_') &&
        root !== definition &&
        isNamed(block) &&
        !(root.type.startsWith('procedures_def') && isNamed(root))
      );
    });
  }

  /** Whether a block surely sets a variable before anything reads it. */
  private _isFirstSet(block: Block, definition: Block, id: string): boolean {
    if (!/^(variables_set|controls_for)/.test(block.type)) {
      return false;
    }
    // What is set from itself is read first.
    const isRead = (input: string) => {
      let found = false;
      const inner = block.getInputTargetBlock(input);
      if (inner) {
        walk(inner, one => {
          found ||= one.getVarModels().some(model => model.getId() === id);
          return !found;
        });
      }
      return found;
    };
    return (
      !['VALUE', 'FROM', 'TO', 'BY', 'LIST'].some(
        input => block.getInput(input) && isRead(input)
      ) &&
      (block.type.startsWith('controls_for')
        ? this._isInside(definition, block, id)
        : block.getSurroundParent() === definition ||
          this._isOnlyFrom(definition, block, id))
    );
  }

  /** Whether nothing but a statement, and those after it, name a variable. */
  private _isOnlyFrom(definition: Block, first: Block, id: string): boolean {
    const after = new Set<Block>();
    walk(first, block => {
      after.add(block);
      return true;
    });
    let isIn = true;
    walk(definition, block => {
      isIn &&=
        block === definition ||
        after.has(block) ||
        !block.getVarModels().some(model => model.getId() === id);
      return true;
    });
    return isIn;
  }

  /** Whether the loop has the variable to itself. */
  private _isInside(definition: Block, loop: Block, id: string): boolean {
    let isIn = true;
    const inLoop = new Set<Block>();
    const body = loop.getInputTargetBlock('DO');
    if (body) {
      walk(body, block => {
        inLoop.add(block);
        return true;
      });
    }
    walk(definition, block => {
      isIn &&=
        block === definition ||
        block === loop ||
        inLoop.has(block) ||
        !block.getVarModels().some(model => model.getId() === id);
      return true;
    });
    return isIn;
  }

  private _isAlone(definition: Block, id: string): boolean {
    return definition.workspace
      .getAllBlocks(false)
      .every(
        block =>
          !block.isEnabled() ||
          block.getRootBlock() === definition ||
          !block.getVarModels().some(model => model.getId() === id)
      );
  }

  protected override checked(check: string): Type | undefined {
    return check === 'Number' ? 'int' : super.checked(check);
  }

  protected override find(block: Block): Type {
    switch (block.type) {
      case 'math_number': {
        const number = Number(block.getFieldValue('NUM'));
        return Number.isSafeInteger(number) ? 'int' : 'float';
      }
      case 'math_arithmetic':
        if (block.getFieldValue('OP') === 'POWER') {
          const power = block.getInputTargetBlock('B');
          const isWhole =
            !power ||
            (power.type === 'math_number' &&
              Number(power.getFieldValue('NUM')) >= 0);
          return isWhole && this.ofInput(block, 'A') === 'int'
            ? 'int'
            : 'float';
        }
    }
    const type = super.find(block);
    // What stands for a block of another language is an empty text.
    return type === 'Object' && !VARIOUS.test(block.type) ? 'String' : type;
  }

  /**
   * Whether a function that is called in `$( … )`, by a shell of its own, would
   * do more there than give something back.
   */
  private _hasEffects(definition: Block, seen = new Set<string>()): boolean {
    const own = new Set([
      ...definition.getVarModels().map(model => model.getId()),
      ...this.ownVariables(definition)
    ]);
    let found = false;
    walk(definition, block => {
      if (block === definition || !block.isEnabled()) {
        return true;
      }
      const sets =
        /^(variables_set|math_change|text_append|controls_for)/.test(
          block.type
        ) && !own.has(String(block.getFieldValue('VAR')));
      const called = /^procedures_call/.test(block.type)
        ? this.definitionOf(block)
        : undefined;
      found ||=
        sets ||
        /^(text_print|lists_setIndex)$/.test(block.type) ||
        (block.type === 'lists_getIndex' &&
          block.getFieldValue('MODE') !== 'GET') ||
        (called !== undefined &&
          !seen.has(called.id) &&
          this._hasEffects(called, seen.add(called.id)));
      return true;
    });
    return found;
  }
}

/** Blocks whose values may be of any type. */
const VARIOUS =
  /^(variables_get|lists_getIndex|logic_ternary|procedures_call|math_on_list)/;

/**
 * Why Bash has no values of a type, or null.
 */
export function problemOf(type: Type): Reason | null {
  switch (type) {
    case 'float':
    case '[float':
      return 'fractions';
    case 'null':
    case '[null':
      return 'nothing';
    case 'Object':
    case '[Object':
      return 'kinds';
  }
  return type.startsWith('[[') ? 'nesting' : null;
}
