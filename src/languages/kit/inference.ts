import type { Block } from 'blockly/core';

import { defaultOf } from './defaults';
import { itemInputs } from './items';
import { nameOf, resultKey } from './keys';
import { CHECKS, DEFAULTS, OWN } from './knownTypes';
import type { Survey } from './survey';
import { UNKNOWN, isList, isNumber, itemOf, join, type Type } from './types';

/**
 * Finds out what the variables, the parameters and the functions of a program
 * hold, from all that is put into them.
 *
 * Each is of one type in the whole program. Numbers in lists are of one type in
 * all lists, since a list may have several names.
 */
export class Inference {
  /**
   * @param foreign - the types of what something else has put into variables, by
   *   the ids of these
   */
  constructor(
    protected readonly survey: Survey,
    protected readonly foreign: ReadonlyMap<string, Type> = new Map()
  ) {
    this.blocks = survey.places.map(({ block }) => block);
    this._sources = this.blocks.filter(({ type }) => SOURCES.test(type));
    this._solve();
    for (let isMore = true; isMore;) {
      isMore = this._guess();
      this._solve();
    }
  }

  /**
   * All that count.
   */
  protected readonly blocks: readonly Block[];

  /**
   * The type of numbers in lists.
   */
  get number(): 'int' | 'float' {
    return this._number;
  }

  /**
   * The type of what is in an input, or of what stands for it.
   */
  ofInput(block: Block, input: string): Type {
    const inner = block.getInputTargetBlock(input);
    return inner?.isEnabled()
      ? this.of(inner)
      : DEFAULTS[defaultOf(block.type, input)];
  }

  /**
   * The type of the variable in a field.
   */
  ofVariable(block: Block, field = 'VAR'): Type {
    return this._get(this.keyOf(block, field));
  }

  /**
   * The type of a parameter of a function's definition.
   */
  ofParameter(definition: Block, id: string): Type {
    return this._get(`${definition.id}:${id}`);
  }

  /**
   * The type of a variable of the program, by its id.
   */
  ofGlobal(id: string): Type {
    return this._get(id);
  }

  /**
   * The type of what a function gives back.
   *
   * @param block - one in it, its definition or a call
   */
  ofResult(block: Block): Type {
    return this._get(resultKey(nameOf(block)));
  }

  /**
   * The types that a called function takes.
   */
  ofArguments(call: Block): Type[] {
    const definition = this.definitionOf(call);
    return (definition?.getVarModels() ?? []).map(model =>
      this.ofParameter(definition!, model.getId())
    );
  }

  /**
   * The definition of the function of a name, or that a block calls or defines.
   */
  definitionOf(call: Block | string): Block | undefined {
    return this.survey.definitions.get(
      typeof call === 'string' ? call.toLowerCase() : nameOf(call)
    );
  }

  /**
   * The type of the value of a block.
   */
  of(block: Block): Type {
    let type = this._values.get(block);
    if (type === undefined) {
      type = this.find(block);
      this._values.set(block, type);
    }
    return type;
  }

  /**
   * The same, found anew.
   */
  protected find(block: Block): Type {
    const { type } = block;
    const own = OWN[type];
    if (own) {
      return own;
    }
    switch (type) {
      case 'math_number': {
        const number = Number(this._choice(block, 'NUM'));
        return Number.isInteger(number) && Math.abs(number) < 2 ** 31
          ? 'int'
          : 'float';
      }
      case 'math_arithmetic':
        return /DIVIDE|POWER/.test(this._choice(block, 'OP'))
          ? 'float'
          : this._numberOf(block, 'A', 'B');
      case 'math_single':
        return /ABS|NEG/.test(this._choice(block, 'OP'))
          ? this._numberOf(block, 'NUM')
          : 'float';
      case 'math_modulo':
        return this._numberOf(block, 'DIVIDEND', 'DIVISOR');
      case 'math_constrain':
        return this._numberOf(block, 'VALUE', 'LOW', 'HIGH');
      case 'math_on_list':
        return this._onList(block);
      case 'text_prompt':
      case 'text_prompt_ext':
        return this._choice(block, 'TYPE') === 'NUMBER' ? 'float' : 'String';
      case 'lists_create_with':
        return this._list(
          itemInputs(block)
            .map(name => this.ofInput(block, name))
            .reduce(join, UNKNOWN)
        );
      case 'lists_repeat':
        return this._list(this.ofInput(block, 'ITEM'));
      case 'lists_getIndex':
        return itemOf(this.ofInput(block, 'VALUE'));
      case 'lists_split':
        return this._choice(block, 'MODE') === 'SPLIT' ? '[String' : 'String';
      case 'lists_sort':
      case 'lists_reverse':
      case 'lists_getSublist': {
        const list = this.ofInput(block, 'LIST');
        return isList(list) ? list : `[${itemOf(list)}`;
      }
      case 'logic_ternary':
        return join(this.ofInput(block, 'THEN'), this.ofInput(block, 'ELSE'));
      case 'procedures_callreturn':
        return this.ofResult(block);
    }
    return type.startsWith('variables_get')
      ? this.ofVariable(block)
      : this.ofForeign(block);
  }

