import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { isIsoDay } from '../../../src/contract/words.js';
import { formatFor } from '../../../src/i18n/format.js';
import { ageText } from '../../../src/ui/age-chip.js';

const HOUR = 3_600_000;
const home = process.env['TZ'];

/** Zones with an odd offset, with a day that never was, and with days that have no midnight. */
const zones = [
  'UTC',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

/** What somebody in a zone gets; a language tag of its own, for formatters are made once a tag. */
function formatIn(zone: string) {
  process.env['TZ'] = zone;
  return formatFor(`en-GB-x-${zones.indexOf(zone)}`);
}

afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

const anyZone = fc.constantFrom(...zones);
const anyTime = fc.date({
  min: new Date('2008-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('a day that was answered', () => {
  it('is the same one in every time zone', () => {
    fc.assert(
      fc.property(anyZone, anyTime, (zone, time) => {
        const day = time.toISOString().slice(0, 10);
        assert.ok(isIsoDay(day));
        const read = formatIn(zone).day(day);
        assert.equal(read, formatIn('UTC').day(day));
        assert.match(read, new RegExp(`^${Number(day.slice(8))} .*${day.slice(0, 4)}$`));
      }),
    );
  });

  it('is itself where that day never was, or began at one o’clock', () => {
    assert.equal(formatIn('Pacific/Apia').day('2011-12-30'), '30 Dec 2011');
    assert.equal(formatIn('America/Santiago').day('2026-09-06'), '6 Sept 2026');
    assert.equal(formatIn('Asia/Beirut').day('2026-03-29'), '29 Mar 2026');
  });

  it('stays when the person travels while the page is open', () => {
    const format = formatIn('Pacific/Kiritimati');
    process.env['TZ'] = 'America/St_Johns';
    assert.equal(format.day('2026-11-24'), '24 Nov 2026');
  });
});

describe('a moment', () => {
  it('is told as the clocks of the zone tell it', () => {
    fc.assert(
      fc.property(anyZone, anyTime, (zone, time) => {
        const clock = new Intl.DateTimeFormat('en-GB', {
          dateStyle: 'medium',
          timeStyle: 'short',
          timeZone: zone,
        });
        assert.equal(formatIn(zone).dateTime(time.toISOString()), clock.format(time));
      }),
    );
  });

  it('is told by the other clock after the clocks changed', () => {
    const format = formatIn('America/St_Johns');
    assert.equal(format.time('2026-11-01T04:29:00Z'), '01:59');
    assert.equal(format.time('2026-11-01T04:30:00Z'), '01:00');
    assert.equal(formatIn('Asia/Kathmandu').time('2026-11-01T04:30:00Z'), '10:15');
  });
});

describe('a wait', () => {
  it('is as long as it took, whatever the clocks did meanwhile', () => {
    // From 12:00 to 12:00, once with 25 hours between and once with 23.
    const format = formatIn('America/St_Johns');
    const between = (from: string, to: string) => Date.parse(to) - Date.parse(from);
    const autumn = between('2026-10-31T14:30:00Z', '2026-11-01T15:30:00Z');
    const spring = between('2027-03-13T15:30:00Z', '2027-03-14T14:30:00Z');
    assert.equal(autumn, 25 * HOUR);
    assert.equal(ageText(format, autumn), '1d 1h');
    assert.equal(ageText(format, spring), '23h');
  });
});
