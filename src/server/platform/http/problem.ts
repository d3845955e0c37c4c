import type { Decision } from '../../../domain/access/decision.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { type FieldError, type ProblemCode, problems } from '../../../api/problem.ts';

interface More {
  /** One more sentence for the caller, in English: what exactly, and what to do. Never internal. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly decision?: Decision;
  /** Members of the answer beside the standard ones, such as free alternatives. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** Whose sign-in was refused: for the decision that says why. Never answered. */
  readonly refusedId?: Id<'cus'>;
  /** What the decision was made on: kept with the refusal, never answered (R18). */
  readonly refused?: { readonly decision: Decision; readonly facts: object; readonly source?: string };
  /**
   * What the caller would need, and where: for saying it in words, with who could give it. Never answered.
   */
  readonly missing?: { readonly permission: Permission; readonly locationId: Id<'loc'> | null };
  /** The roles of those who could give it, for the sentence; never answered as they are. */
  readonly givenBy?: readonly { readonly role: string; readonly name: string; readonly isFixed: boolean }[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** The only thing the shell throws: a no that the caller can read (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly more: More;

  constructor(code: ProblemCode, more: More = {}) {
    super(more.detail ?? code, { cause: more.cause });
    this.code = code;
    this.status = problems[code].status;
    this.more = more;
  }
}

/** A single field at fault, in the shape of a failed validation. */
export const fieldProblem = (field: string, code: string, detail: string): Problem =>
  new Problem('notValid', { detail, errors: [{ field, code, detail }] });
