import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, type PlaceText } from '../values/form-values.ts';
import { pointOf } from './point-of.ts';
import { placeAtPoint, placeFromKnown, type Regions } from './propose-place.ts';

const REGIONS: Regions = {
  districtAt: (longitude) => (longitude > 62 ? 'Gwadar' : null),
  provinceAt: (longitude) => (longitude > 60 ? 'Balochistan' : null),
  provinceOf: (district) => (district === 'Gwadar' ? 'Balochistan' : null),
};
const PLACE: PlaceText = {
  ...EMPTY_FORM.place,
  name: 'Jiwani',
  province: 'Sindh',
  district: 'Malir',
  precision: 'exact',
};

describe('a point chosen on the map', () => {
  it('takes the district and province round it and keeps name and precision', () => {
    expect(placeAtPoint(PLACE, [62.123_456, 25.5], REGIONS)).toEqual({
      name: 'Jiwani',
      province: 'Balochistan',
      district: 'Gwadar',
      latitude: '25.5',
      longitude: '62.1235',
      precision: 'exact',
    });
  });

  it('leaves what stood there where the map cannot tell', () => {
    expect(placeAtPoint(PLACE, [61, 25], REGIONS)).toMatchObject({ province: 'Balochistan', district: 'Malir' });
    expect(placeAtPoint(PLACE, [10, 25], REGIONS)).toMatchObject({ province: 'Sindh', district: 'Malir' });
  });

  it.each(['', 'district', 'province', 'country'])('makes a town’s surroundings of the precision “%s”', (precision) => {
    expect(placeAtPoint({ ...PLACE, precision }, [62.5, 25.5], REGIONS).precision).toBe('place');
  });
});

it('takes a known place whole, and nothing of the one before', () => {
  const known = { name: 'Kech', kind: 'district', province: 'Balochistan', district: 'Kech' } as const;
  expect(placeFromKnown({ ...known, latitude: null, longitude: null, precision: 'district' })).toEqual({
    ...{ name: 'Kech', province: 'Balochistan', district: 'Kech' },
    ...{ latitude: '', longitude: '', precision: 'district' },
  });
});

it('finds a point in whole coordinates on the Earth only', () => {
  expect(pointOf({ latitude: ' 25.5 ', longitude: '-62' })).toEqual([-62, 25.5]);
  expect(pointOf({ latitude: '25.5', longitude: '' })).toBeNull();
  expect(pointOf({ latitude: '95', longitude: '62' })).toBeNull();
  expect(pointOf({ latitude: '25,5', longitude: '62' })).toBeNull();
});
