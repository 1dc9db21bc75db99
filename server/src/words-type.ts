/** The words of a problem: Vietnamese, then English. */
export interface Words {
  readonly title: readonly [vi: string, en: string];
  readonly detail: readonly [vi: string, en: string];
}
