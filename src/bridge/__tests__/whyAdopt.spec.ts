import { nullTranslator } from '@jupyterlab/translation';

import { explainShowing, howToShow, type IFacts } from '../whyAdopt';

const trans = nullTranslator.load('jupyterlab-jigsaw');

const show = (facts: Partial<IFacts>) =>
  howToShow({
    adopt: 'automatic',
    why: null,
    isKnown: true,
    hasCode: true,
    ...facts
  });

describe('howToShow', () => {
  it('leaves a page that works where it is, with blocks that are kept', () => {
    expect(show({})).toBe('srcdoc');
  });

  it.each([
    'missing',
    'foreign',
    'old',
    'offline',
    'blocked',
    'stale',
    'incomplete'
  ] as const)('shows blocks that it knows itself, for a reason: %s', why => {
    expect(show({ why })).toBe('native');
    expect(show({ why, adopt: 'always' })).toBe('native');
  });

  it('shows them always, if that is wanted', () => {
    expect(show({ adopt: 'always' })).toBe('native');
    expect(show({ adopt: 'always', hasCode: false })).toBe('native');
    expect(show({ adopt: 'always', isKnown: false })).toBe('srcdoc');
  });

  it('leaves every page as it is, if that is wanted', () => {
    expect(show({ adopt: 'never' })).toBe('srcdoc');
    expect(show({ adopt: 'never', why: 'stale' })).toBe('srcdoc');
    expect(show({ adopt: 'never', why: 'blocked' })).toBe('frame');
    expect(show({ adopt: 'never', why: 'offline' })).toBe('srcdoc');
    expect(show({ adopt: 'never', why: 'missing' })).toBe('frame');
    expect(show({ adopt: 'never', why: 'foreign' })).toBe('frame');
    expect(show({ adopt: 'never', why: 'incomplete' })).toBe('frame');
  });

  it.each(['blocked', 'stale'] as const)(
    'lets the page show what it does not know, when that is %s',
    why => {
      expect(show({ why, isKnown: false })).toBe('srcdoc');
      // The page can run it.
      expect(show({ why, hasCode: false })).toBe('srcdoc');
    }
  );

  it.each(['missing', 'old', 'offline', 'incomplete'] as const)(
    'shows what it can’t run rather than nothing, when the page is %s',
    why => {
      expect(show({ why, hasCode: false })).toBe('native');
      expect(show({ why, isKnown: false })).toBe(
        why === 'offline' ? 'srcdoc' : 'frame'
      );
    }
  );
});

describe('explainShowing', () => {
  it('says nothing of a page that works', () => {
    expect(explainShowing('frame', null, true, trans)).toBeNull();
    expect(explainShowing('srcdoc', null, true, trans)).toBeNull();
  });

  it('says who shows the blocks, and why', () => {
    expect(explainShowing('native', null, true, trans)).toBe('shown by Jigsaw');
    expect(explainShowing('native', 'stale', true, trans)).toBe(
      'shown by Jigsaw: the page has older blocks'
    );
    expect(explainShowing('native', 'incomplete', true, trans)).toBe(
      'shown by Jigsaw: the page can’t show all of the blocks'
    );
    expect(explainShowing('frame', 'incomplete', true, trans)).toBe(
      'the page can’t show all of the blocks, so it saves none'
    );
    expect(explainShowing('frame', 'offline', true, trans)).toBe(
      'the page can’t load what it needs from the internet'
    );
  });

  it('says where blocks are shown that are not shown here', () => {
    expect(explainShowing('srcdoc', 'offline', false, trans)).toBe(
      'shown by Jigsaw: the page can’t load what it needs from the internet; in JupyterLab the blocks are shown without it'
    );
    expect(explainShowing('srcdoc', 'blocked', false, trans)).toBe(
      'shown by Jigsaw: the server forbids frames'
    );
    expect(explainShowing('srcdoc', null, false, trans)).toBeNull();
  });
});
