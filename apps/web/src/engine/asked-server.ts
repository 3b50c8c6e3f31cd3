import { DIMENSIONS, type PortfolioAnswer, type Query } from '@corridor/domain';
import { type Answerer, errorReply } from './answerer.ts';
import { askApi } from './ask-api.ts';
import type { EngineInfo } from './protocol.ts';
import type { Reply } from './question-desk.ts';

/** Has the server answer from its database: for tables that no browser could hold. */
export class AskedServer implements Answerer {
  readonly info: EngineInfo;

  private constructor(info: EngineInfo) {
    this.info = info;
  }

  static async connect({ firstDay, incidents, lastDay }: PortfolioAnswer): Promise<AskedServer> {
    const { groups, revision } = await askApi({ filter: {}, groups: DIMENSIONS });
    const values = DIMENSIONS.map((dimension) => [
      dimension,
      (groups?.[dimension] ?? []).flatMap(({ key }) => (key === null ? [] : [key])),
    ]);
    return new AskedServer({
      revision,
      incidents,
      loaded: incidents,
      complete: true,
      engine: 'sql',
      firstDay,
      lastDay,
      values: Object.fromEntries(values),
    });
  }

  async answer(query: Query): Promise<Reply> {
    try {
      return { answer: await askApi(query) };
    } catch (error) {
      return errorReply(error);
    }
  }
}
