import { FramedRecord } from './framed-record.tsx';
import classes from './record-beside.module.css';

interface RecordBesideProps {
  /** Null where none is open. */
  readonly id: string | null;
  readonly onClose: () => void;
}

/** A record over what stands beside a form, to compare with. */
export function RecordBeside(props: RecordBesideProps) {
  return <FramedRecord {...props} position={undefined} count={null} onStep={null} className={classes.record ?? ''} />;
}
