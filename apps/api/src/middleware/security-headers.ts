import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * No script but our own files, which may compile WebAssembly (the engine's kernels); styles may stand inline, as the interface and map libraries set them. Nothing is loaded
 * from elsewhere but the map tiles that the operator set. HTTPS is the business of the proxy in front.
 */
export function securityHeaders(tilesUrl: string | undefined): MiddlewareHandler {
  const tiles = tilesUrl === undefined ? [] : [tileOrigin(tilesUrl)];
  return secureHeaders({
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    permissionsPolicy: { geolocation: [], camera: [], microphone: [] },
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      workerSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
}

/** `https://{s}.tiles.example.org/{z}/…` → `https://*.tiles.example.org`. */
function tileOrigin(tilesUrl: string): string {
  return new URL(tilesUrl.replace('://{s}.', '://subdomain-placeholder.')).origin.replace(
    'subdomain-placeholder.',
    '*.',
  );
}
