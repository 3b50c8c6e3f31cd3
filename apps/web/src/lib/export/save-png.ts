import { toBlob } from 'html-to-image';
import { embeddedFontFaces } from './font-faces.ts';
import { saveFile } from './save-file.ts';

/** Saves an element as a PNG at twice its size, on the surface colour of the theme, without its own controls. */
export async function savePng(element: HTMLElement, title: string): Promise<void> {
  const picture = await toBlob(element, {
    pixelRatio: 2,
    // Left to itself the library finds the fonts by a base element, which the content security policy forbids.
    fontEmbedCSS: await embeddedFontFaces(),
    backgroundColor: getComputedStyle(element).backgroundColor,
    filter: (node) => !(node instanceof HTMLElement && node.dataset.export === 'leave-out'),
  });
  if (picture) saveFile(picture, title, 'png');
}
