import type { SiteSector } from '@corridor/domain';
import { useTranslation } from 'react-i18next';

export type SectorKey = SiteSector | 'route';

/** Glyphs on a 16 px grid, drawn with a 1.3 px line unless they are filled. */
const GLYPHS: Readonly<
  Record<SectorKey, { readonly lines?: string; readonly fill?: string; readonly width?: number }>
> = {
  energy: { fill: 'M8.8 2.8 4.5 8.8h3l-.6 4.4 4.6-6.3H8.4l.4-4.1Z' },
  transport: { lines: 'M5.8 3 4 13M10.2 3 12 13M8 3.4v1.8M8 7.2V9M8 11v1.8' },
  port: {
    lines:
      'M8 5.2V13M5.7 7.2h4.6M3.6 9.3c.3 2.3 2 3.7 4.4 3.7s4.1-1.4 4.4-3.7M6.8 3.9a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0Z',
  },
  'industrial-zone': { fill: 'M3.3 12.5V6.8l3 2v-2l3 2v-5h2.9v8.7H3.3Z' },
  mining: { lines: 'M3.3 6.6C6.5 3 9.7 3 12.8 6.6M8 4.2V13', width: 1.7 },
  telecom: {
    lines:
      'M8 8.5V13M5.6 10a3.3 3.3 0 0 1 0-4.2m4.8 0a3.3 3.3 0 0 1 0 4.2M3.9 11.5a5.6 5.6 0 0 1 0-7.2m8.2 0a5.6 5.6 0 0 1 0 7.2',
  },
  education: { lines: 'm8 4 6 2.7-6 2.7-6-2.7L8 4Zm-3.5 4.3v2.9c2.2 1.6 4.8 1.6 7 0V8.3' },
  diplomatic: { lines: 'M4.5 13.2V3m0 .6h7.2L10 6.2l1.7 2.6H4.5' },
  health: { lines: 'M8 3.5v9M3.5 8h9', width: 2.6 },
  water: { fill: 'M8 2.8c2.6 3 3.9 5 3.9 6.6a3.9 3.9 0 0 1-7.8 0c0-1.6 1.3-3.6 3.9-6.6Z' },
  route: { lines: 'M4 12.5c0-4 8-3.5 8-8.5M4 12.5h.1M12 4h.1', width: 2 },
};

/** The square and glyph of a sector, as SVG content on a 16 px grid: for use inside another drawing. */
export function SectorGlyph({ sector }: { readonly sector: SectorKey }) {
  const { lines, fill, width = 1.3 } = GLYPHS[sector];
  return (
    <>
      <rect x=".5" y=".5" width="15" height="15" rx="3.5" fill="var(--cw-site)" />
      <path
        d={fill ?? lines ?? ''}
        fill={fill ? 'var(--cw-site-glyph)' : 'none'}
        stroke={fill ? 'none' : 'var(--cw-site-glyph)'}
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

/** A site's or route's sector as a small square with a glyph; its name is the picture's text. */
export function SectorMark({ sector, size = 16 }: { readonly sector: SectorKey; readonly size?: number }) {
  const { t } = useTranslation('taxonomy');
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={t(`sector.${sector}`)}
      style={{ flex: 'none' }}
    >
      <SectorGlyph sector={sector} />
    </svg>
  );
}
