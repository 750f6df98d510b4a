import { useTranslation } from 'react-i18next';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { formatMeasure, measureOf, MEASURES, type PeriodTotals } from '@/training/measures';
import { isRide } from '@/training/pace';
import { changeOf } from './series';
import styles from './StatisticsPage.module.css';

type Props = {
  totals: PeriodTotals;
  before: PeriodTotals;
  sport: string | undefined;
};

/** The sums of the window, each with what it was before. */
export function TotalsTiles({ totals, before, sport }: Props) {
  const { t } = useTranslation(['statistics', 'training']);
  const { units, language } = usePreferences();
  const format = useFormat();
  const was = (value: string) => t('before', { value });
  const effort = (of: PeriodTotals) =>
    format.paceOrSpeed({ duration: of.paceDuration, distance: of.paceDistance }, sport);
  return (
    <dl className={styles.tiles}>
      {MEASURES.map((measure) => {
        const now = measureOf(totals, measure);
        const then = measureOf(before, measure);
        return (
          <div key={measure} className={styles.tile}>
            <dt>{t(`training:measure.${measure}`)}</dt>
            <dd>
              <strong>{formatMeasure(now, measure, units, language)}</strong>
              <Change change={changeOf(now, then)} />
              <small>{was(formatMeasure(then, measure, units, language))}</small>
            </dd>
          </div>
        );
      })}
      <div className={styles.tile}>
        <dt>{isRide(sport) ? t('speed') : t('pace')}</dt>
        <dd>
          <strong>{effort(totals)}</strong>
          <small>{was(effort(before))}</small>
        </dd>
      </div>
    </dl>
  );
}

function Change({ change }: { change: number | null }) {
  const { t } = useTranslation('statistics');
  const { language } = usePreferences();
  if (change === null) return null;
  const whole = Math.round(change);
  if (whole === 0) return <span className={styles.change}>{t('same')}</span>;
  const text = new Intl.NumberFormat(language, { style: 'percent', signDisplay: 'always' }).format(
    whole / 100,
  );
  return <span className={styles.change}>{text}</span>;
}
