/**
 * Where a member stops being small. Both engines share the line, so that whoever reads their parts sees one shape.
 */

/**
 * A member of at most this many bytes comes as one `whole` part, a larger one as `begin`, `chunk`s and `end`.
 * What counts is the true size, not the hint. One MiB keeps what an engine holds of several members small,
 * and is long enough that a large member's blocks lose nothing measurable to their boundaries.
 */
export const WHOLE_MEMBER_LIMIT: number = 1 << 20;
