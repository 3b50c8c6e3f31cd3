const ADDRESS = /url\("?([^")]+)"?\)/g;

/** The page's font faces as CSS that holds the fonts themselves, for a picture that can load nothing. */
export async function embeddedFontFaces(): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => embed(rule.cssText, sheet.href ?? document.baseURI)),
  );
  return (await Promise.all(faces)).join('\n');
}

async function embed(css: string, base: string): Promise<string> {
  const addresses = [...css.matchAll(ADDRESS)].flatMap(([, address]) => address ?? []);
  const fonts = await Promise.all(addresses.map((address) => readAsDataUrl(new URL(address, base))));
  return addresses.reduce((text, address, index) => text.replace(address, fonts[index] ?? address), css);
}

async function readAsDataUrl(url: URL): Promise<string> {
  const content = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
