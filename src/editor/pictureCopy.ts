const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Attributes that a shape keeps; ids, handlers and references are dropped.
 */
const GEOMETRY = [
  'd',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'dx',
  'dy',
  'width',
  'height',
  'points',
  'transform'
];

/**
 * What style sheets decide about a shape, with the values that need not be
 * said: a picture is shown where those sheets are not.
 */
const PAINT = {
  fill: '',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px'
};
const LETTERS = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto'
};

/**
 * What is drawn, with what is to be said of each.
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  g: {},
  image: {},
  text: { ...PAINT, ...LETTERS },
  tspan: { ...PAINT, ...LETTERS },
  ...Object.fromEntries(
    ['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect'].map(
      name => [name, PAINT]
    )
  )
};

/**
 * Copies shapes of a page for a picture that stands alone. There are few looks
 * and few images among many shapes, so each is in the picture once.
 */
export class PictureCopy {
  /**
   * @param _arrow - an image that may be any, beside PNG
   */
  constructor(private readonly _arrow: string) {}

  /**
   * A shape and what is in it; nothing of what can't be seen. Groups that say
   * nothing leave what is in them.
   */
  of(shape: Element): Element[] {
    const { localName } = shape;
    if (!Object.hasOwn(SHAPES, localName)) {
      return [];
    }
    const style = getComputedStyle(shape);
    if (
      style.getPropertyValue('display') === 'none' ||
      style.getPropertyValue('opacity') === '0'
    ) {
      return [];
    }
    const look = lookOf(shape, style);
    if (localName === 'image') {
      return this._use(shape, look);
    }
    const copy = document.createElementNS(SVG, localName);
    this._draw(shape, copy, look);
    for (const child of shape.childNodes) {
      if (child instanceof Element) {
        copy.append(...this.of(child));
      } else if (child instanceof Text && localName !== 'g') {
        copy.append(child.data);
      }
    }
    if (localName === 'g') {
      return copy.attributes.length && copy.firstChild
        ? [copy]
        : [...copy.children];
    }
    return isUnpainted(style) ? [] : [copy];
  }

  /**
   * The looks of what was copied.
   */
  style(): Element {
    const sheet = document.createElementNS(SVG, 'style');
    sheet.textContent = Array.from(
      this._looks,
      ([look, name]) => `.${name}{${look}}`
    ).join('');
    return sheet;
  }

  /**
   * The images of what was copied.
   */
  images(): Element {
    const definitions = document.createElementNS(SVG, 'defs');
    definitions.append(...this._images.values());
    return definitions;
  }

  private _draw(shape: Element, copy: Element, look: string): void {
    for (const name of GEOMETRY) {
      const value = shape.getAttribute(name)?.trim().replace(/\s+/g, ' ');
      if (value) {
        copy.setAttribute(name, value);
      }
    }
    if (look) {
      let name = this._looks.get(look);
      if (!name) {
        this._looks.set(look, (name = `l${this._looks.size}`));
      }
      copy.setAttribute('class', name);
    }
  }

  /**
   * Blockly's own images, as its quotation marks; nothing is fetched for them.
   */
  private _use(shape: Element, look: string): Element[] {
    const href =
      shape.getAttributeNS(XLINK, 'href') ?? shape.getAttribute('href') ?? '';
    if (!href.startsWith('data:image/png') && (!href || href !== this._arrow)) {
      return [];
    }
    const size = ['width', 'height'].map(name => shape.getAttribute(name)!);
    const key = [href, ...size].join();
    let image = this._images.get(key);
    if (!image) {
      image = document.createElementNS(SVG, 'image');
      image.setAttribute('id', `i${this._images.size}`);
      image.setAttribute('width', size[0]);
      image.setAttribute('height', size[1]);
      image.setAttribute('href', href);
      this._images.set(key, image);
    }
    const use = document.createElementNS(SVG, 'use');
    this._draw(shape, use, look);
    use.removeAttribute('width');
    use.removeAttribute('height');
    use.setAttribute('href', `#${image.id}`);
    return [use];
  }

  /** The names of looks. */
  private readonly _looks = new Map<string, string>();
  private readonly _images = new Map<string, Element>();
}

/**
 * What has to be said of a shape, as declarations of CSS.
 */
function lookOf(shape: Element, style: CSSStyleDeclaration): string {
  const usual = { opacity: '1', ...SHAPES[shape.localName] };
  return Object.entries(usual)
    .map(([property, value]) => {
      const said = style.getPropertyValue(property);
      // A pattern is elsewhere; what Blockly gives the shape is its colour.
      const own = said.includes('url(') ? shape.getAttribute(property) : said;
      return own && own !== value && !own.includes('url(')
        ? `${property}:${own}`
        : '';
    })
    .filter(Boolean)
    .join(';');
}

function isUnpainted(style: CSSStyleDeclaration): boolean {
  return ['fill', 'stroke'].every(
    property =>
      style.getPropertyValue(property) === 'none' ||
      style.getPropertyValue(`${property}-opacity`) === '0'
  );
}
