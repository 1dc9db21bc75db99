import { describe, expect, it } from 'vitest';
import { readText } from '../read/text.ts';
import type { Node } from '../tree.ts';
import { outline } from './outline.ts';

/** The tree as indented lines: "H" for a heading, then the paragraph. */
function tree(text: string): string {
  const source = readText(text, 'x', 'txt');
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    const words =
      node.type === 'table' ? 'TABLE' : `${node.heading ? 'H ' : ''}${source.text.slice(...node.span)}`;
    lines.push('  '.repeat(depth) + words);
    if (node.type === 'item') for (const child of node.children) walk(child, depth + 1);
  };
  for (const node of outline(source.text, source.blocks)) walk(node, 0);
  return lines.join('\n');
}

const lines = (...text: string[]): string => text.join('\n');

describe('outline', () => {
  it('stands letters below numbers below Roman figures', () => {
    expect(
      tree(
        'I. MỤC ĐÍCH\n\n1. Yêu cầu\n\na) Rõ việc.\n\nb) Rõ người.\n\n2. Phạm vi\n\na) Toàn tỉnh.\n\nII. KINH PHÍ\n\nNgân sách tỉnh bảo đảm.',
      ),
    ).toBe(
      lines(
        'H I. MỤC ĐÍCH',
        '  H 1. Yêu cầu',
        '    a) Rõ việc.',
        '    b) Rõ người.',
        '  H 2. Phạm vi',
        '    a) Toàn tỉnh.',
        'H II. KINH PHÍ',
        '  Ngân sách tỉnh bảo đảm.',
      ),
    );
  });

  it('goes on with a list of numbers behind inner bullets, also where a number stands twice', () => {
    expect(
      tree(
        'III. PHÂN CÔNG\n\n1. Sở Nội vụ\n\n- Việc một.\n\n+ Việc nhỏ.\n\n3. Sở Y tế\n\n- Việc hai.\n\n3. Sở Tư pháp\n\n- Việc ba.',
      ),
    ).toBe(
      lines(
        'H III. PHÂN CÔNG',
        '  H 1. Sở Nội vụ',
        '    - Việc một.',
        '      + Việc nhỏ.',
        '  H 3. Sở Y tế',
        '    - Việc hai.',
        '  H 3. Sở Tư pháp',
        '    - Việc ba.',
      ),
    );
  });

  it('takes "I." behind "H." for a letter and "I." before "II." for a figure', () => {
    expect(tree('G. BẢY\n\nH. TÁM\n\nI. CHÍN')).toBe(lines('H G. BẢY', 'H H. TÁM', 'H I. CHÍN'));
    expect(tree('A. PHẦN\n\nI. MỘT\n\nII. HAI\n\nB. PHẦN\n\nI. MỘT')).toBe(
      lines('H A. PHẦN', '  H I. MỘT', '  H II. HAI', 'H B. PHẦN', '  H I. MỘT'),
    );
  });

  it('puts a paragraph without a marker under the heading, not under the statement before it', () => {
    expect(
      tree(
        '1. Công an tỉnh\n\n- Kiểm tra.\n\nTham mưu giúp UBND tỉnh.\n\nTrong đó giao Giám đốc:\n\n- Đôn đốc.',
      ),
    ).toBe(
      lines(
        'H 1. Công an tỉnh',
        '  - Kiểm tra.',
        '  Tham mưu giúp UBND tỉnh.',
        '  H Trong đó giao Giám đốc:',
        '    - Đôn đốc.',
      ),
    );
  });

  it('puts a closing formula at the top', () => {
    expect(tree('IV. TỔ CHỨC\n\n1. Các sở:\n\n- Báo cáo.\n\nTrên đây là Kế hoạch của UBND tỉnh.')).toBe(
      lines('H IV. TỔ CHỨC', '  H 1. Các sở:', '    - Báo cáo.', 'Trên đây là Kế hoạch của UBND tỉnh.'),
    );
  });

  it('tells a heading with a full stop from a short statement', () => {
    expect(tree('4. Giao Sở Ngoại vụ.\n\nChủ trì, phối hợp với các sở.\n\n5. Giao Sở Y tế.\n\n6. Họp.')).toBe(
      lines('H 4. Giao Sở Ngoại vụ.', '  Chủ trì, phối hợp với các sở.', '5. Giao Sở Y tế.', '6. Họp.'),
    );
  });

  it('hangs a table under the heading before it', () => {
    expect(tree('I. DANH MỤC\n\n| TT | Việc |\n|---|---|\n| 1 | Họp |')).toBe(
      lines('H I. DANH MỤC', '  TABLE'),
    );
  });

  it('nests as deep as the text does', () => {
    const deep = Array.from(
      { length: 20_000 },
      (_, at) => ['I. A', '1. B', 'a) c:', '- d:', '+ e'][at % 5],
    ).join('\n\n');
    expect(tree(deep).split('\n')).toHaveLength(20_000);
  });
});
