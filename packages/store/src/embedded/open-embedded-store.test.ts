import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { EmbeddedTemplate, runEmbeddedSql } from '../testing/embedded-storage.ts';
import { describeStoreContract } from '../testing/store-contract.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';

let template: EmbeddedTemplate;
beforeAll(async () => {
  template = await EmbeddedTemplate.create();
});
afterAll(() => template.remove());

describeStoreContract('embedded', async () => {
  const dataDir = await template.copy();
  return {
    open: () => openEmbeddedStore({ dataDir, onWarning: () => undefined }),
    runSql: (text) => runEmbeddedSql(dataDir, text),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
});
