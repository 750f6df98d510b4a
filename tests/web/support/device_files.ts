// Small files as a watch writes them: the same run on 2026-11-15 at 08:00 UTC, but for what each kind cannot say.

/** 30 minutes, 5 km. */
export const TCX = `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>
<Activity Sport="Running"><Id>2026-11-15T08:00:00Z</Id>
<Lap StartTime="2026-11-15T08:00:00Z"><TotalTimeSeconds>900</TotalTimeSeconds><DistanceMeters>2400</DistanceMeters></Lap>
<Lap StartTime="2026-11-15T08:15:00Z"><TotalTimeSeconds>900</TotalTimeSeconds><DistanceMeters>2600</DistanceMeters></Lap>
</Activity></Activities></TrainingCenterDatabase>
`;

/** 20 minutes along the equator: 0.03 degrees are 3.34 km. */
export const GPX = `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Along the line</name><type>running</type><trkseg>
<trkpt lat="0" lon="0"><time>2026-11-14T08:00:00Z</time></trkpt>
<trkpt lat="0" lon="0.015"><time>2026-11-14T08:10:00Z</time></trkpt>
<trkpt lat="0" lon="0.03"><time>2026-11-14T08:20:00Z</time></trkpt>
</trkseg></trk></gpx>
`;

/** The checksum of FIT: CRC-16 with the polynomial 0xA001. */
function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

const littleEndian = (value: number, bytes: number) => Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) & 0xff);

/** One session message: 52:31.5, 10.42 km, run, RPE 6.5. https://developer.garmin.com/fit/protocol/ */
export function fitFile(): Uint8Array {
  const start = Date.parse("2026-11-13T08:00:00Z") / 1000 - Date.parse("1989-12-31T00:00:00Z") / 1000;
  // Field, bytes, base type, value.
  const fields = [
    [2, 4, 0x86, start],
    [5, 1, 0x00, 1],
    [7, 4, 0x86, 3_600_000],
    [8, 4, 0x86, 3_151_500],
    [9, 4, 0x86, 1_042_000],
    [193, 1, 0x02, 65],
  ] as const;
  const definition = [0x40, 0, 0, ...littleEndian(18, 2), fields.length, ...fields.flatMap(([field, size, type]) => [field, size, type])];
  const message = [0, ...fields.flatMap(([, size, , value]) => littleEndian(value, size))];
  const data = [...definition, ...message];
  const header = [14, 0x10, ...littleEndian(2141, 2), ...littleEndian(data.length, 4), ...".FIT"].map((part) =>
    typeof part === "string" ? part.charCodeAt(0) : part,
  );
  const withoutSum = Uint8Array.from([...header, ...littleEndian(crc16(Uint8Array.from(header)), 2), ...data]);
  return Uint8Array.from([...withoutSum, ...littleEndian(crc16(withoutSum), 2)]);
}
