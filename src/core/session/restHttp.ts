import type { ReplyReading } from './reply.ts';

/** What the specification wants logged of a failed request: of a validation error, its first item. */
export function restHttp(
  status: number,
  reading: ReplyReading,
): { status: number; type?: string; code?: string; param?: string; message?: string } {
  const [item] = reading.detail ?? [];
  const type = item?.type ?? reading.type;
  const param = item === undefined ? reading.param : item.loc.join('.');
  const message = item?.msg ?? reading.message;
  return {
    status,
    ...(type === undefined ? {} : { type }),
    ...(reading.code === undefined ? {} : { code: reading.code }),
    ...(param === undefined ? {} : { param }),
    ...(message === undefined ? {} : { message }),
  };
}
