import { useTranslation } from 'react-i18next';
import type { Records, Streak } from '@/api/types';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { formatRange } from '@/training/periods';
import styles from './StatisticsPage.module.css';

/** Days and weeks in a row, now and at best. */
export function Streaks({ records }: { records: Records }) {
  const { t } = useTranslation('statistics');
  const { language } = usePreferences();
  const format = useFormat();
  const { dailyStreak, weeklyStreak } = records;
  const tile = (name: string, streak: Streak | null, unit: 'days' | 'weeks') => (
    <div className={styles.tile}>
      <dt>{name}</dt>
      <dd>
        <strong>
          {streak
            ? t(`streaks.${unit}`, { count: streak.length, formatted: format.number(streak.length) })
            : t('streaks.none')}
        </strong>
        {streak ? <small>{formatRange(streak.start, streak.end, language)}</small> : null}
      </dd>
    </div>
  );
  return (
    <>
      <dl className={styles.tiles}>
        {tile(t('streaks.currentDaily'), dailyStreak.current, 'days')}
        {tile(t('streaks.longestDaily'), dailyStreak.longest, 'days')}
        {tile(t('streaks.currentWeekly'), weeklyStreak.current, 'weeks')}
        {tile(t('streaks.longestWeekly'), weeklyStreak.longest, 'weeks')}
      </dl>
      <p className={styles.note}>
        {t('streaks.active', {
          days: format.number(records.activeDays),
          weeks: format.number(records.activeWeeks),
          months: format.number(records.activeMonths),
        })}
      </p>
    </>
  );
}
