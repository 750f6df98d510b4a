import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Segments } from '@/components/Segments';
import { usePreferences } from '@/preferences/store';
import type { Day } from '@/training/days';
import styles from './StatisticsPage.module.css';
import { COUNTS, KINDS, shiftedUntil, type Choice } from './window';

type Props = { choice: Choice; today: Day; onChange: (change: Record<string, string | null>) => void };

/** Which periods, how many, and until when. */
export function WindowChoice({ choice, today, onChange }: Props) {
  const { t } = useTranslation('statistics');
  const { weekStart } = usePreferences();
  const { by, count } = choice;
  const move = (direction: 1 | -1) => onChange({ until: shiftedUntil(choice, direction, today, weekStart) });
  return (
    <div className={styles.controls}>
      <Segments
        label={t('by.label')}
        value={by}
        options={KINDS.map((kind) => ({ value: kind, label: t(`by.${kind}`) }))}
        onChange={(kind) => onChange({ by: kind === 'week' ? null : kind, count: null })}
      />
      <select
        className={styles.count}
        aria-label={t('count.label')}
        value={count}
        onChange={(event) =>
          onChange({ count: event.target.value === String(COUNTS[by][0]) ? null : event.target.value })
        }
      >
        {[...COUNTS[by]]
          .sort((a, b) => a - b)
          .map((each) => (
            <option key={each} value={each}>
              {t(`count.${by}`, { count: each })}
            </option>
          ))}
      </select>
      <div className={styles.moves}>
        <Button icon="left" iconOnly={t('earlier')} onClick={() => move(-1)} />
        <Button icon="right" iconOnly={t('later')} disabled={choice.until === null} onClick={() => move(1)} />
        <Button disabled={choice.until === null} onClick={() => onChange({ until: null })}>
          {t('now')}
        </Button>
      </div>
    </div>
  );
}
