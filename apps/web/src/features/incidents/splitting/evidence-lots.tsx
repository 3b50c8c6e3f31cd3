import type { Claim, Draft } from '@corridor/domain';
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { sourceName } from '../source-text.ts';
import { claimKey, LOTS, type Lot, type Lots, lotOfClaim, lotOfSource, sourceKey } from './share-evidence.ts';
import classes from './splitting.module.css';

interface EvidenceLotsProps {
  readonly draft: Draft;
  readonly lots: Lots;
  readonly onChange: (lots: Lots) => void;
}

/** With which of the two records each source and each claim is. */
export function EvidenceLots({ draft: { claims, sources }, lots, onChange }: EvidenceLotsProps) {
  const { t } = useTranslation('splitting');
  const claimText = useClaimText();
  const choose = (key: string) => (lot: Lot) => onChange(new Map([...lots, [key, lot]]));
  return (
    <>
      {sources.length > 0 && (
        <FormSection title={t('sources.title')} note={t('sources.note')}>
          <ul className={classes.lots}>
            {sources.map((source) => (
              <LotRow
                key={sourceKey(source)}
                name={sourceName(source)}
                detail={source.publisher}
                lot={lotOfSource(source, lots)}
                onChoose={choose(sourceKey(source))}
              />
            ))}
          </ul>
        </FormSection>
      )}
      {claims.length > 0 && (
        <FormSection title={t('claims.title')} note={t('claims.note')}>
          <ul className={classes.lots}>
            {claims.map((claim) => (
              <LotRow
                key={claimKey(claim)}
                name={claimText(claim)}
                detail={claim.note}
                lot={lotOfClaim(claim, sources, lots)}
                onChoose={choose(claimKey(claim))}
              />
            ))}
          </ul>
        </FormSection>
      )}
    </>
  );
}

interface LotRowProps {
  readonly name: string;
  readonly detail: string;
  readonly lot: Lot;
  readonly onChoose: (lot: Lot) => void;
}

function LotRow({ detail, lot, name, onChoose }: LotRowProps) {
  const { t } = useTranslation('splitting');
  return (
    <li>
      <span>
        {name}
        {detail !== '' && detail !== name && <small>{detail}</small>}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={name}
        value={lot}
        onChange={onChoose}
        data={LOTS.map((value) => ({ value, label: t(`lots.${value}`) }))}
      />
    </li>
  );
}

function useClaimText(): (claim: Claim) => string {
  const { t } = useTranslation(['splitting', 'incidents']);
  const format = useFormat();
  return ({ by, kind, toll }) =>
    t('splitting:claims.line', { by, toll: format.range(toll), kind: t(`incidents:record.claimKind.${kind}`) });
}
