// Lights up pieces of the sheet and fields of the draft together. One small stylesheet changes; nothing is drawn again,
// which keeps a document of a hundred pages fluid.

const chosenSheet = new CSSStyleSheet();
const hoveredSheet = new CSSStyleSheet();
if (!document.adoptedStyleSheets.includes(chosenSheet)) {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, chosenSheet, hoveredSheet];
}

/** Keeps a task and its fields lit on the sheet; null puts the light out. */
export function chooseOnSheet(taskId: string | null): void {
  if (taskId === null) return chosenSheet.replaceSync('');
  const id = CSS.escape(taskId);
  chosenSheet.replaceSync(`
    [data-m~="task:${id}"] { background: var(--task-wash); }
    [data-m*="item:${id}:"] { background: var(--item-mark); }
    [data-m*="coordinating:${id}:"] { background: var(--coordinating-mark); border-bottom-color: var(--ink-soft); }
    [data-m*="lead:${id}:"] { background: var(--lead-mark); border-bottom-color: var(--river); }
    [data-m~="due:${id}"] { background: var(--due-mark); border-bottom-color: var(--soon); }
    [data-chip="${id}"] { background: var(--river); color: var(--on-river); border-color: var(--river); }
  `);
}

/** Lights these marks, and the fields they belong to, while the pointer or the focus is on one of them. */
export function hover(marks: readonly string[]): void {
  const of = (attribute: string) => marks.map((mark) => `[${attribute}~="${CSS.escape(mark)}"]`).join(',');
  hoveredSheet.replaceSync(
    marks.length === 0
      ? ''
      : `${of('data-m')} { background: var(--river-tint) !important; box-shadow: 0 0 0 2px var(--river-tint); border-radius: 1px; }
         ${of('data-for')} { background: var(--river-wash) !important; }`,
  );
}

/** Brings a mark on the sheet into view; twice, because pages not yet drawn only have a guessed height. */
export function showMark(sheet: HTMLElement | null, mark: string): void {
  const find = () => sheet?.querySelector<HTMLElement>(`[data-m~="${CSS.escape(mark)}"]`);
  bringIntoView(find() ?? null);
  requestAnimationFrame(() => bringIntoView(find() ?? null));
}

/** The same for a place of the text. */
export function showOffset(sheet: HTMLElement | null, offset: number): void {
  const pieces = [...(sheet?.querySelectorAll<HTMLElement>('[data-s]') ?? [])];
  const piece = pieces.findLast((one) => Number(one.dataset['s']) <= offset) ?? null;
  bringIntoView(piece);
  requestAnimationFrame(() => bringIntoView(piece));
}

function bringIntoView(element: HTMLElement | null): void {
  if (!element) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm || isFar(element) ? 'instant' : 'smooth' });
}

const isFar = (element: HTMLElement) => Math.abs(element.getBoundingClientRect().top) > 3 * innerHeight;
