import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Has the document name the files of a chunk, so that they are on their way before a script asks for them. */
export function preloadChunk(name: string): Plugin {
  return {
    name: 'preload-chunk',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle).flatMap((file): HtmlTagDescriptor[] => {
          if (file.type !== 'chunk' || file.name !== name) return [];
          const styles = [...(file.viteMetadata?.importedCss ?? [])];
          return [
            linkTo(file.fileName, { rel: 'modulepreload', crossorigin: true }),
            ...styles.map((style) => linkTo(style, { rel: 'preload', as: 'style', crossorigin: true })),
          ];
        }),
    },
  };
}

function linkTo(fileName: string, attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, href: `/${fileName}` }, injectTo: 'head' };
}
