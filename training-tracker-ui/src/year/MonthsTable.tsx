import { useTranslation } from 'react-i18next';
import type { Period } from '@/api/types';
import { useFormat } from '@/preferences/format';
import { dayOf, type Day } from '@/training/days';
import { totalsOfPeriods } from '@/training/measures';
import styles from './YearPage.module.css';

/** The year's months in numbers. */
export function MonthsTable({ id, year, days }: { id: string; year: number; days: readonly Period[] }) {
  const { t } = useTranslation(['year', 'training']);
  const format = useFormat();
  const months = Array.from({ length: 12 }, (_, index) => dayOf(year, index + 1, 1));
  const row = (name: string, of: readonly Period[]) => {
    const totals = totalsOfPeriods(of);
    return (
      <tr key={name}>
        <th scope="row">{name}</th>
        <td>{format.number(totals.totalSessions)}</td>
        <td>{format.number(of.length)}</td>
        <td>{format.shortDistance(totals.totalDistance)}</td>
        <td>{format.hours(totals.totalDuration)}</td>
        <td>{totals.load > 0 ? format.number(totals.load) : '–'}</td>
      </tr>
    );
  };
  const ofMonth = (month: Day) => days.filter((day) => day.start.startsWith(month.slice(0, 7)));
  return (
    <table id={id} className={styles.table}>
      <caption className="visually-hidden">{year}</caption>
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          <th scope="col">{t('training:measure.sessions')}</th>
          <th scope="col">{t('activeDays')}</th>
          <th scope="col">{t('training:measure.distance')}</th>
          <th scope="col">{t('training:measure.time')}</th>
          <th scope="col">{t('training:measure.load')}</th>
        </tr>
      </thead>
      <tbody>{months.map((month) => row(format.day(month, { month: 'short' }), ofMonth(month)))}</tbody>
      <tfoot>{row(t('total'), days)}</tfoot>
    </table>
  );
}
