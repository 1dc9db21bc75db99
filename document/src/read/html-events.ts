// HTML as events. The library's own parser keeps its open elements in a list that it shifts at every tag, which is
// quadratic on deep nesting; so this one stands on its tokenizer and leaves the elements to the reader.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export type HtmlAttributes = Readonly<Record<string, string>>;

export interface HtmlHandler {
  /** `closed` where the tag closes itself, as `<svg/>`; names are in lower case. */
  open(name: string, attributes: HtmlAttributes, closed: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

export function readHtmlEvents(html: string, handler: HtmlHandler): void {
  let name = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value: string[] = [];
  const finish = (closed: boolean): void => {
    if (name !== '') handler.open(name, attributes, closed);
    name = '';
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => handler.text(html.slice(start, end)),
    ontextentity: (code) => handler.text(fromCode(code)),
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      attributes = Object.create(null) as Record<string, string>;
    },
    onattribname: (start, end) => void (attribute = html.slice(start, end).toLowerCase()),
    onattribdata: (start, end) => void value.push(html.slice(start, end)),
    onattribentity: (code) => void value.push(fromCode(code)),
    onattribend() {
      attributes[attribute] ??= value.join('');
      value = [];
    },
    onopentagend: () => finish(false),
    onselfclosingtag: () => finish(true),
    onclosetag: (start, end) => handler.close(html.slice(start, end).toLowerCase()),
    oncdata: (start, end, offset) => handler.text(html.slice(start, end - offset)),
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: false },
    callbacks,
  );
  tokenizer.write(html);
  tokenizer.end();
}

const fromCode = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
