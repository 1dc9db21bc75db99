// What services throw when they cannot do what was asked: a code with values; its words are in error-words.ts.

export type Values = Readonly<Record<string, string | number>>;

abstract class Refusal extends Error {
  readonly code: string;
  readonly values: Values;

  constructor(code: string, values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Not there, or not any more. */
export class NotFound extends Refusal {
  override readonly name = 'NotFound';
}

/** It does not fit what is there now; `more` joins the answer. */
export class Conflict extends Refusal {
  override readonly name = 'Conflict';
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, values: Values = {}, more: Readonly<Record<string, unknown>> = {}) {
    super(code, values);
    this.more = more;
  }
}

/** It makes no sense as it was asked. */
export class Invalid extends Refusal {
  override readonly name = 'Invalid';
}

/** It is known who asks, and they may not do it; what they may not even see is `NotFound`. */
export class Forbidden extends Refusal {
  override readonly name = 'Forbidden';

  constructor(code = 'not-allowed', values: Values = {}) {
    super(code, values);
  }
}

/** Who asks could not prove who they are. */
export class NotProven extends Refusal {
  override readonly name = 'NotProven';
}

/** Tried more often than is good; `values.minutes` says how long to wait. */
export class TooOften extends Refusal {
  override readonly name = 'TooOften';
}
