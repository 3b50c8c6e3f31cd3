import { type Answer, DIMENSIONS, type PortfolioAnswer, type Query } from '@corridor/domain';
import { type Answerer, errorReply } from './answerer.ts';
import { askApi } from './ask-api.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { EngineInfo, ShownMoment } from './protocol.ts';
import type { Reply } from './question-desk.ts';

/** Has the server answer: where no browser could hold the table, or until this one does. */
export class AskedServer implements Answerer {
  readonly info: EngineInfo;

  readonly #asOf: string | null;
  /** Answers that are known without asking, by what is asked, both as JSON texts. */
  readonly #known: ReadonlyMap<string, string>;

  private constructor(info: EngineInfo, asOf: string | null, known: ReadonlyMap<string, string>) {
    this.info = info;
    this.#asOf = asOf;
    this.#known = known;
  }

  /** Asks only what was not kept: for a server that has the revision of what was. */
  static resume({ answers, info }: KeptAnswers): AskedServer {
    return new AskedServer({ ...info, engine: 'kept' }, null, answers);
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
      new Map(),
    );
  }

  async answer(query: Query): Promise<Reply> {
    const known = this.#known.get(JSON.stringify(query));
    if (known !== undefined) return { answer: readAnswer(known) };
    try {
      return { answer: await askApi(query, this.#asOf) };
    } catch (error) {
      return errorReply(error);
    }
  }
}

/** The text is one that this program wrote. */
function readAnswer(text: string): Answer {
  const answer: Answer = JSON.parse(text);
  return answer;
}
