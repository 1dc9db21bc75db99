// What services throw when they cannot do what was asked: a code with values; its words are in error-words.ts.

export type Values = Readonly<Record<string, string | number>>;

/** Not there, or not any more. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  readonly code: string;
  readonly values: Values;

  constructor(code: string, values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** It does not fit what is there now; `more` joins the answer. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly code: string;
  readonly values: Values;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, values: Values = {}, more: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.values = values;
    this.more = more;
  }
}

/** It makes no sense as it was asked. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
  readonly code: string;
  readonly values: Values;

  constructor(code: string, values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** It is known who asks, and they may not do it; what they may not even see is `NotFound`. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  readonly code: string;
  readonly values: Values;

  constructor(code = 'not-allowed', values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Who asks could not prove who they are. */
export class NotProven extends Error {
  override readonly name = 'NotProven';
  readonly code: string;
  readonly values: Values;

  constructor(code: string, values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** Tried more often than is good; `values.minutes` says how long to wait. */
export class TooOften extends Error {
  override readonly name = 'TooOften';
  readonly code: string;
  readonly values: Values;

  constructor(code: string, values: Values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
