import { DIMENSIONS, type PortfolioAnswer, type Query } from '@corridor/domain';
import { type Answerer, errorReply } from './answerer.ts';
import { askApi } from './ask-api.ts';
import type { EngineInfo, ShownMoment } from './protocol.ts';
import type { Reply } from './question-desk.ts';

/** Has the server answer: where no browser could hold the table, or until this one does. */
export class AskedServer implements Answerer {
  readonly info: EngineInfo;

  readonly #asOf: string | null;

  private constructor(info: EngineInfo, asOf: string | null) {
    this.info = info;
    this.#asOf = asOf;
  }

  static async connect(
    { firstDay, incidents, lastDay }: PortfolioAnswer,
    moment: ShownMoment | null,
    engine: 'sql' | 'server',
  ): Promise<AskedServer> {
    const asOf = moment?.asOf ?? null;
    const { groups, revision } = await askApi({ filter: {}, groups: DIMENSIONS }, asOf);
    const values = DIMENSIONS.map((dimension) => [
      dimension,
      (groups?.[dimension] ?? []).flatMap(({ key }) => (key === null ? [] : [key])),
    ]);
    return new AskedServer(
      {
        revision,
        incidents,
        loaded: incidents,
        complete: true,
        engine,
        moment,
        firstDay,
        lastDay,
        values: Object.fromEntries(values),
      },
      asOf,
    );
  }

  async answer(query: Query): Promise<Reply> {
    try {
      return { answer: await askApi(query, this.#asOf) };
    } catch (error) {
      return errorReply(error);
    }
  }
}
