import { BlockCodeGenerator } from './generator';
import { byField, statement, TableGenerator, value, type Emit } from './kit';
import type { ICodeGenerator, ILanguageTable, TableCode } from './tokens';

/**
 * The generator of a language that another extension describes.
 */
export function createGenerator(table: ILanguageTable): ICodeGenerator {
  return new BlockCodeGenerator({
    generator: new TableLanguage(table),
    language: table.id,
    languageName: table.name,
    comment: table.comment,
    noop: table.noop && `${table.noop}\n`,
    placeholder: table.literals.null,
    failedLine: table.failedLine?.bind(table)
  });
}

/**
 * What our own languages decide for themselves is the simplest here.
 */
class TableLanguage extends TableGenerator {
  constructor(private readonly _table: ILanguageTable) {
    const { blocks, comment, name, reserved } = _table;
    const orders = { ..._table.orders, ATOMIC: 0, NONE: 99 };
    super({
      name,
      comment,
      base: 0,
      indent: _table.indent,
      noop: _table.noop,
      orders,
      reserved: reserved.join(','),
      literals: _table.literals,
      helpers: _table.helpers,
      blocks: {
        ...LITERALS,
        ...Object.fromEntries(
          Object.entries(blocks).map(([type, code]) => [type, emitOf(code)])
        )
      }
    });
  }

  override number(given: number): [string, number] {
    const code = this._table.number?.(given) ?? String(given);
    return [code, given < 0 ? this.order('NONE') : this.order('ATOMIC')];
  }

  override quote_(text: string): string {
    return this._table.quote?.(text) ?? JSON.stringify(text);
  }

  override offset(
    inner: (order: string) => string,
    by: number
  ): [string, number] {
    const sign = by < 0 ? '-' : '+';
    return [`${inner('ATOMIC')} ${sign} ${Math.abs(by)}`, this.order('NONE')];
  }

  override startLine(): string {
    return '';
  }

  override finish(code: string): string {
    return super.finish(this._table.program?.(code) ?? code);
  }
}

const LITERALS: Record<string, Emit> = {
  math_number: (block, generator) =>
    generator.number(Number(block.getFieldValue('NUM'))),
  text: (block, generator) => [
    generator.quote_(String(block.getFieldValue('TEXT'))),
    generator.order('ATOMIC')
  ]
};

function emitOf(code: TableCode): Emit {
  if (typeof code === 'function') {
    return code;
  }
  if (typeof code === 'string') {
    return statement(code);
  }
  return 'field' in code
    ? byField(
        code.field,
        Object.fromEntries(
          Object.entries(code.code).map(([chosen, one]) => [
            chosen,
            emitOf(one)
          ])
        )
      )
    : value(code.order, code.value);
}
