import { CASUALTY_KINDS, type Claim } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import classes from './record-claims.module.css';
import { safeUrl } from './source-text.ts';

/** Who says which toll, side by side; nothing where nobody is quoted. */
export function RecordClaims({ claims }: { readonly claims: readonly Claim[] }) {
  const { t } = useTranslation('incidents');
  if (claims.length === 0) return null;
  const sorted = CASUALTY_KINDS.flatMap((kind) => claims.filter((claim) => claim.kind === kind));
  return (
    <table className={classes.claims}>
      <caption>{t('record.claims')}</caption>
      <tbody>
        {sorted.map((claim, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two claims may say the same
          <tr key={index}>
            <ClaimCells claim={claim} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClaimCells({ claim: { by, kind, note, source, toll } }: { readonly claim: Claim }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const href = source === null ? null : safeUrl(source);
  return (
    <>
      <th scope="row">
        {href === null ? (
          by
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {by}
          </a>
        )}
        {note && <small>{note}</small>}
      </th>
      <td>
        <b>{format.count(toll.best)}</b>
        {toll.low < toll.high && <> ({format.range(toll)})</>}
      </td>
      <td>{t(`record.claimKind.${kind}`)}</td>
    </>
  );
}
