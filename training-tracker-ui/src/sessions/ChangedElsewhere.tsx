import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { Button } from '@/components/Button';
import { useSummary } from './formTexts';
import styles from './SessionForm.module.css';

type Props = { session: Session; onTheirs: () => void; onMine: () => void };

/** Two people (or two tabs) edited the same session: nothing is overwritten unasked. */
export function ChangedElsewhere({ session, onTheirs, onMine }: Props) {
  const { t } = useTranslation('sessions');
  const summary = useSummary();
  const text = session.notes ? `${summary(session)} – ${session.notes}` : summary(session);
  return (
    <section className={styles.conflict} role="alert">
      <h3>{t('changed.title')}</h3>
      <p>{t('changed.text', { session: text })}</p>
      <div className={styles.actions}>
        <Button onClick={onTheirs}>{t('changed.theirs')}</Button>
        <Button kind="danger" onClick={onMine}>
          {t('changed.mine')}
        </Button>
      </div>
    </section>
  );
}
