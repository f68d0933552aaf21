import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Write a notebook as MetaKernel left it before 2024, with a frame, the page in
 * that, and its workspace.
 *
 * @param folder - where it goes
 * @returns the notebook's name
 */
export function writeOldNotebook(folder) {
  const name = 'polygons.ipynb';
  const workspace = 'corners';
  copyFileSync(
    join(root, 'examples', 'metakernel-workspace.xml'),
    join(folder, `${workspace}.xml`)
  );
  // The line by which such a page is known, and fails in the browsers of today.
  writeFileSync(
    join(folder, `${workspace}.html`),
    `<!doctype html>
<script>
  window.parent.document.jigsaw_register_workspace("${workspace}.xml", null, null);
</script>
`
  );
  const frame = `<iframe width="100%" height="420" src="${workspace}.html" frameborder="0" allowfullscreen></iframe>`;
  const notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: {
        name: 'metakernel_python',
        display_name: 'MetaKernel Python',
        language: 'python'
      }
    },
    cells: [
      {
        cell_type: 'markdown',
        id: 'title',
        metadata: {},
        source: '## The angles of polygons'
      },
      {
        cell_type: 'code',
        id: 'blocks',
        metadata: {},
        source: `%jigsaw Python --workspace ${workspace}`,
        execution_count: 1,
        outputs: [
          {
            output_type: 'display_data',
            metadata: {},
            data: { 'text/html': frame }
          }
        ]
      }
    ]
  };
  writeFileSync(join(folder, name), JSON.stringify(notebook));
  return name;
}
