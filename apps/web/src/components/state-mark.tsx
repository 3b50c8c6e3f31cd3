import type { Icon } from '@tabler/icons-react';
import classes from './state-mark.module.css';

/** How a state is coloured; `plain` is the colour of text. */
export type Tone = 'plain' | 'good' | 'open' | 'doubtful' | 'bad' | 'over';

interface StateMarkProps {
  readonly state: string;
  readonly mark: Icon;
  readonly tone: Tone;
  readonly word: string;
}

/** A state: a word and a shape, with a colour besides. */
export function StateMark({ mark: Mark, state, tone, word }: StateMarkProps) {
  return (
    <span className={classes.mark} data-state={state} data-tone={tone}>
      <Mark size={16} stroke={1.75} aria-hidden="true" />
      {word}
    </span>
  );
}
