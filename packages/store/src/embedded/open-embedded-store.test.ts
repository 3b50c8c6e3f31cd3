import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { describeAsOfContract } from '../testing/as-of-contract.ts';
import { describeAuditContract } from '../testing/audit-contract.ts';
import { describeDiscussionContract } from '../testing/discussion-contract.ts';
import { EmbeddedTemplate, runEmbeddedSql } from '../testing/embedded-storage.ts';
import { describeFeedsContract } from '../testing/feeds-contract.ts';
import { describeImportsContract } from '../testing/imports-contract.ts';
import { describeStoreContract, type TestStorage } from '../testing/store-contract.ts';
import { describeTargetsContract } from '../testing/targets-contract.ts';
import { describeWritingContract } from '../testing/writing-contract.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';

let template: EmbeddedTemplate;
beforeAll(async () => {
  template = await EmbeddedTemplate.create();
});
afterAll(() => template.remove());

async function makeStorage(): Promise<TestStorage> {
  const dataDir = await template.copy();
  return {
    open: () => openEmbeddedStore({ dataDir, onWarning: () => undefined }),
    runSql: (text) => runEmbeddedSql(dataDir, text),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

describeStoreContract('embedded', makeStorage);
describeAsOfContract('embedded', makeStorage);
describeAuditContract('embedded', makeStorage);
describeTargetsContract('embedded', makeStorage);
describeWritingContract('embedded', makeStorage);
describeDiscussionContract('embedded', makeStorage);
describeImportsContract('embedded', makeStorage);
describeFeedsContract('embedded', makeStorage);
