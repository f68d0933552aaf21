/**
 * Finds the variables that a program changes without having set them.
 *
 * Nothing is written for a variable that is only read: if the session has none
 * of this name, Python's NameError says so best. But `change x by 1` counts
 * from zero for everyone who knows blocks, so where nothing sets x before,
 * the program takes the session's x, or zero when there is none.
 */
export class StartValues {
  /**
   * A variable is set, whatever was in it.
   */
  set(variable: string): void {
    this._scope.set.add(variable);
  }

  /**
   * A loop sets a variable for its body, and nobody expects it to be as before.
   */
  loop(variable: string): void {
    this._scope.set.add(variable);
  }

  /**
   * A variable is changed, starting from what is in it.
   *
   * @param kind - what to start from when the session has no such variable
   */
  change(variable: string, kind: StartValues.Kind): void {
    const { changed, set } = this._scope;
    const before = changed.get(variable) ?? 'nothing';
    if (!set.has(variable) && before === 'nothing') {
      changed.set(variable, kind);
    }
  }

  /**
   * Whether a variable has been set for sure where the program is now.
   */
  isSet(variable: string): boolean {
    return this._scope.set.has(variable);
  }

  /**
   * Statements that may be run or not: what is set in there is sure in there
   * alone.
   */
  nested<T>(generate: () => T): T {
    const scope = this._scope;
    const before = scope.set;
    scope.set = new Set(before);
    try {
      return generate();
    } finally {
      scope.set = before;
    }
  }

  /**
   * A function's body, which runs when it is called.
   */
  inFunction<T>(parameters: readonly string[], generate: () => T): T {
    const caller = this._scope;
    this._scope = new Scope(parameters);
    try {
      return generate();
    } finally {
      for (const [variable, kind] of this._scope.changed) {
        if (kind !== 'nothing' || !this._inFunctions.has(variable)) {
          this._inFunctions.set(variable, kind);
        }
      }
      this._scope = caller;
    }
  }

  /**
   * The variables that need a value to start from, before the program.
   */
  list(): [variable: string, kind: StartValues.Kind][] {
    const { changed, set } = this._scope;
    const all = new Map(changed);
    for (const [variable, kind] of this._inFunctions) {
      if (
        !set.has(variable) &&
        (all.get(variable) ?? 'nothing') === 'nothing'
      ) {
        all.set(variable, kind);
      }
    }
    return [...all];
  }

  private _inFunctions = new Map<string, StartValues.Kind>();
  private _scope = new Scope();
}

/**
 * A namespace for `StartValues` statics.
 */
export namespace StartValues {
  /**
   * What a variable holds before it is changed for the first time: nothing,
   * where a language only asks that there is one.
   */
  export type Kind = 'zero' | 'text' | 'nothing';
}

/**
 * The program, or a function's body.
 */
class Scope {
  constructor(parameters: readonly string[] = []) {
    this.set = new Set(parameters);
  }

  readonly changed = new Map<string, StartValues.Kind>();
  set: Set<string>;
}
