// A photograph made small enough for a slow line and still legible. It is drawn anew, so that nothing else that the camera wrote
// into the file (place, time, device) leaves the phone.

/** Pixels of the longer side: a page of A4 photographed whole can still be read. */
const longest = 2000;
/** Bytes aimed at. */
const heaviest = 1_200_000;
const qualities = [0.85, 0.75, 0.65, 0.5] as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size that fits, in the same proportion; never larger than it was, never less than a pixel. */
export function fitted({ width, height }: Size, most = longest): Size {
  const scale = Math.min(1, most / Math.max(width, height, 1));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** Encodes with less and less quality until it is light enough; the lightest if none is. */
export async function lightEnough<T extends { readonly size: number }>(
  encode: (quality: number) => Promise<T | null>,
  most = heaviest,
): Promise<T | null> {
  let lightest: T | null = null;
  for (const quality of qualities) {
    const made = await encode(quality);
    if (made && (lightest === null || made.size < lightest.size)) lightest = made;
    if (made && made.size <= most) return made;
  }
  return lightest;
}

/** "IMG_2041.HEIC" as "IMG_2041.jpg". */
export const jpegName = (name: string): string => `${name.replace(/\.[^.]*$/, '') || 'anh'}.jpg`;

export const isPhoto = (file: { readonly type: string; readonly name: string }): boolean =>
  file.type.startsWith('image/') || /\.(jpe?g|png|webp|heic|heif|gif|bmp)$/i.test(file.name);

/** Null where the browser cannot read the picture. */
export async function shrunk(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  const { width, height } = fitted(picture);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return null;
  // JPEG knows no transparency: without a ground it would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return lightEnough(
    (quality) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality)),
  );
}
