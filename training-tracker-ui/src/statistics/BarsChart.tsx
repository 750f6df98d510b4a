import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { usePreferences } from '@/preferences/store';
import type { Measure } from '@/training/measures';
import { formatPeriod, type PeriodKind } from '@/training/periods';
import type { Bar as PeriodBar } from './series';
import { ChartTooltip } from './ChartTooltip';
import { useAxis } from './useAxis';

type Props = { bars: readonly PeriodBar[]; by: PeriodKind; measure: Measure; height: number };

const TICK = { fill: 'var(--text-soft)', fontSize: 12 };

export default function BarsChart({ bars, by, measure, height }: Props) {
  const { language } = usePreferences();
  const axis = useAxis(measure);
  const data = bars.map((bar) => ({
    ...bar,
    shown: axis.scaled(bar.value),
    shownBefore: axis.scaled(bar.before),
  }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={data}
        accessibilityLayer={false}
        barGap={1}
        barCategoryGap={data.length > 30 ? '8%' : '18%'}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="start"
          tickFormatter={(start: string) => formatPeriod(by, start, language, 'short')}
          tick={TICK}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          minTickGap={12}
        />
        <YAxis
          tickFormatter={axis.tick}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={44}
          allowDecimals={measure === 'distance' || measure === 'time'}
        />
        <Tooltip
          cursor={{ fill: 'var(--hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const bar = payload[0]?.payload as PeriodBar | undefined;
            return active && bar ? <ChartTooltip bar={bar} by={by} measure={measure} /> : null;
          }}
        />
        <Bar dataKey="shownBefore" fill="var(--bar-before)" isAnimationActive={false} radius={[2, 2, 0, 0]} />
        <Bar dataKey="shown" fill="var(--accent)" isAnimationActive={false} radius={[2, 2, 0, 0]} />
      </BarChart>
    </ResponsiveContainer>
  );
}
