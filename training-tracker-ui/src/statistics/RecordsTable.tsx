import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Period, Records, RecordSession } from '@/api/types';
import { useFormat } from '@/preferences/format';
import { usePreferences } from '@/preferences/store';
import { isRide } from '@/training/pace';
import { formatPeriod } from '@/training/periods';
import { unitSymbol } from '@/training/units';
import { RecordRow } from './RecordRow';
import styles from './StatisticsPage.module.css';

type Props = { records: Records; withAthlete: boolean };

/** Every record with the session that holds it. */
export function RecordsTable({ records, withAthlete }: Props) {
  const { t } = useTranslation('statistics');
  const { units, language } = usePreferences();
  const format = useFormat();
  const pace = ({ value, session }: RecordSession) =>
    isRide(session.sport) ? format.speed({ duration: value, distance: 1 }) : format.paceOf(value);
  const band = ({ fromKm, toKm }: Records['fastestPaces'][number]) =>
    toKm === null
      ? t('records.bandFrom', { from: format.shortDistance(fromKm) })
      : t('records.band', { from: format.shortDistance(fromKm), to: format.shortDistance(toKm) });
  const row = (name: string, record: RecordSession | null, text: (record: RecordSession) => string) => (
    <RecordRow
      key={name}
      name={name}
      value={record ? text(record) : '–'}
      session={record?.session ?? null}
      withAthlete={withAthlete}
    />
  );
  const period = (name: string, by: 'week' | 'month', best: Period | null, value: string) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{best ? value : '–'}</td>
      <td>
        {best ? (
          <Link href={`/calendar?month=${best.start.slice(0, 7)}`}>
            {formatPeriod(by, best.start, language)}
          </Link>
        ) : null}
      </td>
      <td />
    </tr>
  );
  const { bestWeek, bestMonth } = records;
  const eddington = units === 'miles' ? records.eddingtonMiles : records.eddingtonKm;
  const unit = unitSymbol(units);
  return (
    <table className={[styles.table, styles.records].join(' ')}>
      <thead>
        <tr>
          <th scope="col">{t('records.record')}</th>
          <th scope="col">{t('records.value')}</th>
          <th scope="col">{t('records.when')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('records.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {row(t('records.longestDistance'), records.longestDistance, ({ value }) => format.distance(value))}
        {row(t('records.longestDuration'), records.longestDuration, ({ value }) => format.duration(value))}
        {records.fastestPaces.map((each) =>
          row(t('records.fastest', { band: band(each) }), each.record, pace),
        )}
        {period(
          t('records.bestWeekDistance'),
          'week',
          bestWeek.byDistance,
          format.distance(bestWeek.byDistance?.totalDistance),
        )}
        {period(
          t('records.bestWeekTime'),
          'week',
          bestWeek.byDuration,
          format.hours(bestWeek.byDuration?.totalDuration),
        )}
        {period(
          t('records.bestMonthDistance'),
          'month',
          bestMonth.byDistance,
          format.distance(bestMonth.byDistance?.totalDistance),
        )}
        {period(
          t('records.bestMonthTime'),
          'month',
          bestMonth.byDuration,
          format.hours(bestMonth.byDuration?.totalDuration),
        )}
        <tr>
          <th scope="row">{t('records.eddington')}</th>
          <td>{format.number(eddington)}</td>
          <td>
            {eddington > 0
              ? t('records.eddingtonMeans', { number: format.number(eddington), unit })
              : t('records.eddingtonNone', { unit })}
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