  /**
   * The type that a block of another extension says that its value has.
   */
  protected ofForeign(block: Block): Type {
    const [check, ...others] = block.outputConnection?.getCheck() ?? [];
    switch (others.length ? undefined : check) {
      case 'Number':
        return this._number;
      case 'String':
        return 'String';
      case 'Boolean':
        return 'boolean';
      default:
        return 'Object';
    }
  }

  private _onList(block: Block): Type {
    const item = itemOf(this.ofInput(block, 'LIST'));
    switch (this._choice(block, 'OP')) {
      case 'MODE':
        return this._list(item);
      case 'RANDOM':
        return item;
      case 'SUM':
      case 'MIN':
      case 'MAX':
        return this._number;
      default:
        return 'float';
    }
  }

  private _numberOf(block: Block, ...inputs: readonly string[]): Type {
    const types = inputs.map(input => this.ofInput(block, input));
    // What is not known yet may turn out to be no whole number later.
    return types.every(type => type === 'int' || type === UNKNOWN)
      ? 'int'
      : 'float';
  }

  private _list(item: Type): Type {
    if (item === 'float') {
      this._number = 'float';
    }
    return `[${isNumber(item) ? this._number : item}`;
  }

  /**
   * Go on until nothing new is found.
   */
  private _solve(): void {
    do {
      const number = this._number;
      this._isNew = false;
      this._values.clear();
      this._sources.forEach(block => this._read(block));
      if (number !== this._number) {
        // All that was thought to be whole before is asked again.
        this._isNew = true;
        this._types.clear();
        this._guesses.forEach((type, key) => this._types.set(key, type));
      }
    } while (this._isNew);
  }

  /**
   * What a block puts into something.
   */
  private _read(block: Block): void {
    switch (block.type) {
      case 'variables_set':
      case 'variables_set_dynamic':
        return this._put(block, 'VALUE', this.keyOf(block));
      case 'math_change':
        return this._give(this.keyOf(block), this._numberOf(block, 'DELTA'));
      case 'text_append':
        return this._give(this.keyOf(block), 'String');
      case 'controls_for':
        return this._give(
          this.keyOf(block),
          this._numberOf(block, 'FROM', 'BY')
        );
      case 'controls_forEach': {
        const item = itemOf(this.ofInput(block, 'LIST'));
        const variable = this.keyOf(block);
        this._give(variable, item);
        return this._expect(block, 'LIST', `[${this._get(variable)}`);
      }
      case 'lists_setIndex':
        return this._expect(
          block,
          'LIST',
          this._list(this.ofInput(block, 'TO'))
        );
      case 'procedures_defreturn':
        return this._put(block, 'RETURN', resultKey(nameOf(block)));
      case 'procedures_ifreturn':
        if (block.getInput('VALUE')?.connection) {
          this._put(block, 'VALUE', resultKey(nameOf(block)));
        }
        return;
      case 'procedures_callreturn':
      case 'procedures_callnoreturn': {
        const definition = this.definitionOf(block);
        definition?.getVarModels().forEach((model, n) => {
          if (block.getInput(`ARG${n}`)) {
            this._put(block, `ARG${n}`, `${definition.id}:${model.getId()}`);
          }
        });
        return;
      }
      case 'lists_create_with':
      case 'lists_repeat':
        // It may be one of fractions, though nothing has a name for it.
        this.of(block);
    }
  }

