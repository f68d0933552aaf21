import type { Page } from '@playwright/test';

/**
 * Where a payload fetches something from.
 */
export const EVIL = 'http://evil.example/';

/**
 * What a payload does that runs.
 */
export const HIT = 'window.hit=1';

/**
 * What would run, or fetch something, if a page took it for more than text.
 */
export const PAYLOADS = [
  `<script>${HIT}</script>`,
  `<img src=x onerror=${HIT}>`,
  `"><img src=x onerror=${HIT}>`,
  `'><img src=x onerror=${HIT}>`,
  `</text><script>${HIT}</script>`,
  `]]><script>${HIT}</script>`,
  `<svg onload=${HIT}>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${HIT}"><text>x</text></a></svg>`,
  `<foreignObject><body onload=${HIT}></foreignObject>`,
  `<iframe srcdoc="<script>parent.${HIT}</script>"></iframe>`,
  `<iframe src="javascript:parent.${HIT}"></iframe>`,
  `<object data="javascript:${HIT}"></object>`,
  `<embed src="${EVIL}x.swf">`,
  `<link rel=stylesheet href="${EVIL}x.css">`,
  `<style>@import url(${EVIL}x.css);</style>`,
  `<img src="${EVIL}img.png">`,
  `<image href="${EVIL}image.png"/>`,
  `<use href="${EVIL}use.svg#a"/>`,
  `url(${EVIL}url.png)`,
  `javascript:${HIT}`,
  `<a href="javascript:${HIT}" autofocus onfocus=${HIT}>x</a>`,
  `<math><mtext><img src=x onerror=${HIT}></mtext></math>`,
  `<details open ontoggle=${HIT}>x</details>`,
  `<input autofocus onfocus=${HIT}>`,
  `<marquee onstart=${HIT}>x</marquee>`,
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `\${${HIT}}{{constructor.constructor('${HIT}')()}}`,
  `%BKY_${'X'.repeat(20)}<img src=x onerror=${HIT}>`,
  `&lt;img src=x onerror=${HIT}&gt;`
];

type Block = Record<string, unknown>;

/**
 * Where a workspace may hold a text of somebody's.
 */
export const PLACES: Record<string, (text: string) => Block> = {
  'a text': text => ({ type: 'text', fields: { TEXT: text } }),
  'a number': text => ({ type: 'math_number', fields: { NUM: text } }),
  'a choice': text => ({ type: 'math_arithmetic', fields: { OP: text } }),
  'a comment': text => ({
    type: 'text_print',
    icons: { comment: { text, pinned: true, height: 80, width: 160 } }
  }),
  'a function': text => ({
    type: 'procedures_defnoreturn',
    fields: { NAME: text },
    icons: { comment: { text, pinned: false } }
  }),
  'a call': text => ({
    type: 'procedures_callnoreturn',
    extraState: { name: text, params: [text] }
  }),
  'a type': text => ({ type: text }),
  'a mutation': text => ({ type: 'controls_if', extraState: text }),
  'a code': text => ({
    type: 'expression_statement',
    fields: { expression: text }
  }),
  'an id': text => ({ type: 'text_print', id: text, data: text })
};

/**
 * The same places in the XML of MetaKernel's workspaces.
 *
 * @param text - with what XML wants escaped
 */
export const XML_PLACES: Record<string, (text: string) => string> = {
  'a text': text =>
    `<block type="text"><field name="TEXT">${text}</field></block>`,
  'a number': text =>
    `<block type="math_number"><field name="NUM">${text}</field></block>`,
  'a choice': text =>
    `<block type="math_arithmetic"><field name="OP">${text}</field></block>`,
  'a comment': text =>
    `<block type="text_print"><comment pinned="true" h="80" w="160">${text}</comment></block>`,
  'a function': text =>
    `<block type="procedures_defnoreturn"><field name="NAME">${text}</field></block>`,
  'a call': text =>
    `<block type="procedures_callnoreturn"><mutation name="${text}"><arg name="${text}"/></mutation></block>`,
  'a type': text =>
    `<block type="${text}"><field name="${text}">${text}</field></block>`,
  'a mutation': text =>
    `<block type="${text}"><mutation a="${text}">${text}</mutation></block>`,
  'a code': text =>
    `<block type="expression_statement"><field name="expression">${text}</field></block>`,
  'an id': text =>
    `<block type="text_print" id="${text}"><data>${text}</data></block>`,
  'a variable': text =>
    `<block type="variables_get"><field name="VAR" id="v${text}">${text}</field></block>`,
  'a comment beside': text =>
    `<comment x="300" y="10" w="100" h="50">${text}</comment>`
};

/**
 * All texts in all places of a file, one below the other.
 */
export function hostileFile(): string {
  const blocks = PAYLOADS.flatMap((text, row) =>
    Object.values(PLACES).map((make, at) => ({
      id: `block-${row}-${at}`,
      x: 10 + 20 * at,
      y: 10 + 600 * row + 60 * at,
      ...make(text)
    }))
  );
  return JSON.stringify({
    format: 'jigsaw',
    version: 1,
    workspace: {
      blocks: { languageVersion: 0, blocks },
      variables: PAYLOADS.map((name, at) => ({ name, id: `v${at}` })),
      workspaceComments: PAYLOADS.map((text, at) => ({
        text,
        x: 600,
        y: 600 * at,
        width: 100,
        height: 50
      }))
    }
  });
}

/**
 * The same as a workspace of MetaKernel's.
 */
export function hostileXml(texts: readonly string[] = PAYLOADS): string {
  const blocks = texts.flatMap(text =>
    Object.values(XML_PLACES).map(make => make(escape(text)))
  );
  return `<xml xmlns="http://www.w3.org/1999/xhtml">${blocks.join('\n')}</xml>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Keep a page from fetching what payloads want.
 *
 * @returns what it wanted to fetch, as it comes
 */
export async function watchEvil(page: Page): Promise<string[]> {
  const fetched: string[] = [];
  await page.route(`${EVIL}**`, route => {
    fetched.push(route.request().url());
    return route.abort();
  });
  return fetched;
}
