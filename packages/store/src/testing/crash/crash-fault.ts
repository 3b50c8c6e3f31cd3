/** What a crash should not have left behind. */
export class CrashFault extends Error {
  override readonly name = 'CrashFault';
}
