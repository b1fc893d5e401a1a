import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { onStage, show, storiesOn } from './on-stage.js';
import type { Look, Stage } from './stage.js';

declare const stage: Stage;

type Finding = Exclude<keyof Stage, 'show' | 'wear' | 'stories' | 'textOf' | 'foreground'>;
interface Way {
  width?: number;
  height?: number;
  look?: Look;
  features?: Record<string, string>;
  media?: string;
  findings: Finding[];
}

const narrow: Finding[] = ['overflowing', 'cutOff'];
/** Ways to look at a story, and what to look for. */
const ways: Record<string, Way> = {
  'at 320 px, which is 640 px at 200 %': { findings: [...narrow, 'overlapping', 'tooSmall'] },
  'at 320 px in German': { look: { lang: 'de-AT' }, findings: narrow },
  'at 320 px in Arabic, from right to left': { look: { lang: 'ar' }, findings: narrow },
  'in 280 px': { look: { width: '280px' }, findings: narrow },
  'in 560 px': { width: 640, look: { width: '560px' }, findings: narrow },
  'with text twice as large': {
    width: 640,
    look: { fontSize: '28px' },
    findings: [...narrow, 'overlapping'],
  },
  'at 320 px, with text twice as large': {
    look: { fontSize: '28px' },
    findings: [...narrow, 'overlapping'],
  },
  'at 1280 px, with text twice as large': {
    width: 1280,
    look: { fontSize: '28px' },
    findings: [...narrow, 'overlapping'],
  },
  'in forced colours': {
    features: { 'forced-colors': 'active' },
    findings: ['unseen', 'ringless'],
  },
  'with less motion': { features: { 'prefers-reduced-motion': 'reduce' }, findings: ['moving'] },
  'on paper': { width: 720, media: 'print', findings: ['printed'] },
  'on paper laid sideways': { width: 1040, height: 480, media: 'print', findings: ['printed'] },
};

describe('every story', () => {
  const found: Record<string, string[]> = {};

  onStage(async (visitor) => {
    const { page } = visitor;
    const session = await page.createCDPSession();
    for (const { file, story } of await storiesOn(visitor)) {
      if (process.env['ONLY'] && !`${file} ${story}`.includes(process.env['ONLY'])) continue;
      await show(visitor, file, story);
      for (const [name, way] of Object.entries(ways)) {
        await emulate(session, way);
        const seen = await page.evaluate(
          async (look, findings) => {
            await stage.wear(look);
            return findings.flatMap((finding) =>
              stage[finding]().map((each) => `${finding} ${each}`),
            );
          },
          way.look,
          way.findings,
        );
        (found[name] ??= []).push(...seen.map((each) => `${file} ${story}: ${each}`));
      }
    }
    visitor.assertNoErrors();
  });

  for (const name of Object.keys(ways)) {
    it(`is as it should be ${name}`, () => assert.deepEqual(found[name], []));
  }
});

async function emulate(
  session: CDPSession,
  { width = 320, height = 800, media = '', features = {} }: Way,
) {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await session.send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
