// Before Unicode, Vietnamese was typed in fonts that drew Vietnamese letters in the places of Western ones.

const pairs = (places: string, letters: string): [string, string][] =>
  [...places].map((place, index) => [place, [...letters][index] ?? '']);

/** TCVN 5712:1993 (VN3, "ABC"), as its bytes look in windows-1252; upper-case fonts draw capitals for the same bytes. */
const TCVN3: ReadonlyMap<string, string> = new Map([
  ...pairs('¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'),
  ...pairs('¨©ª«¬\u00ad®', 'ăâêôơưđ'),
  ...pairs('µ¶·¸¹»¼½¾Æ', 'àảãáạằẳẵắặ'),
  ...pairs('ÇÈÉÊËÌÎÏÐÑ', 'ầẩẫấậèẻẽéẹ'),
  ...pairs('ÒÓÔÕÖ×ØÜÝÞ', 'ềểễếệìỉĩíị'),
  ...pairs('ßáâãäåæçèé', 'òỏõóọồổỗốộ'),
  ...pairs('êëìíîïñòóô', 'ờởỡớợùủũúụ'),
  ...pairs('õö÷øùúûüýþ', 'ừửữứựỳỷỹýỵ'),
]);

const TCVN3_LETTERS = /[\u00a1-\u00fe]/g;

/** Reads text that was typed in a TCVN3 font (".VnTime") and decoded as windows-1252. */
export function fromTcvn3(text: string): string {
  return text.replace(TCVN3_LETTERS, (place) => TCVN3.get(place) ?? place);
}

const VNI_SINGLE: ReadonlyMap<string, string> = new Map([
  ...pairs('ñÑöÖôÔ', 'đĐưƯơƠ'),
  ...pairs('íìæóòîÍÌÆÓÒÎ', 'íìỉĩịỵÍÌỈĨỊỴ'),
]);

const MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);

const VNI_LETTERS = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñöôíìæóòî]/gi;

/** Reads text that was typed in a VNI font ("VNI-Times") and decoded as windows-1252: a letter, then its mark. */
export function fromVni(text: string): string {
  return text
    .replace(VNI_LETTERS, (place, letter: string | undefined, mark: string | undefined) =>
      letter === undefined || mark === undefined
        ? (VNI_SINGLE.get(place) ?? place)
        : (VNI_SINGLE.get(letter) ?? letter) + (MARKS.get(mark.toLowerCase()) ?? mark),
    )
    .normalize('NFC');
}

/** How text in a font of that name is to be read; null for Unicode fonts. */
export function legacyFont(name: string): ((text: string) => string) | null {
  if (/^\.vn/i.test(name)) return name.endsWith('H') ? (text) => fromTcvn3(text).toUpperCase() : fromTcvn3;
  if (/^vni[- ]/i.test(name)) return fromVni;
  return null;
}
