import { toBlob } from 'html-to-image';
import { saveFile } from './save-file.ts';

/** Saves an element as a PNG at twice its size, on the surface colour of the theme, without its own controls. */
export async function savePng(element: HTMLElement, title: string): Promise<void> {
  const picture = await toBlob(element, {
    pixelRatio: 2,
    backgroundColor: getComputedStyle(element).backgroundColor,
    filter: (node) => !(node instanceof HTMLElement && node.dataset.export === 'leave-out'),
  });
  if (picture) saveFile(picture, title, 'png');
}
