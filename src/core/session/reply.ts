/** One item of FastAPI's `detail` array. `input` is never kept: it can echo the caller's SDP. */
export interface ValidationItem {
  readonly type: string;
  readonly loc: readonly (string | number)[];
  readonly msg: string;
}

/** What a backend passed on of an error that it met upstream, found at any depth of its reply. */
export interface PassedOn {
  readonly name?: string;
  readonly code?: string;
  readonly status?: number;
  readonly message?: string;
}

/**
 * What a reply says, whatever its shape. `answeredBy` is decided first, from the shape alone:
 * the envelope or a FastAPI `detail` is Orga's; the Node SDK's texts are the developer's backend's;
 * HTML, foreign JSON or nothing is nobody's that we can name.
 */
export interface ReplyReading {
  readonly format: 'envelope' | 'detail' | 'sdk-text' | 'json' | 'html' | 'text' | 'empty' | 'malformed-json';
  readonly answeredBy: 'orga' | 'backend' | 'unknown';
  /** The envelope stood inside another one's `message`. */
  readonly nested?: boolean;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  readonly message?: string;
  readonly detail?: readonly ValidationItem[];
  readonly passedOn?: PassedOn;
}
