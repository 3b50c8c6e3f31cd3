/** The position of a point in well-known text, `POINT (74.355544 34.821865)`, longitude first; null for anything else. */
export function readWktPoint(text: string): { readonly longitude: number; readonly latitude: number } | null {
  const [, longitude, latitude] = WKT_POINT.exec(text.trim()) ?? [];
  if (longitude === undefined || latitude === undefined) return null;
  return { longitude: Number(longitude), latitude: Number(latitude) };
}

const WKT_POINT = /^(?:SRID=4326;)?POINT\s*\(\s*(-?\d{1,3}(?:\.\d{1,17})?)\s+(-?\d{1,2}(?:\.\d{1,17})?)\s*\)$/i;
