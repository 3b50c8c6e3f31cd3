import type { Query } from '@corridor/domain';
import type { EngineInfo } from './protocol.ts';
import type { Reply } from './question-desk.ts';

/** What answers questions: the table in memory, or the server. */
export interface Answerer {
  readonly info: EngineInfo;
  answer(query: Query): Reply | Promise<Reply>;
}

export function errorReply(error: unknown): Reply {
  return { error: error instanceof Error ? error.message : String(error) };
}