  /**
   * A value goes into something; a list is of the type of all that it goes into.
   */
  private _put(block: Block, input: string, key: string): void {
    this._give(key, this.ofInput(block, input));
    this._expect(block, input, this._get(key));
  }

  /**
   * A list that comes from an input is to be of a type.
   */
  private _expect(block: Block, input: string, type: Type): void {
    const inner = block.getInputTargetBlock(input);
    if (!inner?.isEnabled() || !isList(type)) {
      return;
    }
    if (inner.type.startsWith('variables_get')) {
      this._give(this.keyOf(inner), type);
      return;
    }
    switch (inner.type) {
      case 'lists_sort':
      case 'lists_reverse':
      case 'lists_getSublist':
        return this._expect(inner, 'LIST', type);
      case 'lists_getIndex':
        return this._expect(inner, 'VALUE', `[${type}`);
      case 'lists_repeat':
        return this._expect(inner, 'ITEM', itemOf(type));
      case 'lists_create_with':
        inner.inputList.forEach(({ name }) =>
          this._expect(inner, name, itemOf(type))
        );
        return;
      case 'logic_ternary':
        this._expect(inner, 'THEN', type);
        return this._expect(inner, 'ELSE', type);
      case 'procedures_callreturn':
        return this._give(resultKey(nameOf(inner)), type);
    }
  }

  /**
   * The type for what blocks check for.
   */
  protected checked(check: string): Type | undefined {
    return CHECKS[check];
  }

  /**
   * What a variable that nothing is put into holds where a block reads it.
   */
  protected guessed(variable: Block): Type | undefined {
    const check = variable.outputConnection?.targetConnection?.getCheck();
    return check?.length === 1 ? this.checked(check[0]) : undefined;
  }

  /**
   * Say for variables into which nothing is put what the blocks expect that read
   * them, as for the parameters of a function that nothing calls yet.
   */
  private _guess(): boolean {
    const count = this._guesses.size;
    for (const block of this.blocks) {
      if (block.type.startsWith('variables_get')) {
        const key = this.keyOf(block);
        const type = this.guessed(block);
        if (type && this._get(key) === UNKNOWN) {
          this._guesses.set(key, type);
          this._give(key, type);
        }
      }
    }
    return this._guesses.size > count;
  }

  /**
   * What a variable goes by where a block is. A block is asked for it often, and
   * looks through all of its fields each time.
   */
  keyOf(block: Block, field = 'VAR'): string {
    let key = this._keys.get(block);
    if (key === undefined || field !== 'VAR') {
      key = this.survey.keyOf(block, String(block.getFieldValue(field)));
      if (field === 'VAR') {
        this._keys.set(block, key);
      }
    }
    return key;
  }

  /**
   * What is chosen in the field by which a block's type is found; likewise.
   */
  private _choice(block: Block, field: string): string {
    let choice = this._choices.get(block);
    if (choice === undefined) {
      choice = String(block.getFieldValue(field));
      this._choices.set(block, choice);
    }
    return choice;
  }

  private _get(key: string): Type {
    return this._types.get(key) ?? UNKNOWN;
  }

  private _give(key: string, type: Type): void {
    const before = this._get(key);
    const now = join(before, type);
    if (now !== before) {
      this._types.set(key, now);
      this._isNew = true;
    }
  }

  private _isNew = false;
  private readonly _sources: readonly Block[];
  private readonly _choices = new Map<Block, string>();
  private readonly _keys = new Map<Block, string>();
  private readonly _guesses = new Map<string, Type>();
  private _number: 'int' | 'float' = 'int';
  private readonly _types = new Map<string, Type>();
  /** What was found in one go through the program. */
  private readonly _values = new Map<Block, Type>();
}

/** Blocks that put something somewhere, or make lists. */
const SOURCES =
  /^(variables_set|math_change|text_append|controls_for|lists_setIndex|lists_create_with|lists_repeat|procedures_)/;
