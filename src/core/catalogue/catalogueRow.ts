import type { Actor, Discrepancy } from '../diagnosis/diagnosis.ts';
import type { CatalogueEntry, SpecificationRow } from './entry.ts';
import { catalogue } from './index.ts';

/** A catalogue entry as plain data (design: the automation contract's `catalogue()`). */
export interface CatalogueRow {
  readonly code: string;
  readonly origin: CatalogueEntry['origin'];
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
  /** steps, with `.backend` or `.rest` where only one route has it */
  readonly surfaces: readonly string[];
  /** `none`: no HTTP response, or the status is beside the point */
  readonly statuses: readonly (number | 'none')[];
  readonly specification?: SpecificationRow;
  /** `actor`: who must usually act; `advice`: it is only ever a remark, never the verdict */
  readonly variants: readonly {
    readonly variant: string;
    readonly title: string;
    readonly actor: Actor;
    readonly advice?: true;
  }[];
  /** where the official SDKs differ from what is promised */
  readonly discrepancies?: readonly Discrepancy[];
}

/** The entry without its recognisers. */
export function catalogueRow(entry: CatalogueEntry): CatalogueRow {
  const { code, origin, title, cause, remedy, surfaces, specification, variants, discrepancies } = entry;
  return {
    code,
    origin,
    title,
    cause,
    remedy,
    surfaces: surfaces.map(({ step, route }) => (route === undefined ? step : `${step}.${route}`)),
    statuses: [...new Set(surfaces.flatMap(({ statuses }) => statuses))],
    ...(specification !== undefined && { specification }),
    variants: Object.entries(variants).map(([variant, { title: name, actor, of }]) => ({
      variant,
      title: name,
      actor,
      ...(of?.length === 0 && { advice: true as const }),
    })),
    ...(discrepancies !== undefined && {
      discrepancies: discrepancies.map(({ variants: _, ...discrepancy }) => discrepancy),
    }),
  };
}

/** All of them, in the catalogue's order. */
export const catalogueRows: readonly CatalogueRow[] = catalogue.map(catalogueRow);
