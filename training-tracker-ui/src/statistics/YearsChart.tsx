import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { usePreferences } from '@/preferences/store';
import { addDays, dayOf, formatDay, type Day } from '@/training/days';
import type { Measure } from '@/training/measures';
import { placeInYear, type YearLine } from './series';
import styles from './StatisticsPage.module.css';
import { useAxis } from './useAxis';

type Props = { lines: readonly YearLine[]; measure: Measure; today: Day; height: number };
type Row = Record<string, number | null> & { place: number };

const TICK = { fill: 'var(--text-soft)', fontSize: 12 };
const MONTHS = Array.from({ length: 12 }, (_, index) => placeInYear(dayOf(2024, index + 1, 1)));
/** Told apart by their dashes as well as by their colours. */
const DASHES = ['', '', '7 3', '2 3', '9 3 2 3'];

export default function YearsChart({ lines, measure, today, height }: Props) {
  const { language } = usePreferences();
  const axis = useAxis(measure);
  const data = Array.from({ length: 366 }, (_, place): Row => {
    const row: Row = { place };
    for (const line of lines) {
      const sum = line.sums[place];
      row[String(line.year)] = sum == null ? null : axis.scaled(sum);
    }
    return row;
  });
  const nameOf = (place: number, options: Intl.DateTimeFormatOptions) =>
    formatDay(addDays('2024-01-01', place), language, options);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="place"
          type="number"
          domain={[0, 365]}
          ticks={MONTHS}
          tickFormatter={(place: number) => nameOf(place, { month: 'short' })}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={10}
        />
        <YAxis tickFormatter={axis.tick} tick={TICK} tickLine={false} axisLine={false} width={52} />
        <ReferenceLine x={placeInYear(today)} stroke="var(--line-strong)" strokeDasharray="3 3" />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) =>
            active && typeof label === 'number' ? (
              <div className={styles.tooltip}>
                <div>{nameOf(label, { day: 'numeric', month: 'long' })}</div>
                {lines.map((line) =>
                  line.sums[label] == null ? null : (
                    <div key={line.year}>
                      {line.year}: <strong>{axis.text(line.sums[label])}</strong>
                    </div>
                  ),
                )}
              </div>
            ) : null
          }
        />
        {lines.map((line, index) => (
          <Line
            key={line.year}
            dataKey={String(line.year)}
            type="linear"
            dot={false}
            activeDot={{ r: 3 }}
            stroke={`var(--line-${String(index)})`}
            strokeWidth={index === 0 ? 3 : 1.75}
            strokeDasharray={DASHES[index] ?? ''}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
