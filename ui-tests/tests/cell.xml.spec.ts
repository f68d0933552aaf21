import { CellBook } from '../cell';
import { expect, test } from '../fixtures';

/**
 * As MetaKernel's `%jigsaw` saves it.
 */
const XML = `<xml xmlns="https://developers.google.com/blockly/xml">
  <variables><variable id="v">x</variable></variables>
  <block type="variables_set" x="20" y="20">
    <field name="VAR" id="v">x</field>
    <value name="VALUE">
      <block type="math_number"><field name="NUM">3</field></block>
    </value>
    <next>
      <block type="controls_repeat_ext">
        <value name="TIMES">
          <block type="math_number"><field name="NUM">2</field></block>
        </value>
        <statement name="DO">
          <block type="text_print">
            <value name="TEXT">
              <block type="variables_get"><field name="VAR" id="v">x</field></block>
            </value>
          </block>
        </statement>
      </block>
    </next>
  </block>
</xml>`;

// Nothing on the page has defined a block before.
for (const [where, magic] of [
  ['a file', '%jigsaw --workspace w2'],
  ['the cell', `%%jigsaw\n${XML}`]
]) {
  test(`XML of ${where} shows as the first blocks of a page`, async ({
    page,
    tmpPath
  }) => {
    await page.contents.uploadContent(XML, 'text', `${tmpPath}/w2.xml`);
    const made = await CellBook.make(page, `${tmpPath}/a.ipynb`, { magic });
    await expect(made.drawn).toContainText(['repeat']);
    await expect(page.locator('.Toastify__toast')).toHaveCount(0);
    await made.button('Run').click();
    await expect(made.printed).toHaveText(/^3\s+3\s*$/);
  });
}
